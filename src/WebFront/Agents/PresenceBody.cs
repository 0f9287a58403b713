namespace SupportPlatform.Agents;

/// <summary>That an agent is there.</summary>
public sealed record PresenceBody
{
    /// <summary>The presence that the agent chooses; null where it stays as it is.</summary>
    public AgentPresence? Presence { get; init; }
}
