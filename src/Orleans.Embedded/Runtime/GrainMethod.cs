using System.Collections.Concurrent;
using System.Linq.Expressions;

namespace Orleans.Runtime;

/// <summary>A method of a grain interface, and what its attributes say.</summary>
internal abstract class GrainMethod(MethodInfo method)
{
    private static readonly ConcurrentDictionary<MethodInfo, GrainMethod> Known = new();

    public MethodInfo Interface { get; } = method;

    public CallMode Mode { get; } =
        method.IsDefined(typeof(AlwaysInterleaveAttribute)) ? CallMode.WithAll
        : method.IsDefined(typeof(ReadOnlyAttribute)) ? CallMode.WithReaders
        : CallMode.Alone;

    public TimeSpan? Timeout { get; } = method.GetCustomAttribute<ResponseTimeoutAttribute>()?.Timeout;

    /// <exception cref="NotSupportedException">The method has a shape that grain calls cannot have.</exception>
    public static GrainMethod Of(MethodInfo method) => Known.GetOrAdd(method, static method =>
    {
        var type = method.ReturnType;
        var kind = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        var implementation =
            kind == typeof(Task) || kind == typeof(ValueTask) ? typeof(AnswerMethod<object>)
            : kind == typeof(Task<>) || kind == typeof(ValueTask<>) ? typeof(AnswerMethod<>).MakeGenericType(type.GenericTypeArguments)
            : kind == typeof(IAsyncEnumerable<>) ? typeof(SequenceMethod<>).MakeGenericType(type.GenericTypeArguments)
            : throw new NotSupportedException($"{method.DeclaringType}.{method.Name}: a grain method cannot return {type}.");
        return (GrainMethod)Activator.CreateInstance(implementation, method)!;
    });

    /// <summary>Makes a call of this method and sends it; returns what the method returns.</summary>
    public abstract object Send(GrainReference reference, object?[] arguments);

    protected static CancellationToken TokenIn(object?[] arguments) => arguments is [.., CancellationToken token] ? token : default;

    /// <summary>Calls a grain's method with arguments, in which a token of the grain's side takes the caller's place.</summary>
    protected Func<object, object?[], CancellationToken, TResult> Compile<TResult>()
    {
        var (grain, arguments, token) = (Expression.Parameter(typeof(object)), Expression.Parameter(typeof(object?[])), Expression.Parameter(typeof(CancellationToken)));
        var values = Interface.GetParameters().Select(p => p.ParameterType == typeof(CancellationToken)
            ? token : (Expression)Expression.Convert(Expression.ArrayIndex(arguments, Expression.Constant(p.Position)), p.ParameterType));
        Expression call = Expression.Call(Expression.Convert(grain, Interface.DeclaringType!), Interface, values);
        if (call.Type.IsValueType) call = Expression.Call(call, nameof(ValueTask.AsTask), null);
        return Expression.Lambda<Func<object, object?[], CancellationToken, TResult>>(call, grain, arguments, token).Compile();
    }
}
