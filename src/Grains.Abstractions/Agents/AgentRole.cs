namespace SupportPlatform.Agents;

/// <summary>What a human agent may do.</summary>
[GenerateSerializer, Alias("support.agents.agent-role")]
public enum AgentRole
{
    /// <summary>Has conversations of their own.</summary>
    Agent,

    /// <summary>Looks after agents and their conversations too.</summary>
    Supervisor,
}
