using SupportPlatform.Agents;

namespace SupportPlatform.Accounts;

/// <summary>As which agent a person works in a store.</summary>
public sealed record SessionStoreBody
{
    /// <summary>The store's id.</summary>
    public required string Store { get; init; }

    /// <summary>The store's name.</summary>
    public required string Name { get; init; }

    /// <summary>The agent's id.</summary>
    public required string AgentId { get; init; }

    /// <summary>The agent's name.</summary>
    public required string AgentName { get; init; }

    /// <summary>What the agent may do.</summary>
    public required AgentRole Role { get; init; }

    /// <summary>The address of the agent's picture.</summary>
    public string? PictureUrl { get; init; }
}
