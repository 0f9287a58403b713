using SupportPlatform.Agents;

namespace SupportPlatform.Accounts;

/// <summary>As which agent a person works in a store.</summary>
[GenerateSerializer, Immutable, Alias("support.accounts.membership")]
public sealed record Membership
{
    /// <summary>The store.</summary>
    [Id(0)] public required string Store { get; init; }

    /// <summary>The agent's id within the store.</summary>
    [Id(1)] public required string AgentId { get; init; }

    /// <summary>The agent's name, as customers read it.</summary>
    [Id(2)] public required string AgentName { get; init; }

    /// <summary>What the agent may do.</summary>
    [Id(3)] public required AgentRole Role { get; init; }

    /// <summary>The address of the agent's picture.</summary>
    [Id(4)] public string? PictureUrl { get; init; }
}
