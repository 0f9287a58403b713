using Npgsql;
using SupportPlatform.Conversations;

namespace SupportPlatform.Accounts;

/// <summary>Accounts and failed tries in the database.</summary>
internal sealed class AccountStore(NpgsqlDataSource database, StorageRetry retry)
{
    // A row that is locked is left as it is, so that a lock-out ends however often somebody tries.
    private const string CountAttempt = """
        INSERT INTO sign_in_attempts AS a (address, failures, at) VALUES ($1, 1, $2)
        ON CONFLICT (address) DO UPDATE
           SET failures = CASE WHEN a.at <= $3 THEN 1 ELSE a.failures + 1 END, at = $2
         WHERE a.failures < $4 OR a.at <= $3
        """;

    private const string ReadAttempt = "SELECT at FROM sign_in_attempts WHERE address = $1";

    private const string TakeBack = "UPDATE sign_in_attempts SET failures = failures - 1 WHERE address = ANY ($1) AND failures > 0";

    private const string Forget = "DELETE FROM sign_in_attempts WHERE address = ANY ($1) OR at <= $2";

    private const string Read =
        "SELECT password_hash, generation, totp_secret, totp_prepared FROM accounts WHERE address = $1";

    // The session that goes on is of the new generation; all others are not, whenever they began.
    private const string ChangePassword = """
        WITH changed AS (
            UPDATE accounts SET password_hash = $3, generation = generation + 1
             WHERE address = $1 AND generation = $2
            RETURNING generation)
        UPDATE sessions SET generation = changed.generation FROM changed WHERE id = $4
        """;

    private const string UseStep =
        "UPDATE accounts SET totp_step = $3 WHERE address = $1 AND generation = $2 AND (totp_step IS NULL OR totp_step < $3)";

    private const string Replace = "UPDATE accounts SET totp_secret = $3 WHERE address = $1 AND totp_secret = $2";

    private const string Prepare = "UPDATE accounts SET totp_prepared = $2 WHERE address = $1";

    private const string TurnOn = """
        UPDATE accounts SET totp_secret = totp_prepared, totp_prepared = NULL, totp_step = $3
         WHERE address = $1 AND totp_prepared = $2
        """;

    private const string TurnOff = "UPDATE accounts SET totp_secret = NULL, totp_prepared = NULL, totp_step = NULL WHERE address = $1";

    /// <summary>Counts a try as failed; when the address is locked, since when it is.</summary>
    public async Task<DateTimeOffset?> Count(SignInTry tried, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var fromHere = FromHere(tried);
        if (await LockedSince(fromHere, AccountRules.MostFailures, now, cancellationToken) is { } locked) return locked;
        if (await LockedSince(tried.Address, AccountRules.MostFailuresAnywhere, now, cancellationToken) is not { } lockedForAll) return null;

        // It was no try; whoever waits for the end of it is not to wait once more.
        await retry.Execute(database, TakeBack, [new[] { fromHere }], cancellationToken);
        return lockedForAll;
    }

    /// <summary>Takes a counted try back.</summary>
    public Task Release(SignInTry tried, CancellationToken cancellationToken) =>
        retry.Execute(database, TakeBack, [new[] { tried.Address, FromHere(tried) }], cancellationToken);

    /// <summary>Forgets an address's failed tries from a network and those of all together, and all that are old.</summary>
    public Task ForgetAttempts(SignInTry tried, DateTimeOffset now, CancellationToken cancellationToken) =>
        retry.Execute(database, Forget, [new[] { tried.Address, FromHere(tried) }, (now - AccountRules.LockOut).UtcDateTime], cancellationToken);

    /// <summary>An account, or null.</summary>
    public async Task<StoredAccount?> Find(string address, CancellationToken cancellationToken) =>
        (await retry.Read(database, Read, [address], ReadAccount, cancellationToken)).SingleOrDefault();

    /// <summary>Changes the password; false when it was changed meanwhile, or the session is gone.</summary>
    public async Task<bool> SetPassword(SetPassword command, CancellationToken cancellationToken) => await retry.Execute(
        database, ChangePassword, [command.Address, command.Generation, command.PasswordHash, command.SessionKey], cancellationToken) > 0;

    /// <summary>Uses the code of a step up, and those before; false when it was used already.</summary>
    public async Task<bool> UseCode(string address, long generation, long step, CancellationToken cancellationToken) =>
        await retry.Execute(database, UseStep, [address, generation, step], cancellationToken) > 0;

    /// <summary>Keeps a secret otherwise than before, unless it has changed meanwhile.</summary>
    public Task ReplaceSecret(string address, byte[] kept, byte[] next, CancellationToken cancellationToken) =>
        retry.Execute(database, Replace, [address, kept, next], cancellationToken);

    /// <summary>Keeps a secret until a code of it turns it on.</summary>
    public Task PrepareTwoFactor(string address, byte[] secret, CancellationToken cancellationToken) =>
        retry.Execute(database, Prepare, [address, secret], cancellationToken);

    /// <summary>Turns a prepared secret on, with its first code used up.</summary>
    public async Task<bool> TurnOnTwoFactor(string address, byte[] secret, long step, CancellationToken cancellationToken) =>
        await retry.Execute(database, TurnOn, [address, secret, step], cancellationToken) > 0;

    /// <summary>Turns the second factor off.</summary>
    public Task TurnOffTwoFactor(string address, CancellationToken cancellationToken) =>
        retry.Execute(database, TurnOff, [address], cancellationToken);

    // No mail address has a space.
    private static string FromHere(SignInTry tried) => $"{tried.Address} {tried.Network}";

    private async Task<DateTimeOffset?> LockedSince(string counted, int most, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await retry.Execute(database, CountAttempt, [counted, now.UtcDateTime, (now - AccountRules.LockOut).UtcDateTime, most], cancellationToken) > 0) return null;
        var last = await retry.Read(database, ReadAttempt, [counted], r => (DateTimeOffset?)r.GetFieldValue<DateTimeOffset>(0), cancellationToken);
        return last.SingleOrDefault() ?? now;
    }

    private static StoredAccount ReadAccount(NpgsqlDataReader reader) => new(
        reader.GetString(0), reader.GetInt64(1), Bytes(reader, 2), Bytes(reader, 3));

    private static byte[]? Bytes(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<byte[]>(column);
}
