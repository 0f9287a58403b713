#pragma warning disable MA0048, CA1822, CA1812
namespace Orleans.Runtime;

internal sealed class Activation : IGrainContext
{
    internal static Activation? Constructing => null;
    internal IGrainFactory Runtime => throw new InvalidOperationException();
    public GrainId GrainId => default;
    public object? GrainInstance => null;
    public IServiceProvider ActivationServices => throw new InvalidOperationException();
    public Task Deactivated => Task.CompletedTask;
    public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default) { }
    internal void DelayDeactivation(TimeSpan timeSpan) { }
}

internal static class GrainTimer
{
    internal static IGrainTimer Start(Activation activation, Func<CancellationToken, Task> callback, GrainTimerCreationOptions options) => throw new InvalidOperationException();
}

internal class GrainReference : IAddressable
{
    internal GrainId GrainId => default;
}

internal sealed class EnumerableCall<T>
{
    internal int MaxBatchSize { get; set; }
}
