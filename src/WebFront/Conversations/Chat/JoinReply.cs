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

    /// <summary>The number after which the events begin, for a client that asked for the last ones only.</summary>
    public long? After { get; init; }

    /// <summary>The name of the human agent who is there.</summary>
    public string? AgentName { get; init; }

    /// <summary>The address of that agent's picture.</summary>
    public string? AgentPictureUrl { get; init; }

    /// <summary>The place in the queue for a person.</summary>
    public int? QueuePosition { get; init; }
}
