namespace SupportPlatform.Security;

/// <summary>Lets administrators through, and the platform itself.</summary>
internal static class AdministratorGate
{
    /// <summary>Whether the present caller may pass. The store has been checked by the call filter.</summary>
    public static bool IsOpen => CallerContext.Current is { Kind: CallerKind.Administrator or CallerKind.System };

    /// <summary>Refuses everybody else.</summary>
    /// <exception cref="SupportException">The caller is no administrator.</exception>
    public static void Require()
    {
        if (!IsOpen) throw new SupportException(ProblemCodes.AccessDenied, "This is for administrators.");
    }
}
