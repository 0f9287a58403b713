using System.Collections.Immutable;
using SupportPlatform.Agents;
using SupportPlatform.Conversations;

namespace SupportPlatform.Desk;

/// <summary>What changed of what staff see; null where nothing did.</summary>
[GenerateSerializer, Immutable, Alias("support.desk.staff-change")]
public sealed record StaffChange
{
    /// <summary>Conversations that changed, at most 200, as they are now.</summary>
    [Id(0)] public ImmutableArray<ConversationLine>? Lines { get; init; }

    /// <summary>How many conversations the agent's lists have now.</summary>
    [Id(1)] public ConversationCounts? Counts { get; init; }

    /// <summary>Agents that changed, as they are now.</summary>
    [Id(2)] public ImmutableArray<AgentView>? Agents { get; init; }

    /// <summary>All that is offered to the agent now.</summary>
    [Id(3)] public ImmutableArray<OfferedConversation>? Offers { get; init; }

    /// <summary>The moment up to which everything has been said, to follow on from.</summary>
    [Id(4)] public required DateTimeOffset At { get; init; }

    /// <summary>The ids of all agents, where somebody came or went.</summary>
    [Id(5)] public ImmutableArray<string>? AgentIds { get; init; }
}
