using System.Threading.Tasks.Sources;

namespace Orleans.Runtime;

/// <summary>
/// An enumeration, which begins as a call: the reader asks for items, the activation fills a batch with those that are
/// ready, and the two never touch the batch at the same time. This file is the reader's side.
/// </summary>
internal sealed partial class Enumeration<T> : GrainCall, IEnumeration, IAsyncEnumerator<T>, IValueTaskSource<bool>
{
    private const int Idle = 0;
    private const int Asking = 1;
    private const int Stopped = 2;

    private readonly GrainSequence<T> _sequence;
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

    public Enumeration(GrainSequence<T> sequence, CancellationToken token)
    {
        (_sequence, _token, _produce) = (sequence, token, Produce);

        // Both sides take turns among other calls, as in Orleans.
        Mode = CallMode.WithAll;
    }

    public T Current => _batch[_index];

    private GrainRuntime Runtime => _sequence.Reference.Runtime;

    public ValueTask<bool> MoveNextAsync()
    {
        if (++_index < _batch.Count) return new(true);
        _batch.Clear();
        _index = -1;
        if (_isEnded) return _error is null ? new(false) : ValueTask.FromException<bool>(_error);
        if (!_isStarted) Watch();
        _asked.Reset();
        Volatile.Write(ref _lastRead, Runtime.Time.GetTimestamp());
        if (Interlocked.CompareExchange(ref _phase, Asking, Idle) != Idle) return ValueTask.FromException<bool>(_stopped!);
        if (_isStarted) Target!.Queue(this);
        else _sequence.Reference.Send(this);
        _isStarted = true;
        return new(this, _asked.Version);
    }

    public async ValueTask DisposeAsync()
    {
        Refuse(new ObjectDisposedException(nameof(IAsyncEnumerator<>)));
        _callerWatch.Unregister();
        _readerWatch.Unregister();

        // Where the grain's code does not heed its token, it ends without its reader.
        await _closed.Task.WaitAsync(Runtime.Options.ResponseTimeout, Runtime.Time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public bool IsRead(long now) =>
        Volatile.Read(ref _phase) == Asking || Runtime.Time.GetElapsedTime(Volatile.Read(ref _lastRead), now) < Runtime.Options.ResponseTimeout;

    public void Abort(string reason) => Refuse(new EnumerationAbortedException(reason));

    /// <summary>Ends it on both sides, from any thread; the first reason holds.</summary>
    public override void Refuse(Exception error)
    {
        Interlocked.CompareExchange(ref _stopped, error, null);
        var before = Interlocked.Exchange(ref _phase, Stopped);
        if (before == Asking) _asked.SetException(_stopped);
        if (Volatile.Read(ref _source) is null) _closed.TrySetResult();
        else if (before != Stopped) Target!.Queue(this);
    }

    bool IValueTaskSource<bool>.GetResult(short token) => _asked.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<bool>.GetStatus(short token) => _asked.GetStatus(token);

    void IValueTaskSource<bool>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _asked.OnCompleted(continuation, state, token, flags);

    private void Watch()
    {
        static void Stop(object? enumeration, CancellationToken token) => ((Enumeration<T>)enumeration!).Refuse(new OperationCanceledException(token));
        _callerWatch = _sequence.CallerToken.UnsafeRegister(Stop, this);
        if (_token != _sequence.CallerToken) _readerWatch = _token.UnsafeRegister(Stop, this);
    }

    /// <summary>Gives the batch to the reader, who waits for it unless it was stopped meanwhile.</summary>
    private void Deliver()
    {
        if (Interlocked.CompareExchange(ref _phase, Idle, Asking) != Asking) return;
        if (_batch.Count > 0) _index = 0;
        if (_batch.Count == 0 && _error is not null) _asked.SetException(_error);
        else _asked.SetResult(_batch.Count > 0);
    }
}
