namespace Orleans.Runtime;

/// <content>From the first call to the end.</content>
internal sealed partial class Activation
{
    private readonly HashSet<GrainCall> _enumerations = [];
    private bool _isMade;
    private long _endingSince;

    public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            if (_phase is Phase.New or >= Phase.Deactivating) return;
            (_phase, _reason, _endingSince) = (Phase.Deactivating, deactivationReason, runtime.Time.GetTimestamp());
            EndIfQuiet();
        }
    }

    /// <summary>Counts an enumeration as open; false when the activation is about to end.</summary>
    public bool Open(GrainCall enumeration)
    {
        lock (_lock) return _phase <= Phase.Active && _enumerations.Add(enumeration);
    }

    public void Close(GrainCall enumeration)
    {
        lock (_lock) _enumerations.Remove(enumeration);
    }

    /// <summary>Makes the grain object, reads its states and runs <c>OnActivateAsync</c>, in the context of the first call.</summary>
    private async Task Activate(Dictionary<string, object>? values)
    {
        RequestContext.Values = values;
        using var timeout = new CancellationTokenSource(runtime.Options.ActivationTimeout, runtime.Time);
        try
        {
            _scope = runtime.Services.CreateAsyncScope();
            (GrainInstance, var states) = grainClass.Make(_scope.Value.ServiceProvider, key);
            foreach (var state in states) await state.ReadStateAsync(timeout.Token);
            await ((IGrainBase)GrainInstance!).OnActivateAsync(timeout.Token).WaitAsync(timeout.Token);
        }
        catch (Exception e)
        {
            var error = timeout.IsCancellationRequested ? new TimeoutException($"{GrainId} was not activated in {runtime.Options.ActivationTimeout}.", e) : e;
            runtime.LogActivationFailed(error, GrainId);
            foreach (var call in await Leave()) call.Refuse(error);
            return;
        }

        lock (_lock)
        {
            if (_phase == Phase.Activating) _phase = Phase.Active;
            _isMade = true;
            AdmitWaiting(all: true);
            EndIfQuiet();
        }
    }

    private void EndIfQuiet(bool atAnyRate = false)
    {
        if (_phase != Phase.Deactivating || !_isMade || (_running.Count > 0 && !atAnyRate)) return;
        _phase = Phase.Ending;
        QueueLocked(new Turn(() => _ = Shutdown()));
    }

    /// <summary>Aborts enumerations, stops timers, runs <c>OnDeactivateAsync</c>, and hands what waits to the next activation.</summary>
    private async Task Shutdown()
    {
        GrainCall[] open;
        lock (_lock) open = [.. _enumerations];
        foreach (var enumeration in open) enumeration.Refuse(new EnumerationAbortedException($"{GrainId} has ended: {_reason.Description}"));
        using var timeout = new CancellationTokenSource(runtime.Options.DeactivationTimeout, runtime.Time);
        try
        {
            await ((IGrainBase)GrainInstance!).OnDeactivateAsync(_reason, timeout.Token).WaitAsync(timeout.Token);
        }
        catch (Exception e)
        {
            runtime.LogDeactivationFailed(e, GrainId);
        }

        foreach (var call in await Leave()) runtime.Send(grainClass, key, call);
    }

    /// <summary>Releases what it holds, makes room for the next activation, and returns the calls that wait.</summary>
    private async Task<GrainCall[]> Leave()
    {
        try
        {
            if (GrainInstance is IAsyncDisposable asynchronous) await asynchronous.DisposeAsync();
            else if (GrainInstance is IDisposable disposable) disposable.Dispose();
            if (_scope is { } scope) await scope.DisposeAsync();
        }
        catch (Exception e)
        {
            runtime.LogDeactivationFailed(e, GrainId);
        }

        (GrainInstance, _scope) = (null, null);
        runtime.Cancel(_ended);
        GrainCall[] left;
        lock (_lock)
        {
            // A tick belongs to its activation.
            left = [.. _waiting.Where(c => c is not GrainTimer)];
            _waiting.Clear();
            _phase = Phase.Ended;
        }

        grainClass.Remove(this);
        _deactivated.TrySetResult();
        return left;
    }
}
