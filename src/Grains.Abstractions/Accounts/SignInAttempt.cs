namespace SupportPlatform.Accounts;

/// <summary>One try of a password, counted as failed until it is known to be right.</summary>
[GenerateSerializer, Immutable, Alias("support.accounts.sign-in-attempt")]
public sealed record SignInAttempt
{
    /// <summary>The hash that the password is tried against; null where there is no such account, or it is locked.</summary>
    [Id(0)] public string? PasswordHash { get; init; }

    /// <summary>Which password it is; it grows with each change.</summary>
    [Id(1)] public long Generation { get; init; }

    /// <summary>For how long no password is tried, whether or not there is such an account; null: it may be tried.</summary>
    [Id(2)] public TimeSpan? LockedFor { get; init; }
}
