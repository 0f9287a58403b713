using System.Collections.Immutable;
using SupportPlatform.Desk;

namespace SupportPlatform.Agents;

/// <summary>A human agent at one moment.</summary>
[GenerateSerializer, Immutable, Alias("support.agents.agent-view")]
public sealed record AgentView
{
    /// <summary>The agent's id within the store.</summary>
    [Id(0)] public required string AgentId { get; init; }

    /// <summary>What the store says of the agent.</summary>
    [Id(1)] public required AgentProfile Profile { get; init; }

    /// <summary>Whether the agent is there.</summary>
    [Id(2)] public required AgentPresence Presence { get; init; }

    /// <summary>When the agent was last heard of.</summary>
    [Id(3)] public DateTimeOffset? SeenAt { get; init; }

    /// <summary>How many conversations the agent has.</summary>
    [Id(4)] public required int Conversations { get; init; }

    /// <summary>What is offered to the agent, the longest offered first; empty in lists.</summary>
    [Id(5)] public ImmutableArray<OfferView> Offers { get; init; } = [];

    /// <summary>Whether the person with the profile's mail address has accepted the invitation, and can sign in.</summary>
    [Id(6)] public bool HasJoined { get; init; }

    /// <summary>Until when the invitation that was made last is good; null where there is none, or it was accepted.</summary>
    [Id(7)] public DateTimeOffset? InvitedUntil { get; init; }
}
