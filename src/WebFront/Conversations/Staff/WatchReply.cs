using System.Collections.Immutable;
using SupportPlatform.Agents;

namespace SupportPlatform.Conversations.Staff;

/// <summary>What <c>watch</c> returns.</summary>
internal sealed record WatchReply
{
    /// <summary>How many conversations the agent's lists have.</summary>
    public required ConversationCounts Counts { get; init; }

    /// <summary>The store's agents.</summary>
    public required ImmutableArray<AgentView> Agents { get; init; }

    /// <summary>The agent; null for somebody who is none.</summary>
    public AgentView? Me { get; init; }
}
