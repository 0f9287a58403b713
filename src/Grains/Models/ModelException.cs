namespace SupportPlatform.Models;

/// <summary>No model gave an answer. The message is for the log, never for customers.</summary>
internal sealed class ModelException : Exception
{
    /// <summary>A failure of the model.</summary>
    public ModelException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>Whether the same call may succeed a little later: a limit, a fault of the server, a cut line, a time-out.</summary>
    public bool IsTransient { get; init; }

    /// <summary>How long the provider asks to wait, when it does.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Why, in a word, for metrics: <c>http-429</c>, <c>timeout</c>, <c>cut</c>, <c>garbage</c> and the like.</summary>
    public string Reason { get; init; } = "failed";
}
