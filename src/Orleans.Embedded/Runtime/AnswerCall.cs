namespace Orleans.Runtime;

/// <summary>A call of a method that answers once.</summary>
internal sealed class AnswerCall<T> : GrainCall
{
    private readonly AnswerMethod<T> _method;
    private readonly object?[] _arguments;
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Not the caller's: it is cancelled as a turn of the activation.
    private readonly CancellationTokenSource? _cancellation;
    private readonly CancellationTokenRegistration _registration;

    public AnswerCall(AnswerMethod<T> method, object?[] arguments, CancellationToken token)
    {
        (_method, _arguments, Mode) = (method, arguments, method.Mode);
        if (!token.CanBeCanceled) return;
        _cancellation = new();
        _registration = token.UnsafeRegister(static (call, token) => ((AnswerCall<T>)call!).Cancel(token), this);
    }

    public override GrainMethod Method => _method;

    public override bool IsAnswered => _answer.Task.IsCompleted;

    public Task<T> Task => _answer.Task;

    public override Task Invoke(object grain) => _method.Call(grain, _arguments, _cancellation?.Token ?? default);

    public override object? ResultOf(Task task) => task is Task<T> typed ? typed.Result : null;

    public override void Answer(Task task)
    {
        _registration.Unregister();
        _answer.TrySetResult(task is Task<T> typed ? typed.Result : default!);
    }

    public override void AnswerWith(object? result) => Answer(System.Threading.Tasks.Task.FromResult(result is null ? default! : (T)result));

    public override void Refuse(Exception error)
    {
        // A time-out leaves a method running, and with it the watch over the caller's token.
        if (Node.List is null) _registration.Unregister();
        if (error is OperationCanceledException cancelled) _answer.TrySetCanceled(cancelled.CancellationToken);
        else _answer.TrySetException(error);
    }

    private void Cancel(CancellationToken token)
    {
        _answer.TrySetCanceled(token);
        Target?.Cancel(this, _cancellation!);
    }
}
