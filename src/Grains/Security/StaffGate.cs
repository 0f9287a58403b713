using SupportPlatform.Agents;

namespace SupportPlatform.Security;

/// <summary>
/// Lets staff through from a role on, the bearer of the administration key, and the platform itself. The store has been
/// checked by the call filter.
/// </summary>
internal static class StaffGate
{
    /// <summary>Whether the present caller has at least this role.</summary>
    public static bool IsOpen(AgentRole least) => CallerContext.Current switch
    {
        { Kind: CallerKind.Administrator or CallerKind.System } => true,
        { Kind: CallerKind.Staff, Role: { } role } => role >= least,
        _ => false,
    };

    /// <summary>Refuses everybody else.</summary>
    /// <exception cref="SupportException">The caller has a lesser role, or none.</exception>
    public static void Require(AgentRole least)
    {
        if (!IsOpen(least)) throw Refused(least);
    }

    /// <summary>
    /// Refuses whoever is neither this agent nor a supervisor: staff act in their own name, and supervisors for others too.
    /// </summary>
    /// <exception cref="SupportException">The caller is somebody else.</exception>
    public static void RequireSelf(string agentId)
    {
        if (IsOpen(AgentRole.Supervisor)) return;
        Require(AgentRole.Agent);
        if (CallerContext.Current!.AgentId != agentId) throw new SupportException(ProblemCodes.AccessDenied, "Only supervisors act for others.");
    }

    /// <summary>Refuses everybody but the platform itself.</summary>
    /// <exception cref="SupportException">The caller is somebody else.</exception>
    public static void RequirePlatform()
    {
        if (CallerContext.Current is not { Kind: CallerKind.System }) throw new SupportException(ProblemCodes.AccessDenied, "This is for the platform.");
    }

    private static SupportException Refused(AgentRole least) => new(ProblemCodes.AccessDenied, least switch
    {
        AgentRole.Agent => "This is for staff.",
        AgentRole.Supervisor => "This is for supervisors.",
        AgentRole.Administrator => "This is for administrators.",
        _ => "This is for owners.",
    });
}
