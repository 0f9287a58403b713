using System.Collections.Immutable;
using SupportPlatform.Agents;

namespace SupportPlatform.Conversations;

/// <summary>An agent on the wall: as in the list of agents, and with what the agent has.</summary>
public sealed record WallAgentBody
{
    /// <summary>The agent's id.</summary>
    public required string AgentId { get; init; }

    /// <summary>The profile.</summary>
    public required AgentProfile Profile { get; init; }

    /// <summary>Whether the agent is there.</summary>
    public required AgentPresence Presence { get; init; }

    /// <summary>When the agent was heard of last.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>How many conversations the agent has.</summary>
    public required int Conversations { get; init; }

    /// <summary>These.</summary>
    public required ImmutableArray<ConversationLine> Lines { get; init; }
}
