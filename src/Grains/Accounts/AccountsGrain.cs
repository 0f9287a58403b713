using System.Security.Cryptography;
using SupportPlatform.Security;

namespace SupportPlatform.Accounts;

/// <summary>The accounts. It keeps nothing: each step is one statement, so that it holds on several silos.</summary>
[StatelessWorker]
[GrainType("accounts")]
internal sealed class AccountsGrain(AccountStore accounts, TimeProvider time) : Grain, IAccountsGrain
{
    /// <inheritdoc/>
    public async Task<SignInAttempt> Reserve(string address, CancellationToken cancellationToken = default)
    {
        StaffGate.RequirePlatform();
        var now = time.GetUtcNow();
        if (!await accounts.Count(address, now, cancellationToken))
        {
            var last = await accounts.LastAttempt(address, cancellationToken) ?? now;
            return new SignInAttempt { LockedFor = last + AccountRules.LockOut - now };
        }

        var account = await accounts.Find(address, cancellationToken);
        return new SignInAttempt { PasswordHash = account?.PasswordHash, Generation = account?.Generation ?? 0 };
    }

    /// <inheritdoc/>
    public Task Release(string address, CancellationToken cancellationToken = default)
    {
        StaffGate.RequirePlatform();
        return accounts.Release(address, cancellationToken);
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
        await accounts.PrepareTwoFactor(address, secret, cancellationToken);
        return TotpRules.Encode(secret);
    }

    /// <inheritdoc/>
    public async Task<bool> TurnOnTwoFactor(string address, string code, CancellationToken cancellationToken = default)
    {
        StaffGate.RequirePlatform();
        var account = await accounts.Find(address, cancellationToken);
        return account?.PreparedSecret is { } secret && TotpRules.FindStep(secret, code, time.GetUtcNow()) is { } step &&
            await accounts.TurnOnTwoFactor(address, secret, step, cancellationToken);
    }

    /// <inheritdoc/>
    public Task TurnOffTwoFactor(string address, CancellationToken cancellationToken = default)
    {
        StaffGate.RequirePlatform();
        return accounts.TurnOffTwoFactor(address, cancellationToken);
    }
}
