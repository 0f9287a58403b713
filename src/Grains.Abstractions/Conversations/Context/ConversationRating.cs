namespace SupportPlatform.Conversations;

/// <summary>How a conversation was rated as a whole.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.conversation-rating")]
public sealed record ConversationRating
{
    /// <summary>1 to 5.</summary>
    [Id(0)] public required int Score { get; init; }

    /// <summary>Why.</summary>
    [Id(1)] public string? Comment { get; init; }
}
