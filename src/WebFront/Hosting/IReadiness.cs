namespace SupportPlatform.Hosting;

/// <summary>Whether the process may be sent work; implemented by what hosts the web front.</summary>
public interface IReadiness
{
    /// <summary>True when it has started, is not draining, and reaches what it needs.</summary>
    Task<bool> IsReady(CancellationToken cancellationToken);
}
