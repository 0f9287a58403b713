using System.Collections.Immutable;

namespace SupportPlatform.Agents;

/// <summary>A page of a store's agents, by id.</summary>
[GenerateSerializer, Immutable, Alias("support.agents.agent-page")]
public sealed record AgentPage
{
    /// <summary>The agents.</summary>
    [Id(0)] public required ImmutableArray<AgentView> Items { get; init; }

    /// <summary>What the next page begins after; null at the end.</summary>
    [Id(1)] public string? Next { get; init; }
}
