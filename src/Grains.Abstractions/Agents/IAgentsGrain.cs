namespace SupportPlatform.Agents;

/// <summary>Lists a store's agents. The key is the store's id; staff only.</summary>
[Alias("support.agents.IAgentsGrain")]
public interface IAgentsGrain : IGrainWithStringKey
{
    /// <summary>A page of agents, by id.</summary>
    [Alias("List")]
    Task<AgentPage> List(string? after, int limit, CancellationToken cancellationToken = default);
}
