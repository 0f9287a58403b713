namespace SupportPlatform.Security;

/// <summary>As which agent something is done.</summary>
/// <param name="AgentId">The agent.</param>
/// <param name="Name">The agent's name.</param>
internal sealed record StaffIdentity(string AgentId, string Name)
{
    /// <summary>
    /// Whoever has signed in, unless another agent is named, which the grain lets supervisors do; with the administration key
    /// the agent is always named.
    /// </summary>
    /// <exception cref="SupportException">No agent is named.</exception>
    public static StaffIdentity Of(string? agentId, string? agentName = null)
    {
        var caller = CallerContext.Current;
        if (caller is { Kind: CallerKind.Staff } && (agentId is null || agentId == caller.AgentId)) return new(caller.AgentId!, caller.Name!);
        return agentId is null
            ? throw new SupportException(ProblemCodes.InvalidRequest, "With the administration key agentId is needed.")
            : new(agentId, agentName ?? agentId);
    }
}
