using System.Runtime.CompilerServices;
using System.Threading.Tasks.Sources;

namespace Orleans.Runtime;

/// <summary>
/// An enumeration, which begins as a call: the reader asks for items, the activation fills a batch with those that are
/// ready, and the two never touch the batch at the same time.
/// </summary>
internal sealed class Enumeration<T> : GrainCall, IAsyncEnumerator<T>, IValueTaskSource<bool>
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

    // The activation's side: used in its turns only.
    private readonly Action _resume;
    private readonly CancellationTokenSource _cancellation = new();
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IAsyncEnumerable<T>? _source;
    private IAsyncEnumerator<T>? _items;
    private ExecutionContext? _context;
    private ConfiguredValueTaskAwaitable<bool>.ConfiguredValueTaskAwaiter _next;
    private bool _isNextStarted;
    private bool _isNextAwaited;
    private bool _isClosing;
    private bool _isEnded;
    private Exception? _error;

    public Enumeration(GrainSequence<T> sequence, CancellationToken token)
    {
        // It takes turns among other calls, as in Orleans, and goes on within a turn that has made the next item.
        (_sequence, _token, Mode) = (sequence, token, CallMode.WithAll);
        _resume = Resume;
    }

    public T Current => _batch[_index];

    private GrainRuntime Runtime => _sequence.Reference.Runtime;

    public ValueTask<bool> MoveNextAsync()
    {
        // Below zero while the reader waits, and so after it was stopped in that: then the batch is not its own.
        if (_index >= 0 && ++_index < _batch.Count) return new(true);
        if (IsAnswered) return ValueTask.FromException<bool>(_stopped!);
        if (_isEnded) return _error is null ? new(false) : ValueTask.FromException<bool>(_error);
        _batch.Clear();
        _index = -1;
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

    public override bool IsRead(long now) =>
        Volatile.Read(ref _phase) == Asking || Runtime.Time.GetElapsedTime(Volatile.Read(ref _lastRead), now) < Runtime.Options.ResponseTimeout;

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

    public override GrainMethod Method => _sequence.Method;

    public override bool IsAnswered => Volatile.Read(ref _phase) == Stopped;

    public override Task Invoke(object grain) => Task.FromResult(_sequence.Method.Call(grain, _sequence.Arguments, _cancellation.Token));

    public override object? ResultOf(Task task) => ((Task<IAsyncEnumerable<T>>)task).Result;

    public override void Answer(Task task) => AnswerWith(ResultOf(task));

    /// <summary>The method has returned its sequence.</summary>
    public override void AnswerWith(object? result)
    {
        Volatile.Write(ref _source, (IAsyncEnumerable<T>?)result ?? AsyncEnumerable.Empty<T>());
        if (!Target!.Open(this)) Refuse(new EnumerationAbortedException($"{Target.GrainId} has ended."));
        Resume();
    }

    public override void Run()
    {
        // First the call itself; then the steps of the sequence, each in the context of the call.
        if (_context is null) base.Run();
        else ExecutionContext.Restore(_context);
        _context ??= ExecutionContext.Capture()!;
        if (_source is not null) Produce();
    }

    private void Resume()
    {
        if (Activation.Running == Target) Produce();
        else Target!.Queue(this);
    }

    /// <summary>Collects what is ready; where nothing is, comes back when something is.</summary>
    private void Produce()
    {
        if (Volatile.Read(ref _phase) == Asking && Fill()) Deliver();
        if (IsAnswered || _isEnded) Close();
    }

    /// <summary>True when the reader can go on: there are items, or there will be no more.</summary>
    private bool Fill()
    {
        try
        {
            _items ??= _source!.GetAsyncEnumerator(_cancellation.Token);
            while (_batch.Count < _sequence.MaxBatchSize)
            {
                if (!_isNextStarted) _next = _items.MoveNextAsync().ConfigureAwait(false).GetAwaiter();
                _isNextStarted = true;
                if (!_next.IsCompleted) return _batch.Count > 0 || AwaitNext();
                _isNextStarted = _isNextAwaited = false;
                _isEnded = !_next.GetResult();
                if (_isEnded) break;
                _batch.Add(_items.Current);
            }
        }
        catch (Exception e)
        {
            (_error, _isEnded) = (e, true);
        }

        return true;
    }

    private bool AwaitNext()
    {
        if (!_isNextAwaited) _next.UnsafeOnCompleted(_resume);
        return !(_isNextAwaited = true);
    }

    /// <summary>Cancels the method's token, and disposes of the sequence once its current step has ended.</summary>
    private void Close()
    {
        Runtime.Cancel(_cancellation);
        if (_isNextStarted && !_next.IsCompleted) AwaitNext();
        else if (!_isClosing) _ = CloseItems();
    }

    private async Task CloseItems()
    {
        _isClosing = true;
        try
        {
            if (_items is not null) await _items.DisposeAsync();
        }
        catch (Exception e)
        {
            Runtime.LogEnumerationFailed(e, Target!.GrainId);
        }

        Target!.Close(this);
        _closed.TrySetResult();
    }
}
