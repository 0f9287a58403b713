using System.Reflection;
using Orleans.Concurrency;

namespace Orleans.Runtime;

/// <summary>A method of a grain interface and what its attributes say.</summary>
internal sealed class GrainMethod(MethodInfo method)
{
    public MethodInfo Interface { get; } = method;

    public string InterfaceName { get; } = method.DeclaringType!.FullName!;

    public CallMode Mode { get; } =
        method.IsDefined(typeof(AlwaysInterleaveAttribute)) ? CallMode.WithAll
        : method.IsDefined(typeof(ReadOnlyAttribute)) ? CallMode.WithReaders
        : CallMode.Alone;

    public TimeSpan? Timeout { get; } = method.GetCustomAttribute<ResponseTimeoutAttribute>()?.Timeout;
}
