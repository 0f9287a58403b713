using System.Collections.Immutable;

namespace SupportPlatform.Agents;

/// <summary>What a store says of a human agent.</summary>
[GenerateSerializer, Immutable, Alias("support.agents.agent-profile")]
public sealed record AgentProfile
{
    /// <summary>The name that customers read, 1 to 60 characters.</summary>
    [Id(0)] public required string Name { get; init; }

    /// <summary>The address of the agent's picture, https.</summary>
    [Id(1)] public string? PictureUrl { get; init; }

    /// <summary>What the agent may do.</summary>
    [Id(2)] public AgentRole Role { get; init; } = AgentRole.Agent;

    /// <summary>
    /// What the agent is good at, at most 20 words of <c>a-z 0-9 -</c>, such as <see cref="Conversations.EscalationTypes"/>.
    /// </summary>
    [Id(3)] public ImmutableArray<string> Skills { get; init; } = [];

    /// <summary>The languages that the agent writes, as <c>de</c>, at most 20; none means all.</summary>
    [Id(4)] public ImmutableArray<string> Languages { get; init; } = [];

    /// <summary>The desks that the agent serves, at most 20; none means all.</summary>
    [Id(5)] public ImmutableArray<string> Desks { get; init; } = [];

    /// <summary>How many conversations the agent has at a time, 0 to 100.</summary>
    [Id(6)] public int Slots { get; init; } = 4;

    /// <summary>The mail address of the account that signs in as this agent, in lower case; null: nobody does.</summary>
    [Id(7)] public string? Email { get; init; }
}
