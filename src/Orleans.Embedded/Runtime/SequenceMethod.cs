namespace Orleans.Runtime;

/// <summary>A method that returns a sequence; nothing is sent before it is enumerated.</summary>
internal sealed class SequenceMethod<T> : GrainMethod
{
    public SequenceMethod(MethodInfo method)
        : base(method) => Call = Compile<IAsyncEnumerable<T>>();

    public Func<object, object?[], CancellationToken, IAsyncEnumerable<T>> Call { get; }

    public override object Send(GrainReference reference, object?[] arguments) =>
        new GrainSequence<T>(this, reference, arguments, TokenIn(arguments));
}
