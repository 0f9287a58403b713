using Microsoft.Extensions.DependencyInjection;

namespace Orleans.Runtime;

/// <content>From the first call to the end.</content>
internal sealed partial class Activation
{
    private bool _isMade;
    private long _endingSince;
    private HashSet<Enumeration>? _enumerations;
    private HashSet<GrainTimer>? _timers;

    /// <summary>Makes the grain object, reads its states and runs <c>OnActivateAsync</c>.</summary>
    public async Task Activate()
    {
        using var timeout = new CancellationTokenSource(Runtime.Options.ActivationTimeout, Runtime.Time);
        try
        {
            _scope = Runtime.Services.CreateAsyncScope();
            var states = Make();
            foreach (var state in states) await state.ReadStateAsync(timeout.Token);
            if (_instance is IGrainBase grain) await grain.OnActivateAsync(timeout.Token).WaitAsync(timeout.Token);
        }
        catch (Exception e)
        {
            var error = e is OperationCanceledException && timeout.IsCancellationRequested
                ? new TimeoutException($"{GrainId} was not activated in {Runtime.Options.ActivationTimeout}.", e) : e;
            Runtime.LogActivationFailed(error, GrainId);
            _reason = new(DeactivationReasonCode.ActivationFailed, error, "The activation failed.");
            await Release();
            foreach (var call in Leave()) call.Refuse(error);
            return;
        }

        bool wake;
        lock (_lock)
        {
            var endAlready = _phase == ActivationPhase.Deactivating;
            if (!endAlready) _phase = ActivationPhase.Active;
            _isMade = true;
            wake = AdmitWaiting(all: true) | EndIfQuiet();
        }

        if (wake) Wake();
    }

    public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default)
    {
        var unused = false;
        bool wake;
        lock (_lock)
        {
            if (_phase >= ActivationPhase.Deactivating) return;
            unused = _phase == ActivationPhase.New;
            _phase = unused ? ActivationPhase.Ending : ActivationPhase.Deactivating;
            _reason = deactivationReason;
            _endingSince = Runtime.Time.GetTimestamp();
            wake = EndIfQuiet();
        }

        if (unused) Leave();
        if (wake) Wake();
    }

    /// <summary>Aborts enumerations, stops timers, runs <c>OnDeactivateAsync</c>, and hands what waits to the next activation.</summary>
    public async Task Shutdown()
    {
        Enumeration[] enumerations;
        GrainTimer[] timers;
        lock (_lock) (enumerations, timers) = ([.. _enumerations ?? []], [.. _timers ?? []]);
        foreach (var timer in timers) timer.Dispose();
        foreach (var enumeration in enumerations) enumeration.Abort($"The activation of {GrainId} has ended: {_reason.Description}");
        using var timeout = new CancellationTokenSource(Runtime.Options.DeactivationTimeout, Runtime.Time);
        try
        {
            if (_instance is IGrainBase grain) await grain.OnDeactivateAsync(_reason, timeout.Token).WaitAsync(timeout.Token);
        }
        catch (Exception e)
        {
            Runtime.LogDeactivationFailed(e, GrainId);
        }

        await Release();
        foreach (var call in Leave()) call.Forward(this);
    }

    /// <summary>Counts an enumeration as open; false when the activation is about to end.</summary>
    public bool Open(Enumeration enumeration)
    {
        lock (_lock) return _phase <= ActivationPhase.Active && (_enumerations ??= []).Add(enumeration);
    }

    public void Close(Enumeration enumeration)
    {
        lock (_lock) _enumerations?.Remove(enumeration);
    }

    /// <summary>Aborts the enumerations that nobody has read for long.</summary>
    public void ExpireEnumerations(long now)
    {
        Enumeration[] unread;
        lock (_lock) unread = _enumerations is null ? [] : [.. _enumerations.Where(e => !e.IsRead(now))];
        foreach (var enumeration in unread) enumeration.Abort("Nobody has read the enumeration for the response time-out.");
    }

    public void Add(GrainTimer timer)
    {
        lock (_lock) (_timers ??= []).Add(timer);
    }

    public void Remove(GrainTimer timer)
    {
        lock (_lock) _timers?.Remove(timer);
    }

    private List<IStorage> Make()
    {
        var states = new List<IStorage>();
        _constructing = this;
        try
        {
            _instance = Class.Make(this, states);
            return states;
        }
        finally
        {
            _constructing = null;
        }
    }

    private bool EndIfQuiet() => _phase == ActivationPhase.Deactivating && _isMade && _running.Count == 0 && End();

    private bool End()
    {
        _phase = ActivationPhase.Ending;
        return QueueLocked(new DeactivateTurn(this));
    }

    private async Task Release()
    {
        try
        {
            if (_instance is IAsyncDisposable asynchronous) await asynchronous.DisposeAsync();
            else if (_instance is IDisposable disposable) disposable.Dispose();
            if (_scope is { } scope) await scope.DisposeAsync();
        }
        catch (Exception e)
        {
            Runtime.LogDeactivationFailed(e, GrainId);
        }

        (_instance, _scope) = (null, null);
    }

    /// <summary>Makes room for the next activation and returns the calls that wait.</summary>
    private List<GrainCall> Leave()
    {
        var left = new List<GrainCall>();
        lock (_lock)
        {
            _phase = ActivationPhase.Ended;
            while (_waiting.First is { } call)
            {
                _waiting.Remove(call);
                left.Add(call);
            }
        }

        Class.Remove(this);
        _deactivated.TrySetResult();
        return left;
    }
}
