using SupportPlatform.Security;

namespace SupportPlatform.Knowledge;

/// <summary>Lets administrators through, and the platform itself.</summary>
internal static class AdministratorGate
{
    /// <summary>Refuses everybody else. The store has been checked by the call filter.</summary>
    /// <exception cref="SupportException">The caller is no administrator.</exception>
    public static void Require()
    {
        if (CallerContext.Current is not { Kind: CallerKind.Administrator or CallerKind.System })
            throw new SupportException(ProblemCodes.AccessDenied, "This is for administrators.");
    }
}
