namespace Orleans.Runtime;

/// <summary>A timer whose ticks are calls of its activation.</summary>
internal sealed class GrainTimer : IGrainTimer
{
    private readonly Activation _activation;
    private readonly Func<CancellationToken, Task> _callback;
    private readonly GrainTimerCreationOptions _options;
    private readonly CancellationTokenSource _stopped = new();
    private readonly ITimer _timer;
    private readonly Lock _lock = new();
    private TimeSpan _period;
    private bool _isRunning;
    private bool _isChanged;

    private GrainTimer(Activation activation, Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        (_activation, _callback, _options) = (activation, callback, options);
        _timer = activation.Runtime.Time.CreateTimer(static t => ((GrainTimer)t!).Tick(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public static IGrainTimer Start(Activation activation, Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        var timer = new GrainTimer(activation, callback, options);
        activation.Add(timer);
        timer.Change(options.DueTime, options.Period);
        return timer;
    }

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (_lock)
        {
            (_period, _isChanged) = (period, _isRunning);
            if (!_stopped.IsCancellationRequested) _timer.Change(dueTime, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        _activation.Remove(this);
        _timer.Dispose();
        _stopped.Cancel();
    }

    /// <summary>Runs the callback, unless the timer was stopped while the tick waited.</summary>
    public Task Run() => _stopped.IsCancellationRequested ? Task.CompletedTask : _callback(_stopped.Token);

    /// <summary>Waits for the next period, unless the callback has set another time.</summary>
    public void Ticked(Exception? error)
    {
        if (error is not null and not OperationCanceledException) _activation.Runtime.LogTimerFailed(error, _activation.GrainId);
        lock (_lock)
        {
            _isRunning = false;
            if (!_isChanged && !_stopped.IsCancellationRequested) _timer.Change(_period, Timeout.InfiniteTimeSpan);
            _isChanged = false;
        }
    }

    private void Tick()
    {
        lock (_lock)
        {
            if (_isRunning) return;
            _isRunning = true;
        }

        if (!_activation.Receive(new TimerCall(this, _options))) Dispose();
    }
}
