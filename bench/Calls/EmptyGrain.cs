namespace SupportPlatform.Bench.Calls;

/// <summary>A grain that does nothing.</summary>
[GrainType("bench-empty")]
internal sealed class EmptyGrain : Grain, IEmptyGrain
{
    /// <inheritdoc/>
    public Task Ping() => Task.CompletedTask;
}
