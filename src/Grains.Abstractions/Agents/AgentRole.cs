namespace SupportPlatform.Agents;

/// <summary>What a human agent may do; each role may do what those before it may.</summary>
[GenerateSerializer, Alias("support.agents.agent-role")]
public enum AgentRole
{
    /// <summary>Has conversations of their own.</summary>
    Agent,

    /// <summary>Looks after agents and their conversations too.</summary>
    Supervisor,

    /// <summary>Changes the store: its settings, knowledge and agents.</summary>
    Administrator,

    /// <summary>Names administrators too.</summary>
    Owner,
}
