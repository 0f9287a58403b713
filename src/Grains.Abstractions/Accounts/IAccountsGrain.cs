namespace SupportPlatform.Accounts;

/// <summary>
/// People's accounts: of the platform, and of no store. The key is <see cref="PlatformKey.Accounts"/>; only the platform itself
/// calls. Passwords come hashed and are tried by the caller.
/// </summary>
[Alias("support.accounts.IAccountsGrain")]
public interface IAccountsGrain : IGrainWithStringKey
{
    /// <summary>
    /// Counts a try of a password as failed before it is made, so that tries at once cannot be more than those that one after
    /// another would be. Five that were not taken back or crowned by a session lock the address for 15 minutes for the network
    /// they came from, and fifty for all, whether or not it has an account.
    /// </summary>
    [Alias("ReserveFrom")]
    Task<SignInAttempt> ReserveFrom(SignInTry tried, CancellationToken cancellationToken = default);

    /// <summary>As <see cref="ReserveFrom"/>, from a network that is not known.</summary>
    [Alias("Reserve")]
    Task<SignInAttempt> Reserve(string address, CancellationToken cancellationToken = default);

    /// <summary>Takes a reserved try back: the password was right.</summary>
    [Alias("ReleaseFrom")]
    Task ReleaseFrom(SignInTry tried, CancellationToken cancellationToken = default);

    /// <summary>As <see cref="ReleaseFrom"/>, from a network that is not known.</summary>
    [Alias("Release")]
    Task Release(string address, CancellationToken cancellationToken = default);

    /// <summary>Sets a new password; false when it was changed meanwhile.</summary>
    [Alias("SetPassword")]
    Task<bool> SetPassword(SetPassword command, CancellationToken cancellationToken = default);

    /// <summary>A new secret for the second factor, in Base32; it counts once a code of it was given.</summary>
    [Alias("PrepareTwoFactor")]
    Task<string> PrepareTwoFactor(string address, CancellationToken cancellationToken = default);

    /// <summary>Turns the second factor on; false when the code is not of the prepared secret.</summary>
    [Alias("TurnOnTwoFactor")]
    Task<bool> TurnOnTwoFactor(string address, string code, CancellationToken cancellationToken = default);

    /// <summary>Turns the second factor off.</summary>
    [Alias("TurnOffTwoFactor")]
    Task TurnOffTwoFactor(string address, CancellationToken cancellationToken = default);
}
