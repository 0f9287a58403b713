using System.Runtime.CompilerServices;

namespace Orleans.Runtime;

/// <content>The activation's side: all of it runs as turns of the activation.</content>
internal sealed partial class Enumeration<T>
{
    private readonly Action _produce;
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

    public override GrainMethod Method => _sequence.Method;

    public override bool IsAnswered => Volatile.Read(ref _phase) == Stopped;

    public override Task Invoke(object grain) => Task.FromResult(_sequence.Method.Call(grain, _sequence.Arguments, _cancellation.Token));

    public override object? ResultOf(Task task) => ((Task<IAsyncEnumerable<T>>)task).Result;

    public override void Answer(Task task) => AnswerWith(ResultOf(task));

    /// <summary>The method has returned its sequence.</summary>
    public override void AnswerWith(object? result)
    {
        Volatile.Write(ref _source, (IAsyncEnumerable<T>?)result ?? AsyncEnumerable.Empty<T>());
        if (!Target!.Open(this)) Abort("The activation has ended.");
        Target.Queue(this);
    }

    public override void Run()
    {
        if (_source is null)
        {
            base.Run();
            return;
        }

        // The context of the call holds for each step of the sequence.
        if (_context is not null) ExecutionContext.Restore(_context);
        else if (Values is not null) RequestContext.Values = Values;
        _context ??= ExecutionContext.Capture()!;
        Produce();
    }

    /// <summary>Collects what is ready; where nothing is, comes back when something is.</summary>
    private void Produce()
    {
        if (!Target!.IsCurrent)
        {
            Target.Queue(this);
            return;
        }

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
                if (!_next.IsCompleted)
                {
                    if (_batch.Count == 0) AwaitNext();
                    return _batch.Count > 0;
                }

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

    private void AwaitNext()
    {
        if (_isNextAwaited) return;
        _isNextAwaited = true;
        _next.UnsafeOnCompleted(_produce);
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
