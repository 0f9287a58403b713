namespace Orleans.Runtime;

/// <content>Calls: which may run now, and which wait.</content>
internal sealed partial class Activation
{
    private readonly LinkedList<GrainCall> _waiting = new();
    private readonly LinkedList<GrainCall> _running = new();
    private int _alone;
    private int _readers;

    /// <summary>Takes a call; false when the activation has ended.</summary>
    public bool Receive(GrainCall call)
    {
        var isFull = false;
        lock (_lock)
        {
            if (_phase == Phase.Ended) return false;
            call.Target = this;
            if (_phase == Phase.Active && MayRun(call)) Admit(call);
            else if (_waiting.Count < runtime.Options.MaxWaitingCalls) _waiting.AddLast(call.Node);
            else isFull = true;
            if (_phase == Phase.New)
            {
                _phase = Phase.Activating;
                QueueLocked(new Turn(() => _ = Activate(call.Values)));
            }
        }

        if (isFull) call.Refuse(new LimitExceededException($"{runtime.Options.MaxWaitingCalls} calls wait for {GrainId} already."));
        return true;
    }

    /// <summary>A call has run: others may, and an activation that is to end may end.</summary>
    public void Finished(GrainCall call, Exception? error)
    {
        lock (_lock)
        {
            _running.Remove(call.Node);
            Count(call, -1);
            if (call.KeepsAlive) _lastUsed = runtime.Time.GetTimestamp();
            AdmitWaiting(all: false);
            EndIfQuiet();
        }

        if (error is InconsistentStateException) Deactivate(new(DeactivationReasonCode.ApplicationError, error, "The stored state has changed."));
    }

    /// <summary>The caller no longer waits: a waiting call is dropped, a running one is told in a turn of its own.</summary>
    public void Cancel(GrainCall call, CancellationTokenSource running)
    {
        lock (_lock)
        {
            if (call.Node.List == _waiting) _waiting.Remove(call.Node);
            else if (call.Node.List == _running) QueueLocked(new Turn(() => runtime.Cancel(running)));
        }
    }

    /// <summary>Fails the calls whose callers have waited long enough; what runs goes on.</summary>
    public void Expire(long now)
    {
        // Most are idle, and what follows allocates.
        if (Load > 0) ExpireCalls(now);
    }

    private TimeSpan TimeoutOf(GrainCall call) => call.Method!.Timeout ?? runtime.Options.ResponseTimeout;

    private void ExpireCalls(long now)
    {
        GrainCall[] expired;
        lock (_lock)
        {
            expired = [.. _waiting.Concat(_running).Where(c => c.Method is not null && !c.IsAnswered && runtime.Time.GetElapsedTime(c.Sent, now) >= TimeoutOf(c))];
            foreach (var call in expired.Where(c => c.Node.List == _waiting)) _waiting.Remove(call.Node);

            // Calls that never return do not keep the activation from ending for ever.
            EndIfQuiet(atAnyRate: runtime.Time.GetElapsedTime(_endingSince, now) > runtime.Options.DeactivationTimeout);
        }

        foreach (var call in expired) call.Refuse(new TimeoutException($"{GrainId} has not answered {call.Method!.Interface.Name} in {TimeoutOf(call)}."));
    }

    private bool MayRun(GrainCall call) =>
        call.Mode == CallMode.WithAll || grainClass.IsReentrant
        || (_alone == 0 && (_readers == 0 || call.Mode == CallMode.WithReaders));

    private void Admit(GrainCall call)
    {
        _running.AddLast(call.Node);
        Count(call, 1);
        QueueLocked(call);
    }

    private void Count(GrainCall call, int change)
    {
        if (call.Mode == CallMode.Alone) _alone += change;
        if (call.Mode == CallMode.WithReaders) _readers += change;
    }

    /// <param name="all">Whether calls that run with all may wait, as they do only before the activation is active.</param>
    private void AdmitWaiting(bool all)
    {
        if (_phase != Phase.Active || (!all && _alone + _readers > 0)) return;
        LinkedListNode<GrainCall>? next;
        for (var node = _waiting.First; node is not null && (all || _alone == 0); node = next)
        {
            next = node.Next;
            if (!MayRun(node.Value)) continue;
            _waiting.Remove(node);
            Admit(node.Value);
        }
    }
}
