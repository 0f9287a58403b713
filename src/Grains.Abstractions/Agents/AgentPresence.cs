namespace SupportPlatform.Agents;

/// <summary>Whether a human agent is there.</summary>
[GenerateSerializer, Alias("support.agents.agent-presence")]
public enum AgentPresence
{
    /// <summary>Not at work.</summary>
    Offline,

    /// <summary>At work, but not at the screen; so is everybody of whom nothing has been heard for a while.</summary>
    Away,

    /// <summary>At the screen, and wants no further conversation.</summary>
    Busy,

    /// <summary>Takes conversations.</summary>
    Online,
}
