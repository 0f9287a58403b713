namespace SupportPlatform.Bench.Calls;

/// <summary>A grain that does nothing.</summary>
[Alias("support.bench.IEmptyGrain")]
public interface IEmptyGrain : IGrainWithStringKey
{
    /// <summary>Nothing.</summary>
    [Alias("Ping")]
    Task Ping();
}
