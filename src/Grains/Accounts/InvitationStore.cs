using Npgsql;
using SupportPlatform.Agents;
using SupportPlatform.Conversations;

namespace SupportPlatform.Accounts;

/// <summary>Invitations in the database. Accepting one is a transaction that begins with its removal, so that it is good once.</summary>
internal sealed class InvitationStore(NpgsqlDataSource database, StorageRetry retry)
{
    // The set-up's is the one row without a store, so that silos that start at once leave one. Where the administration key
    // has made owners nobody has to be found.
    private const string InsertSetUp = """
        INSERT INTO invitations (hash, store, agent, expires_at)
        SELECT $1, '', '', 'infinity'
         WHERE NOT EXISTS (SELECT FROM accounts WHERE is_first)
           AND NOT EXISTS (SELECT FROM agents WHERE role = 'owner' AND account IS NOT NULL)
        ON CONFLICT (store, agent) DO UPDATE SET hash = excluded.hash
        """;

    private const string InsertAgent = """
        INSERT INTO invitations (hash, store, agent, email, resets, expires_at) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (store, agent) DO UPDATE
           SET hash = excluded.hash, email = excluded.email, resets = excluded.resets, expires_at = excluded.expires_at
        """;

    // An invitation is for the address that the agent had, and for no other that was written down since.
    private const string Read = """
        SELECT nullif(i.store, ''), nullif(i.agent, ''), i.email, g.name, i.resets, EXISTS (SELECT FROM accounts a WHERE a.address = i.email)
          FROM invitations i LEFT JOIN agents g ON g.store = i.store AND g.id = i.agent
         WHERE i.hash = $1 AND i.expires_at > $2 AND g.email IS NOT DISTINCT FROM i.email
        """;

    private const string Remove = "DELETE FROM invitations WHERE hash = $1";

    private const string HasFirst = "SELECT 1 FROM accounts WHERE is_first OR address = $1 LIMIT 1";

    private const string InsertAccount =
        "INSERT INTO accounts (address, name, password_hash, is_first, created_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING";

    // Whoever is let in with the administration key has lost the password, and perhaps the telephone too.
    private const string ResetAccount = """
        UPDATE accounts
           SET password_hash = $2, generation = generation + 1, totp_secret = NULL, totp_prepared = NULL, totp_step = NULL
         WHERE address = $1
        """;

    private const string Join = "UPDATE agents SET account = email WHERE store = $1 AND id = $2 AND email = $3";

    private const string Generation = "SELECT generation FROM accounts WHERE address = $1";

    // Stores are what the engine keeps of them; this is read once in the life of a database.
    private const string OwnAll = """
        WITH stores AS (
            SELECT DISTINCT grainidextensionstring AS store FROM orleansstorage WHERE graintypestring = 'store' AND payloadbinary IS NOT NULL),
        named AS (UPDATE agents SET role = 'owner', account = $1 WHERE email = $1 RETURNING store)
        INSERT INTO agents (store, id, name, role, skills, languages, desks, slots, presence, email, account)
        SELECT store, $3, $2, 'owner', '{}', '{}', '{}', 4, 'offline', $1, $1 FROM stores WHERE store NOT IN (SELECT store FROM named)
        ON CONFLICT (store, id) DO UPDATE SET role = 'owner', email = $1, account = $1, revision = agents.revision + 1
        """;

    /// <summary>Keeps the set-up's invitation in the place of the one before; false when the platform is set up.</summary>
    public async Task<bool> InviteToSetUp(string hash, CancellationToken cancellationToken) =>
        await retry.Execute(database, InsertSetUp, [hash], cancellationToken) > 0;

    /// <summary>Keeps an agent's invitation in the place of the ones before.</summary>
    public Task Invite(string hash, string store, string agentId, string email, bool resets, DateTimeOffset until, CancellationToken cancellationToken) =>
        retry.Execute(database, InsertAgent, [hash, store, agentId, email, resets, until.UtcDateTime], cancellationToken);

    /// <summary>Ends an agent's invitation; false when there is none.</summary>
    public async Task<bool> Withdraw(string store, string agentId, CancellationToken cancellationToken) =>
        await retry.Execute(database, "DELETE FROM invitations WHERE store = $1 AND agent = $2", [store, agentId], cancellationToken) > 0;

    /// <summary>An invitation that is good, or null.</summary>
    public async Task<StoredInvitation?> Find(string hash, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await retry.Read(database, Read, [hash, now.UtcDateTime], ReadInvitation, cancellationToken)).SingleOrDefault();

    /// <summary>Accepts an agent's invitation; null when it is gone.</summary>
    public Task<AcceptedInvitation?> Accept(
        string hash, StoredInvitation invitation, string name, string? passwordHash, DateTimeOffset now, CancellationToken cancellationToken) =>
        InTransaction(
            hash,
            async connection =>
            {
                var email = invitation.Email!;
                if (passwordHash is not null && !await Changes(connection, InsertAccount, email, name, passwordHash, false, now.UtcDateTime))
                {
                    // Somebody has made the account a moment ago; what it has as a password is not this invitation's to change.
                    if (!invitation.Resets) return null;
                    await Changes(connection, ResetAccount, email, passwordHash);
                }

                if (!await Changes(connection, Join, invitation.Store!, invitation.AgentId!, email)) return null;
                await using var read = connection.Statement(Generation, email);
                return await read.ExecuteScalarAsync() is long generation ? new AcceptedInvitation { Address = email, Generation = generation } : null;
            },
            cancellationToken);

    /// <summary>Accepts the set-up; null when it is gone.</summary>
    /// <exception cref="SupportException">The address has an account.</exception>
    public Task<AcceptedInvitation?> SetUp(
        string hash, string email, string name, string passwordHash, DateTimeOffset now, CancellationToken cancellationToken) =>
        InTransaction(
            hash,
            async connection =>
            {
                await using var has = connection.Statement(HasFirst, email);
                if (await has.ExecuteScalarAsync() is not null || !await Changes(connection, InsertAccount, email, name, passwordHash, true, now.UtcDateTime))
                    throw new SupportException(ProblemCodes.AccountExists, "This address has an account already.");
                await Changes(connection, OwnAll, email, name, AgentKey.OwnerId);
                return new AcceptedInvitation { Address = email, Generation = 0 };
            },
            cancellationToken);

    private Task<AcceptedInvitation?> InTransaction(
        string hash, Func<NpgsqlConnection, Task<AcceptedInvitation?>> accept, CancellationToken cancellationToken) => retry.Run(
        async ct =>
        {
            await using var connection = await database.OpenConnectionAsync(ct);
            await using var transaction = await connection.BeginTransactionAsync(ct);
            if (!await Changes(connection, Remove, hash) || await accept(connection) is not { } accepted) return null;
            await transaction.CommitAsync(ct);
            return accepted;
        },
        cancellationToken);

    private static async Task<bool> Changes(NpgsqlConnection connection, string sql, params object?[] values)
    {
        await using var command = connection.Statement(sql, values);
        return await command.ExecuteNonQueryAsync() > 0;
    }

    private static StoredInvitation ReadInvitation(NpgsqlDataReader reader) =>
        new(reader.Text(0), reader.Text(1), reader.Text(2), reader.Text(3), reader.GetBoolean(4), reader.GetBoolean(5));
}
