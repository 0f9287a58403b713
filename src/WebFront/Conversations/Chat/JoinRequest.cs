namespace SupportPlatform.Conversations.Chat;

/// <summary>What <c>join</c> is called with.</summary>
internal sealed record JoinRequest
{
    /// <summary>The conversation's public id.</summary>
    public string? ConversationId { get; init; }

    /// <summary>The number of the last event that the client has; 0 for none.</summary>
    public long After { get; init; }

    /// <summary>For a client that has nothing yet: of how many numbers at the log's end it wants the events, 1 to 500; null for all.</summary>
    public int? Last { get; init; }

    /// <summary>The visitor's token, where the connection did not bring it.</summary>
    public string? Token { get; init; }
}
