namespace SupportPlatform.Conversations.Staff;

/// <summary>What <c>open</c> is called with.</summary>
internal sealed record OpenRequest
{
    /// <summary>The conversation's public id.</summary>
    public string? ConversationId { get; init; }

    /// <summary>The number of the last event that the client has; 0 for none.</summary>
    public long After { get; init; }

    /// <summary>The agent; of the session where there is one.</summary>
    public string? AgentId { get; init; }
}
