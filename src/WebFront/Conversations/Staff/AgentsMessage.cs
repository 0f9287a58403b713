using System.Collections.Immutable;
using SupportPlatform.Agents;

namespace SupportPlatform.Conversations.Staff;

/// <summary>Agents of a store that changed.</summary>
internal sealed record AgentsMessage(string Store, ImmutableArray<AgentView> Agents);
