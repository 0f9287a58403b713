namespace Orleans.Runtime;

/// <summary>A method that answers once.</summary>
internal sealed class AnswerMethod<T> : GrainMethod
{
    private readonly Func<Task<T>, object> _wrap;

    public AnswerMethod(MethodInfo method)
        : base(method)
    {
        Call = Compile<Task>();
        _wrap = method.ReturnType == typeof(ValueTask) ? static t => new ValueTask(t) : method.ReturnType.IsValueType ? static t => new ValueTask<T>(t) : static t => t;
    }

    public Func<object, object?[], CancellationToken, Task> Call { get; }

    public override object Send(GrainReference reference, object?[] arguments)
    {
        var call = new AnswerCall<T>(this, arguments, TokenIn(arguments));
        if (!call.IsAnswered) reference.Send(call);
        return _wrap(call.Task);
    }
}
