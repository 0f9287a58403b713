namespace SupportPlatform.Accounts;

/// <summary>How long things about accounts last. The numbers are those of OWASP's and NIST's (SP 800-63B) advice, rounded.</summary>
internal static class AccountRules
{
    /// <summary>How many failed tries of a password from one network lock an address for that network.</summary>
    public const int MostFailures = 5;

    /// <summary>How many from all networks together lock it for all; NIST allows 100.</summary>
    public const int MostFailuresAnywhere = 50;

    /// <summary>The most sessions of an account; the oldest give way.</summary>
    public const int MostSessions = 50;

    /// <summary>For how long an address is locked, and a failed try is remembered.</summary>
    public static readonly TimeSpan LockOut = TimeSpan.FromMinutes(15);

    /// <summary>After which silence a session ends.</summary>
    public static readonly TimeSpan SessionIdle = TimeSpan.FromHours(12);

    /// <summary>After which time a session ends in any case.</summary>
    public static readonly TimeSpan SessionLife = TimeSpan.FromDays(14);

    /// <summary>How exactly it is known when a session was used last.</summary>
    public static readonly TimeSpan SessionTouch = TimeSpan.FromMinutes(1);

    /// <summary>How old a session's secret id becomes.</summary>
    public static readonly TimeSpan SessionIdAge = TimeSpan.FromHours(1);

    /// <summary>For how long the old id is good once the new one was shown, and after which a new one that never was is taken for lost.</summary>
    public static readonly TimeSpan SessionGrace = TimeSpan.FromMinutes(1);

    /// <summary>How long an agent's invitation is good.</summary>
    public static readonly TimeSpan InvitationLife = TimeSpan.FromDays(7);
}
