using System.Security.Cryptography;
using SupportPlatform.Security;

namespace SupportPlatform.Accounts;

/// <summary>The accounts. It keeps nothing: each step is one statement, so that it holds on several silos.</summary>
[StatelessWorker]
[GrainType("accounts")]
internal sealed class AccountsGrain(AccountStore accounts, TotpSecrets secrets, TimeProvider time) : Grain, IAccountsGrain
{
    /// <inheritdoc/>
    public Task<SignInAttempt> Reserve(string address, CancellationToken cancellationToken = default) =>
        ReserveFrom(new SignInTry { Address = address }, cancellationToken);

    /// <inheritdoc/>
    public async Task<SignInAttempt> ReserveFrom(SignInTry tried, CancellationToken cancellationToken = default)
    {
        StaffGate.RequirePlatform();
        var now = time.GetUtcNow();
        if (await accounts.Count(tried, now, cancellationToken) is { } since) return new SignInAttempt { LockedFor = since + AccountRules.LockOut - now };
        var account = await accounts.Find(tried.Address, cancellationToken);
        return new SignInAttempt { PasswordHash = account?.PasswordHash, Generation = account?.Generation ?? 0 };
    }

    /// <inheritdoc/>
    public Task Release(string address, CancellationToken cancellationToken = default) =>
        ReleaseFrom(new SignInTry { Address = address }, cancellationToken);

    /// <inheritdoc/>
    public Task ReleaseFrom(SignInTry tried, CancellationToken cancellationToken = default)
    {
        StaffGate.RequirePlatform();
        return accounts.Release(tried, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> SetPassword(SetPassword command, CancellationToken cancellationToken = default)
    {
        StaffGate.RequirePlatform();
        return accounts.SetPassword(command, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<string> PrepareTwoFactor(string address, CancellationToken cancellationToken = default)
    {
        StaffGate.RequirePlatform();
        var secret = RandomNumberGenerator.GetBytes(TotpRules.SecretLength);
        await accounts.PrepareTwoFactor(address, secrets.Protect(secret), cancellationToken);
        return TotpRules.Encode(secret);
    }

    /// <inheritdoc/>
    public async Task<bool> TurnOnTwoFactor(string address, string code, CancellationToken cancellationToken = default)
    {
        StaffGate.RequirePlatform();
        var account = await accounts.Find(address, cancellationToken);
        return account?.PreparedSecret is { } kept && TotpRules.FindStep(secrets.Read(kept), code, time.GetUtcNow()) is { } step &&
            await accounts.TurnOnTwoFactor(address, kept, step, cancellationToken);
    }

    /// <inheritdoc/>
    public Task TurnOffTwoFactor(string address, CancellationToken cancellationToken = default)
    {
        StaffGate.RequirePlatform();
        return accounts.TurnOffTwoFactor(address, cancellationToken);
    }
}
