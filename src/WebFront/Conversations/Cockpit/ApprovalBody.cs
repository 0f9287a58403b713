namespace SupportPlatform.Conversations;

/// <summary>Whether answers wait for approval, and who says so.</summary>
public sealed record ApprovalBody
{
    /// <summary>Whether they do.</summary>
    public required bool Required { get; init; }

    /// <summary>The agent; null: who has signed in.</summary>
    public string? AgentId { get; init; }

    /// <summary>The agent's name, for agents who have not signed in.</summary>
    public string? AgentName { get; init; }
}
