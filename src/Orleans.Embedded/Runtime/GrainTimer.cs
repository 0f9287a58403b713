namespace Orleans.Runtime;

/// <summary>A timer whose ticks are calls of its activation: itself, again and again.</summary>
internal sealed class GrainTimer : GrainCall, IGrainTimer
{
    private readonly Func<CancellationToken, Task> _callback;
    private readonly CancellationTokenSource _stopped = new();
    private readonly CancellationTokenRegistration _end;
    private readonly ITimer _timer;
    private TimeSpan _next;
    private TimeSpan _period;
    private int _isTicking;

    public GrainTimer(Activation activation, Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        (Target, _callback, KeepsAlive) = (activation, callback, options.KeepAlive);
        Mode = options.Interleave ? CallMode.WithAll : CallMode.Alone;
        _timer = activation.Runtime.Time.CreateTimer(static t => ((GrainTimer)t!).Tick(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _end = activation.Ended.UnsafeRegister(static t => ((GrainTimer)t!).Dispose(), this);
        Change(options.DueTime, options.Period);
    }

    public override bool KeepsAlive { get; }

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        (_next, _period) = (dueTime, period);
        if (_isTicking == 0) _timer.Change(dueTime, Timeout.InfiniteTimeSpan);
    }

    public void Dispose()
    {
        _end.Unregister();
        _timer.Dispose();
        _stopped.Cancel();
    }

    public override Task Invoke(object grain)
    {
        _next = _period;
        return _stopped.IsCancellationRequested ? Task.CompletedTask : _callback(_stopped.Token);
    }

    public override void Answer(Task task)
    {
        Volatile.Write(ref _isTicking, 0);
        if (!_stopped.IsCancellationRequested) _timer.Change(_next, Timeout.InfiniteTimeSpan);
    }

    public override void Refuse(Exception error)
    {
        if (error is not OperationCanceledException) Target!.Runtime.LogTimerFailed(error, Target.GrainId);
        Answer(Task.CompletedTask);
    }

    private void Tick()
    {
        if (Interlocked.Exchange(ref _isTicking, 1) == 0) Target!.Receive(this);
    }
}
