namespace SupportPlatform.Hosting;

/// <summary>Too much was asked too fast; nothing was done.</summary>
internal sealed class RateLimitedException(TimeSpan retryAfter) : Exception("Too many requests; try again later.")
{
    /// <summary>How long to wait; at least a second, since that is the unit of Retry-After.</summary>
    public TimeSpan RetryAfter { get; } = retryAfter < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : retryAfter;
}
