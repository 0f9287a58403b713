using System.Collections.Immutable;
using SupportPlatform.Agents;

namespace SupportPlatform.Conversations.Staff;

/// <summary>Agents of a store that changed.</summary>
/// <param name="Store">The store.</param>
/// <param name="Agents">They, as they are now.</param>
/// <param name="AgentIds">The ids of all agents, where somebody came or went: others are gone.</param>
internal sealed record AgentsMessage(string Store, ImmutableArray<AgentView> Agents, ImmutableArray<string>? AgentIds);
