using SupportPlatform.Security;

namespace SupportPlatform.Accounts;

/// <summary>The sessions. It keeps nothing, so that whoever signs out on one silo is signed out on all.</summary>
[StatelessWorker]
[GrainType("sessions")]
internal sealed class SessionsGrain(SessionStore sessions, AccountStore accounts, TotpSecrets secrets, TimeProvider time) : Grain, ISessionsGrain
{
    /// <inheritdoc/>
    public async Task<SessionStart> Begin(BeginSession command, CancellationToken cancellationToken = default)
    {
        StaffGate.RequirePlatform();
        var now = time.GetUtcNow();
        var tried = new SignInTry { Address = command.Address, Network = command.Network };
        var account = await accounts.Find(command.Address, cancellationToken);
        if (account is null || account.Generation != command.Generation) return new SessionStart();
        if (account.TotpSecret is { } kept)
        {
            // Only this try is taken back: the codes that were wrong before go on counting.
            if (string.IsNullOrWhiteSpace(command.Code))
            {
                await accounts.Release(tried, cancellationToken);
                return new SessionStart { NeedsCode = true };
            }

            var secret = await Read(kept, tried, cancellationToken);
            if (TotpRules.FindStep(secret, command.Code, now) is not { } step ||
                !await accounts.UseCode(command.Address, command.Generation, step, cancellationToken)) return new SessionStart();
            if (!TotpSecrets.IsProtected(kept)) await accounts.ReplaceSecret(command.Address, kept, secrets.Protect(secret), cancellationToken);
        }

        var id = Secrets.New();
        if (!await sessions.Begin(command.Address, command.Generation, Digest.Of(id), Secrets.New(), now, cancellationToken)) return new SessionStart();
        await accounts.ForgetAttempts(tried, now, cancellationToken);
        return new SessionStart { Id = id };
    }

    /// <inheritdoc/>
    public async Task<SessionView?> Use(UseSession command, CancellationToken cancellationToken = default)
    {
        StaffGate.RequirePlatform();
        var handle = command.Id is { } id ? Digest.Of(id) : command.Key;
        return handle is null ? null : await sessions.Use(handle, command.Store, time.GetUtcNow(), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<string?> Rotate(string id, CancellationToken cancellationToken = default)
    {
        StaffGate.RequirePlatform();
        var next = Secrets.New();
        return await sessions.Rotate(Digest.Of(id), Digest.Of(next), time.GetUtcNow(), cancellationToken) ? next : null;
    }

    /// <inheritdoc/>
    public Task End(string key, CancellationToken cancellationToken = default)
    {
        StaffGate.RequirePlatform();
        return sessions.End(key, cancellationToken);
    }

    // A key that this silo lacks is no wrong code of the person's.
    private async Task<byte[]> Read(byte[] kept, SignInTry tried, CancellationToken cancellationToken)
    {
        try
        {
            return secrets.Read(kept);
        }
        catch (SupportException)
        {
            await accounts.Release(tried, cancellationToken);
            throw;
        }
    }
}
