namespace SupportPlatform.Conversations;

/// <summary>Which conversations to list.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.conversation-filter")]
public sealed record ConversationFilter
{
    /// <summary>Only those that stand so; null for all.</summary>
    [Id(0)] public ConversationStatus? Status { get; init; }

    /// <summary>Only those that wait in this team's queue.</summary>
    [Id(1)] public string? Desk { get; init; }

    /// <summary>Only those of which this human agent has the floor.</summary>
    [Id(2)] public string? AgentId { get; init; }

    /// <summary>Only those of this contact.</summary>
    [Id(3)] public string? ContactId { get; init; }

    /// <summary>Where the page before ended; null for the first.</summary>
    [Id(4)] public string? Cursor { get; init; }

    /// <summary>How many at most, 1 to 500.</summary>
    [Id(5)] public int Limit { get; init; } = 100;

    /// <summary>Only those of this list; null for all. For staff alone, as all that follows.</summary>
    [Id(6)] public InboxView? View { get; init; }

    /// <summary>The agent whose list it is; left out by staff who have signed in.</summary>
    [Id(7)] public string? Of { get; init; }

    /// <summary>Only those with this tag.</summary>
    [Id(8)] public string? Tag { get; init; }

    /// <summary>Only those of this priority.</summary>
    [Id(9)] public ConversationPriority? Priority { get; init; }
}
