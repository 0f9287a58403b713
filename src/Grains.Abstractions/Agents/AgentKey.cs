using SupportPlatform.Stores;

namespace SupportPlatform.Agents;

/// <summary>The key of an agent's grain: <c>{store}/{agentId}</c>.</summary>
public static class AgentKey
{
    /// <summary>The id of the agent that the first account is in each store.</summary>
    public const string OwnerId = "owner";

    /// <summary>The key.</summary>
    /// <exception cref="SupportException">One of them is no id.</exception>
    public static string Of(string store, string? agentId) =>
        string.IsNullOrWhiteSpace(agentId) || agentId.Length > Limits.ClientIdLength
            ? throw new SupportException(ProblemCodes.InvalidRequest, $"agentId has 1 to {Limits.ClientIdLength} characters.")
            : $"{StoreKey.Check(store)}/{agentId}";

    /// <summary>The agent's id in a key.</summary>
    public static string AgentIdOf(string grainKey) => grainKey[(StoreKey.OfGrainKey(grainKey).Length + 1)..];
}
