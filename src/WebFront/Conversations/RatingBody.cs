namespace SupportPlatform.Conversations;

/// <summary>A rating of an answer or of the conversation.</summary>
public sealed record RatingBody
{
    /// <summary>The rated message, of the assistant or of an agent; left out for the conversation.</summary>
    public string? MessageId { get; init; }

    /// <summary>1 (bad, thumbs down) to 5 (good, thumbs up).</summary>
    public required int Score { get; init; }

    /// <summary>Why, at most 1,000 UTF-16 units.</summary>
    public string? Comment { get; init; }
}
