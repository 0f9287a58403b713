namespace SupportPlatform.Conversations;

/// <summary>
/// Pulses at once when the last pulse is a window ago, else at the window's end: a slow writer is not delayed, a fast
/// one costs one wake-up a window.
/// </summary>
internal sealed class MergeClock : IDisposable
{
    private readonly TimeSpan _window;
    private readonly TimeProvider _time;
    private readonly Action _pulse;
    private ITimer? _timer;
    private long _last;
    private int _armed;

    /// <summary>A clock for one writer.</summary>
    public MergeClock(TimeSpan window, TimeProvider time, Action pulse)
    {
        (_window, _time, _pulse) = (window, time, pulse);
        _last = time.GetTimestamp() - (long)(window.TotalSeconds * time.TimestampFrequency);
    }

    /// <summary>Something was written.</summary>
    public void Pulse()
    {
        var since = _time.GetElapsedTime(Volatile.Read(ref _last));
        if (since >= _window)
        {
            Fire();
        }
        else if (Interlocked.Exchange(ref _armed, 1) == 0)
        {
            _timer ??= _time.CreateTimer(static state => ((MergeClock)state!).Due(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _timer.Change(_window - since, Timeout.InfiniteTimeSpan);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _timer?.Dispose();

    private void Due()
    {
        Volatile.Write(ref _armed, 0);
        Fire();
    }

    private void Fire()
    {
        Volatile.Write(ref _last, _time.GetTimestamp());
        _pulse();
    }
}
