using SupportPlatform.Agents;

namespace SupportPlatform.Conversations.Staff;

/// <summary>What <c>presence</c> is called with.</summary>
internal sealed record PresenceRequest
{
    /// <summary>The presence that the agent chooses; null where it stays as it is.</summary>
    public AgentPresence? Presence { get; init; }

    /// <summary>The agent; of the session where there is one.</summary>
    public string? AgentId { get; init; }
}
