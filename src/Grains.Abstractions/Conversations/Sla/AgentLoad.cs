using System.Collections.Immutable;
using SupportPlatform.Agents;

namespace SupportPlatform.Conversations;

/// <summary>An agent with what the agent has.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.agent-load")]
public sealed record AgentLoad
{
    /// <summary>The agent.</summary>
    [Id(0)] public required AgentView Agent { get; init; }

    /// <summary>The conversations.</summary>
    [Id(1)] public required ImmutableArray<ConversationLine> Lines { get; init; }
}
