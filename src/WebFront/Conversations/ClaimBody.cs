namespace SupportPlatform.Conversations;

/// <summary>An agent takes the floor.</summary>
public sealed record ClaimBody
{
    /// <summary>The agent; null: who has signed in.</summary>
    public string? AgentId { get; init; }

    /// <summary>The agent's name, 1 to 60 characters, where the store has no profile of the agent.</summary>
    public string? AgentName { get; init; }

    /// <summary>The address of the agent's picture, https, likewise.</summary>
    public string? PictureUrl { get; init; }
}
