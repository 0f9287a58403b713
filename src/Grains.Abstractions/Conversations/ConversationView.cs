namespace SupportPlatform.Conversations;

/// <summary>A conversation at one moment.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.conversation-view")]
public sealed record ConversationView
{
    /// <summary>The public id.</summary>
    [Id(0)] public required string ConversationId { get; init; }

    /// <summary>Where it stands.</summary>
    [Id(1)] public required ConversationStatus Status { get; init; }

    /// <summary>The number of its last event.</summary>
    [Id(2)] public required long LastSeq { get; init; }

    /// <summary>The floor's number; it grows with each change of speaker.</summary>
    [Id(3)] public required long Floor { get; init; }

    /// <summary>The turn now running, if one is.</summary>
    [Id(4)] public string? TurnId { get; init; }

    /// <summary>The contact.</summary>
    [Id(5)] public required string ContactId { get; init; }

    /// <summary>Where the customer writes from.</summary>
    [Id(6)] public required string Channel { get; init; }

    /// <summary>When it began.</summary>
    [Id(7)] public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The name of the human agent who has the floor; null: the assistant has it.</summary>
    [Id(8)] public string? AgentName { get; init; }

    /// <summary>The address of that agent's picture.</summary>
    [Id(9)] public string? AgentPictureUrl { get; init; }

    /// <summary>The place in the queue that the customer was told last, while it waits.</summary>
    [Id(10)] public int? QueuePosition { get; init; }
}
