using System.Threading.Tasks.Sources;

namespace Orleans.Runtime;

/// <summary>
/// An enumeration: the reader asks for items, the activation fills a batch with those that are ready, and the two never
/// touch the batch at the same time. This file is the reader's side.
/// </summary>
internal sealed partial class Enumeration<T> : Enumeration, IAsyncEnumerator<T>, IValueTaskSource<bool>
{
    private const int Idle = 0;
    private const int Asking = 1;
    private const int Stopped = 2;

    private readonly EnumerableCall<T> _call;
    private readonly CancellationToken _token;
    private readonly List<T> _batch = new(1);
    private ManualResetValueTaskSourceCore<bool> _asked = new() { RunContinuationsAsynchronously = true };
    private CancellationTokenRegistration _callerWatch;
    private CancellationTokenRegistration _readerWatch;
    private int _phase;
    private int _index = -1;
    private bool _isStarted;
    private Exception? _stopped;
    private long _lastRead;

    public Enumeration(EnumerableCall<T> call, CancellationToken token)
    {
        (_call, _token) = (call, token);
        _produce = Produce;
    }

    public T Current => _batch[_index];

    public bool IsStopped => Volatile.Read(ref _phase) == Stopped;

    private TimeProvider Time => _call.Runtime.Time;

    public ValueTask<bool> MoveNextAsync()
    {
        if (++_index < _batch.Count) return new(true);
        _batch.Clear();
        _index = -1;
        if (_isEnded) return _error is null ? new(false) : ValueTask.FromException<bool>(_error);
        if (!_isStarted && !Watch()) return ValueTask.FromException<bool>(_stopped!);
        _asked.Reset();
        Volatile.Write(ref _lastRead, Time.GetTimestamp());
        if (Interlocked.CompareExchange(ref _phase, Asking, Idle) != Idle) return ValueTask.FromException<bool>(_stopped!);
        if (_isStarted)
        {
            _activation!.Queue(this);
        }
        else
        {
            _isStarted = true;
            _call.Reference.Send(new EnumerationCall<T>(_call, this));
        }

        return new(this, _asked.Version);
    }

    public async ValueTask DisposeAsync()
    {
        Stop(new ObjectDisposedException(nameof(IAsyncEnumerator<T>)));
        _callerWatch.Unregister();
        _readerWatch.Unregister();
        if (!_isStarted) return;
        try
        {
            await _closed.Task.WaitAsync(_call.Runtime.Options.ResponseTimeout, Time);
        }
        catch (TimeoutException)
        {
            // The grain's code does not heed its token; it ends without its reader.
        }
    }

    public override bool IsRead(long now) =>
        Volatile.Read(ref _phase) == Asking || Time.GetElapsedTime(Volatile.Read(ref _lastRead), now) < _call.Runtime.Options.ResponseTimeout;

    public override void Abort(string reason) => Stop(new EnumerationAbortedException(reason));

    /// <summary>Ends it on both sides, from any thread; the first reason holds.</summary>
    public void Stop(Exception reason)
    {
        Interlocked.CompareExchange(ref _stopped, reason, null);
        var before = Interlocked.Exchange(ref _phase, Stopped);
        if (before == Asking) _asked.SetException(_stopped);
        if (before != Stopped) StopProducing();
    }

    bool IValueTaskSource<bool>.GetResult(short token) => _asked.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<bool>.GetStatus(short token) => _asked.GetStatus(token);

    void IValueTaskSource<bool>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _asked.OnCompleted(continuation, state, token, flags);

    private bool Watch()
    {
        _callerWatch = _call.CallerToken.UnsafeRegister(static (e, token) => ((Enumeration<T>)e!).Stop(new OperationCanceledException(token)), this);
        if (_token != _call.CallerToken) _readerWatch = _token.UnsafeRegister(static (e, token) => ((Enumeration<T>)e!).Stop(new OperationCanceledException(token)), this);
        return !IsStopped;
    }

    /// <summary>Gives the batch to the reader, who waits for it unless it was stopped meanwhile.</summary>
    private void Deliver()
    {
        if (Interlocked.CompareExchange(ref _phase, Idle, Asking) != Asking) return;
        if (_batch.Count > 0) _index = 0;
        else if (_error is not null)
        {
            _asked.SetException(_error);
            return;
        }

        _asked.SetResult(_batch.Count > 0);
    }
}
