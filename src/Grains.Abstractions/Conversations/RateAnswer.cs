namespace SupportPlatform.Conversations;

/// <summary>What somebody thinks of an answer, or of the whole conversation.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.rate-answer")]
public sealed record RateAnswer
{
    /// <summary>The rated message, of the assistant or of an agent; null for the conversation.</summary>
    [Id(0)] public string? MessageId { get; init; }

    /// <summary>1 (bad, thumbs down) to 5 (good, thumbs up).</summary>
    [Id(1)] public required int Score { get; init; }

    /// <summary>Why, 1 to 1,000 UTF-16 units.</summary>
    [Id(2)] public string? Comment { get; init; }
}
