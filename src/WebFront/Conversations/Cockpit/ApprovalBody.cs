namespace SupportPlatform.Conversations;

/// <summary>Whether answers wait for approval, and who says so.</summary>
public sealed record ApprovalBody
{
    /// <summary>Whether they do.</summary>
    public required bool Required { get; init; }

    /// <summary>The agent.</summary>
    public required string AgentId { get; init; }

    /// <summary>The agent's name.</summary>
    public required string AgentName { get; init; }
}
