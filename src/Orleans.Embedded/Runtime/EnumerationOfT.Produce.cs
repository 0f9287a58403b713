using System.Runtime.CompilerServices;

namespace Orleans.Runtime;

/// <content>The activation's side: all of it runs as turns of the activation.</content>
internal sealed partial class Enumeration<T>
{
    private readonly Action _produce;
    private readonly CancellationTokenSource _cancellation = new();
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Activation? _activation;
    private IAsyncEnumerable<T>? _source;
    private IAsyncEnumerator<T>? _items;
    private ExecutionContext? _context;
    private ConfiguredValueTaskAwaitable<bool>.ConfiguredValueTaskAwaiter _next;
    private bool _isNextStarted;
    private bool _isNextAwaited;
    private Dictionary<string, object>? _values;
    private bool _isClosing;
    private bool _isEnded;
    private Exception? _error;

    public CancellationToken CalleeToken => _cancellation.Token;

    /// <summary>The method has returned its sequence.</summary>
    public void Begin(Activation activation, IAsyncEnumerable<T> source, Dictionary<string, object>? values)
    {
        (_source, _values) = (source, values);
        Volatile.Write(ref _activation, activation);
        if (!activation.Open(this)) Abort("The activation has ended.");
        activation.Queue(this);
    }

    public override void Run()
    {
        if (_context is null)
        {
            if (_values is not null) RequestContext.Values = _values;
            _context = ExecutionContext.Capture()!;
        }
        else
        {
            ExecutionContext.Restore(_context);
        }

        Produce();
    }

    /// <summary>Collects what is ready; where nothing is, comes back when something is.</summary>
    private void Produce()
    {
        if (!_activation!.IsCurrent)
        {
            _activation.Queue(this);
            return;
        }

        if (!IsStopped && Volatile.Read(ref _phase) == Asking && Fill()) Deliver();
        if (IsStopped || _isEnded) Close();
    }

    /// <summary>True when the reader can go on: there are items, or there will be no more.</summary>
    private bool Fill()
    {
        try
        {
            _items ??= _source!.GetAsyncEnumerator(_cancellation.Token);
            while (_batch.Count < _call.MaxBatchSize)
            {
                if (!_isNextStarted) _next = _items.MoveNextAsync().ConfigureAwait(false).GetAwaiter();
                _isNextStarted = true;
                if (!_next.IsCompleted)
                {
                    if (_batch.Count == 0) AwaitNext();
                    return _batch.Count > 0;
                }

                _isNextStarted = _isNextAwaited = false;
                if (!_next.GetResult())
                {
                    _isEnded = true;
                    break;
                }

                _batch.Add(_items.Current);
            }
        }
        catch (Exception e)
        {
            _error = e;
            _isEnded = true;
        }

        return true;
    }

    private void AwaitNext()
    {
        if (_isNextAwaited) return;
        _isNextAwaited = true;
        _next.UnsafeOnCompleted(_produce);
    }

    private void StopProducing()
    {
        if (Volatile.Read(ref _activation) is { } activation) activation.Queue(this);
        else _closed.TrySetResult();
    }

    /// <summary>Cancels the method's token, and disposes of the sequence once its current step has ended.</summary>
    private void Close()
    {
        if (!_cancellation.IsCancellationRequested) new CancelTurn(_cancellation, _call.Runtime).Run();
        if (_isNextStarted && !_next.IsCompleted) AwaitNext();
        else if (!_isClosing) _ = CloseItems();
    }

    private async Task CloseItems()
    {
        _isClosing = true;
        try
        {
            if (_isNextStarted) _next.GetResult();
            _isNextStarted = false;
            if (_items is not null) await _items.DisposeAsync();
        }
        catch (Exception e)
        {
            _call.Runtime.LogEnumerationFailed(e, _activation!.GrainId);
        }

        _activation!.Close(this);
        _closed.TrySetResult();
    }
}
