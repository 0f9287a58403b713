namespace SupportPlatform.Accounts;

/// <summary>A new password; all sessions but the one that it was set in end.</summary>
[GenerateSerializer, Immutable, Alias("support.accounts.set-password")]
public sealed record SetPassword
{
    /// <summary>The account.</summary>
    [Id(0)] public required string Address { get; init; }

    /// <summary>The generation of the password that was given as the present one.</summary>
    [Id(1)] public required long Generation { get; init; }

    /// <summary>The hash of the new password.</summary>
    [Id(2)] public required string PasswordHash { get; init; }

    /// <summary>The session that goes on, by its <see cref="SessionView.Key"/>.</summary>
    [Id(3)] public required string SessionKey { get; init; }
}
