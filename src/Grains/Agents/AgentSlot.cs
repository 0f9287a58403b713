namespace SupportPlatform.Agents;

/// <summary>What a claim states of its agent's slots, read in one snapshot.</summary>
/// <param name="Store">The store.</param>
/// <param name="AgentId">The agent.</param>
/// <param name="Revision">Which claim of the agent it would follow; the claim's transaction refuses any other.</param>
/// <param name="Free">How many slots are free; less than 0 where slots were taken away.</param>
internal sealed record AgentSlot(string Store, string AgentId, long Revision, int Free);
