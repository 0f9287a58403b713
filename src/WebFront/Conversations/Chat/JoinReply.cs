namespace SupportPlatform.Conversations.Chat;

/// <summary>What <c>join</c> returns.</summary>
internal sealed record JoinReply
{
    /// <summary>The conversation's public id.</summary>
    public required string ConversationId { get; init; }

    /// <summary>Where it stands.</summary>
    public required ConversationStatus Status { get; init; }

    /// <summary>The number of its last event; all up to it are sent as <c>event</c>.</summary>
    public required long LastSeq { get; init; }
}
