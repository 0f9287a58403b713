using System.Collections.Immutable;
using SupportPlatform.Agents;
using SupportPlatform.Conversations;

namespace SupportPlatform.Desk;

/// <summary>A store as an agent sees it at one moment.</summary>
[GenerateSerializer, Immutable, Alias("support.desk.staff-view")]
public sealed record StaffView
{
    /// <summary>How many conversations the agent's lists have.</summary>
    [Id(0)] public required ConversationCounts Counts { get; init; }

    /// <summary>The store's agents by id, at most 500; offers are left out.</summary>
    [Id(1)] public required ImmutableArray<AgentView> Agents { get; init; }

    /// <summary>The agent; null for somebody who is none.</summary>
    [Id(2)] public AgentView? Me { get; init; }

    /// <summary>The moment, to follow from.</summary>
    [Id(3)] public required DateTimeOffset At { get; init; }
}
