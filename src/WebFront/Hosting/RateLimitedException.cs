namespace SupportPlatform.Hosting;

/// <summary>Too much was asked too fast; nothing was done.</summary>
internal sealed class RateLimitedException(
    TimeSpan retryAfter, string code = ProblemCodes.RateLimited, string message = "Too many requests; try again later.") : Exception(message)
{
    /// <summary>The refusal's code.</summary>
    public string Code { get; } = code;

    /// <summary>How long to wait; at least a second, since that is the unit of Retry-After.</summary>
    public TimeSpan RetryAfter { get; } = retryAfter < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : retryAfter;
}
