using Orleans.Storage;

namespace Orleans.Runtime;

/// <content>Calls: which may run now, and which wait.</content>
internal sealed partial class Activation
{
    private readonly CallList _waiting = new();
    private readonly CallList _running = new();
    private int _alone;
    private int _readers;

    /// <summary>Takes a call; false when the activation has ended.</summary>
    public bool Receive(GrainCall call)
    {
        var wake = false;
        var full = false;
        lock (_lock)
        {
            if (_phase >= ActivationPhase.Ended) return false;
            call.Target = this;
            if (_phase == ActivationPhase.Active && MayRun(call)) wake = Admit(call);
            else if (_waiting.Count >= Runtime.Options.MaxWaitingCalls) full = true;
            else _waiting.Add(call);
            if (_phase == ActivationPhase.New)
            {
                _phase = ActivationPhase.Activating;
                wake = QueueLocked(new ActivateTurn(this, call.Values));
            }
        }

        if (wake) Wake();
        if (full) call.Refuse(new LimitExceededException($"{Runtime.Options.MaxWaitingCalls} calls wait for {GrainId} already."));
        return true;
    }

    /// <summary>A call has run: others may, and an activation that is to end may end.</summary>
    public void Finished(GrainCall call, Exception? error)
    {
        bool wake;
        lock (_lock)
        {
            _running.Remove(call);
            Count(call, -1);
            if (call.KeepsAlive) _lastUsed = Runtime.Time.GetTimestamp();
            wake = AdmitWaiting(all: false) | EndIfQuiet();
        }

        if (wake) Wake();
        if (error is InconsistentStateException) Deactivate(new(DeactivationReasonCode.ApplicationError, error, "The stored state has changed."));
    }

    /// <summary>The caller no longer waits: a waiting call is dropped, a running one is told in a turn of its own.</summary>
    public void Cancel(GrainCall call, CancellationTokenSource running)
    {
        var wake = false;
        lock (_lock)
        {
            if (call.List is null) return;
            if (ReferenceEquals(call.List, _waiting)) _waiting.Remove(call);
            else wake = QueueLocked(new CancelTurn(running, Runtime));
        }

        if (wake) Wake();
    }

    /// <summary>Fails the calls whose callers have waited long enough; what runs goes on.</summary>
    public void ExpireCalls(long now)
    {
        if (Load == 0) return;
        List<GrainCall>? expired = null;
        var wake = false;
        lock (_lock)
        {
            Find(_waiting);
            Find(_running);
            foreach (var call in expired ?? [])
            {
                if (ReferenceEquals(call.List, _waiting)) _waiting.Remove(call);
            }

            // Calls that never return do not keep the activation from ending for ever.
            if (_phase == ActivationPhase.Deactivating && _isMade && Runtime.Time.GetElapsedTime(_endingSince, now) > Runtime.Options.DeactivationTimeout)
            {
                wake = End();
            }
        }

        if (wake) Wake();
        foreach (var call in expired ?? [])
        {
            var timeout = call.Timeout ?? Runtime.Options.ResponseTimeout;
            call.Refuse(new TimeoutException($"{GrainId} has not answered {call.Method?.InterfaceName}.{call.Method?.Interface.Name} in {timeout}."));
        }

        void Find(CallList calls)
        {
            for (var call = calls.First; call is not null; call = call.Next)
            {
                if (call.Method is null || call.IsAnswered) continue;
                if (Runtime.Time.GetElapsedTime(call.Sent, now) >= (call.Timeout ?? Runtime.Options.ResponseTimeout)) (expired ??= []).Add(call);
            }
        }
    }

    private bool MayRun(GrainCall call) =>
        call.Mode == CallMode.WithAll || (_alone == 0 && (_readers == 0 || call.Mode == CallMode.WithReaders)) || Class.IsReentrant;

    private bool Admit(GrainCall call)
    {
        _running.Add(call);
        Count(call, 1);
        return QueueLocked(call);
    }

    private void Count(GrainCall call, int change)
    {
        if (Class.IsReentrant) return;
        if (call.Mode == CallMode.Alone) _alone += change;
        else if (call.Mode == CallMode.WithReaders) _readers += change;
    }

    /// <param name="all">Whether calls that run with all may wait, as they do only before the activation is active.</param>
    private bool AdmitWaiting(bool all)
    {
        var wake = false;
        if (_phase != ActivationPhase.Active || (!all && (_alone > 0 || _readers > 0))) return false;
        GrainCall? next;
        for (var call = _waiting.First; call is not null && (all || _alone == 0); call = next)
        {
            next = call.Next;
            if (!MayRun(call)) continue;
            _waiting.Remove(call);
            wake |= Admit(call);
        }

        return wake;
    }
}
