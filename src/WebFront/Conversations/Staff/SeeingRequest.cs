namespace SupportPlatform.Conversations.Staff;

/// <summary>What <c>seeing</c> is called with.</summary>
internal sealed record SeeingRequest
{
    /// <summary>The conversation's public id.</summary>
    public string? ConversationId { get; init; }

    /// <summary>What the agent does.</summary>
    public ViewerState State { get; init; } = ViewerState.Viewing;

    /// <summary>The agent; of the session where there is one.</summary>
    public string? AgentId { get; init; }
}
