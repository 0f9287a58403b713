namespace Orleans.Runtime;

#pragma warning disable CA1001 // The source has neither timer nor wait handle to dispose of, and a late cancellation may still come.
/// <summary>A call of a method that answers once; a class for each method derives from it at run time.</summary>
/// <typeparam name="T">The result; <see cref="NoResult"/> for none.</typeparam>
internal abstract class MethodCall<T>(GrainMethod method) : GrainCall
{
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenSource? _cancellation;
    private CancellationTokenRegistration _registration;

    public override GrainMethod Method => method;

    public override TimeSpan? Timeout => method.Timeout;

    public override bool IsAnswered => _answer.Task.IsCompleted;

    public Task<T> Task => _answer.Task;

    /// <summary>The token that the caller gave.</summary>
    public CancellationToken CallerToken { get; set; }

    /// <summary>The token that the method gets: it is cancelled as a turn of the activation.</summary>
    public CancellationToken CalleeToken => _cancellation?.Token ?? CancellationToken.None;

    /// <summary>Begins to watch the caller's token; false when it is cancelled already.</summary>
    public bool Watch()
    {
        if (!CallerToken.CanBeCanceled) return true;
        if (CallerToken.IsCancellationRequested) return !_answer.TrySetCanceled(CallerToken);
        _cancellation = new CancellationTokenSource();
        _registration = CallerToken.UnsafeRegister(static (call, token) => ((MethodCall<T>)call!).Cancel(token), this);
        return true;
    }

    public override object? ResultOf(Task task) => task is Task<T> { IsCompletedSuccessfully: true } typed ? typed.Result : null;

    public override void Answer(Task task)
    {
        _registration.Unregister();
        if (task.IsCompletedSuccessfully) _answer.TrySetResult(task is Task<T> typed ? typed.Result : default!);
        else Refuse(task.Exception?.InnerException ?? new TaskCanceledException(task));
    }

    public override void Answer(object? result)
    {
        _registration.Unregister();
        _answer.TrySetResult(result is null ? default! : (T)result);
    }

    public override void Refuse(Exception error)
    {
        _registration.Unregister();
        if (error is OperationCanceledException cancelled) _answer.TrySetCanceled(cancelled.CancellationToken);
        else _answer.TrySetException(error);
    }

    private void Cancel(CancellationToken token)
    {
        _answer.TrySetCanceled(token);
        Target?.Cancel(this, _cancellation!);
    }
}
