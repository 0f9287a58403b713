using System.Collections.Immutable;

namespace SupportPlatform.Conversations;

/// <summary>A conversation in a list.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.conversation-line")]
public sealed record ConversationLine
{
    /// <summary>The conversation's public id.</summary>
    [Id(0)] public required string ConversationId { get; init; }

    /// <summary>Where it stands.</summary>
    [Id(1)] public required ConversationStatus Status { get; init; }

    /// <summary>The contact's id within the store.</summary>
    [Id(2)] public required string ContactId { get; init; }

    /// <summary>Where the customer writes from.</summary>
    [Id(3)] public required string Channel { get; init; }

    /// <summary>The customer's language as a BCP 47 tag, when known.</summary>
    [Id(4)] public string? Locale { get; init; }

    /// <summary>The number of its last event.</summary>
    [Id(5)] public required long LastSeq { get; init; }

    /// <summary>When it began.</summary>
    [Id(6)] public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it last changed.</summary>
    [Id(7)] public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The team whose queue it waits in.</summary>
    [Id(8)] public string? Desk { get; init; }

    /// <summary>Since when it waits for a person.</summary>
    [Id(9)] public DateTimeOffset? WaitingSince { get; init; }

    /// <summary>The human agent who has the floor; for staff alone.</summary>
    [Id(10)] public string? AgentId { get; init; }

    /// <summary>The customer's name, when known; for staff alone, as all that follows.</summary>
    [Id(11)] public string? ContactName { get; init; }

    /// <summary>That agent's name.</summary>
    [Id(12)] public string? AgentName { get; init; }

    /// <summary>Why it wants or wanted a person.</summary>
    [Id(13)] public LineEscalation? Escalation { get; init; }

    /// <summary>How pressing it is.</summary>
    [Id(14)] public ConversationPriority Priority { get; init; }

    /// <summary>Its tags.</summary>
    [Id(15)] public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Until when it is put aside.</summary>
    [Id(16)] public DateTimeOffset? SnoozedUntil { get; init; }

    /// <summary>Whether it is spam.</summary>
    [Id(17)] public bool IsSpam { get; init; }

    /// <summary>The last message.</summary>
    [Id(18)] public LineMessage? LastMessage { get; init; }

    /// <summary>What is to be done next by a promised time; null for nothing.</summary>
    [Id(19)] public LineSla? Sla { get; init; }
}
