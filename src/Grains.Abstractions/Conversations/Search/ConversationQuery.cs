namespace SupportPlatform.Conversations;

/// <summary>What to look for in a store's conversations.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.conversation-query")]
public sealed record ConversationQuery
{
    /// <summary>
    /// Words that a message, a note, a form or who takes part has to have, all of them, 1 to 200 characters. The last one may
    /// be unfinished.
    /// </summary>
    [Id(0)] public required string Text { get; init; }

    /// <summary>Only conversations of this contact.</summary>
    [Id(1)] public string? ContactId { get; init; }

    /// <summary>Only conversations with this tag.</summary>
    [Id(2)] public string? Tag { get; init; }

    /// <summary>Only conversations that stand so.</summary>
    [Id(3)] public ConversationStatus? Status { get; init; }

    /// <summary>Only conversations of which this agent has the floor.</summary>
    [Id(4)] public string? AgentId { get; init; }

    /// <summary>Only what was said from then on.</summary>
    [Id(5)] public DateTimeOffset? From { get; init; }

    /// <summary>Only what was said before then.</summary>
    [Id(6)] public DateTimeOffset? To { get; init; }

    /// <summary>Where the page before ended; null for the first.</summary>
    [Id(7)] public string? Cursor { get; init; }

    /// <summary>How many at most, 1 to 100.</summary>
    [Id(8)] public int Limit { get; init; } = 20;
}
