using System.Collections.Immutable;

namespace SupportPlatform.Conversations;

/// <summary>A conversation as its new owner finds it.</summary>
internal sealed record OpenedConversation
{
    /// <summary>The log, which this activation alone can write from now on.</summary>
    public required ConversationLog Log { get; init; }

    /// <summary>The aggregate's state as JSON text; null before the first append.</summary>
    public string? State { get; init; }

    /// <summary>The running summary of what is older than the tail, when there is one.</summary>
    public string? Summary { get; init; }

    /// <summary>The store's id.</summary>
    public required string Store { get; init; }

    /// <summary>The status as of the last append.</summary>
    public required string Status { get; init; }

    /// <summary>The contact's id within the store.</summary>
    public required string ContactId { get; init; }

    /// <summary>Where the customer writes from.</summary>
    public required string Channel { get; init; }

    /// <summary>The customer's language, when known.</summary>
    public string? Locale { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The last events, oldest first, as many as were asked for.</summary>
    public required ImmutableArray<LoggedEvent> Tail { get; init; }
}
