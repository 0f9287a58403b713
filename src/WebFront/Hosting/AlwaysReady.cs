namespace SupportPlatform.Hosting;

/// <summary>The readiness of a host that has nothing to wait for.</summary>
internal sealed class AlwaysReady : IReadiness
{
    /// <inheritdoc/>
    public Task<bool> IsReady(CancellationToken cancellationToken) => Task.FromResult(true);
}
