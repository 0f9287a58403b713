using System.Collections.Immutable;
using Npgsql;
using SupportPlatform.Agents;
using SupportPlatform.Conversations;

namespace SupportPlatform.Accounts;

/// <summary>Sessions in the database. A session is good while its generation is its account's.</summary>
internal sealed class SessionStore(NpgsqlDataSource database, StorageRetry retry)
{
    private static readonly string Insert = $"""
        WITH ended AS (
            DELETE FROM sessions
             WHERE account = $2 AND (used_at <= $6 OR begun_at <= $7 OR id IN (
                SELECT id FROM sessions WHERE account = $2 ORDER BY used_at DESC OFFSET {AccountRules.MostSessions - 1})))
        INSERT INTO sessions (id, account, generation, hash, csrf, begun_at, issued_at, used_at)
        SELECT $1, address, generation, $4, $5, $8, $8, $8 FROM accounts WHERE address = $2 AND generation = $3
        """;

    private const string Touch = """
        WITH used AS MATERIALIZED (
            SELECT s.id, s.account, a.name, s.csrf, a.totp_secret IS NOT NULL AS has_two_factor,
                   (s.hash = $1 AND s.issued_at <= $6) OR (s.previous_hash = $1 AND s.confirmed_at IS NULL AND s.issued_at <= $3) AS is_due,
                   s.used_at <= $8 OR (s.hash = $1 AND s.confirmed_at IS NULL) AS is_news
              FROM sessions s JOIN accounts a ON a.address = s.account AND a.generation = s.generation
             WHERE (s.hash = $1 OR s.id = $1 OR (s.previous_hash = $1 AND (s.confirmed_at IS NULL OR s.confirmed_at > $3)))
               AND s.used_at > $4 AND s.begun_at > $5),
        touched AS (
            UPDATE sessions s
               SET used_at = $2, confirmed_at = CASE WHEN s.hash = $1 THEN coalesce(s.confirmed_at, $2) ELSE s.confirmed_at END
              FROM used WHERE used.is_news AND s.id = used.id)
        SELECT used.id, used.account, used.name, used.csrf, used.has_two_factor, used.is_due, g.store, g.id, g.name, g.role, g.picture_url
          FROM used LEFT JOIN agents g ON g.account = used.account AND ($7::text IS NULL OR g.store = $7)
         ORDER BY g.store, g.id
        """;

    private const string Renew = """
        UPDATE sessions
           SET previous_hash = $1, hash = $2, issued_at = $3, confirmed_at = NULL
         WHERE (hash = $1 AND issued_at <= $4) OR (previous_hash = $1 AND confirmed_at IS NULL AND issued_at <= $5)
        """;

    private const string Remove = "DELETE FROM sessions WHERE id = $1";

    /// <summary>Adds a session, and removes the account's that have ended; false when the password was changed meanwhile.</summary>
    public async Task<bool> Begin(string address, long generation, string hash, string csrf, DateTimeOffset now, CancellationToken cancellationToken) =>
        await retry.Execute(
            database,
            Insert,
            [
                Guid.NewGuid().ToString("N"), address, generation, hash, csrf, (now - AccountRules.SessionIdle).UtcDateTime,
                (now - AccountRules.SessionLife).UtcDateTime, now.UtcDateTime,
            ],
            cancellationToken) > 0;

    /// <summary>A good session, by the hash of its id or by its key.</summary>
    public async Task<SessionView?> Use(string handle, string? store, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await retry.Read(
            database,
            Touch,
            [
                handle, now.UtcDateTime, (now - AccountRules.SessionGrace).UtcDateTime, (now - AccountRules.SessionIdle).UtcDateTime,
                (now - AccountRules.SessionLife).UtcDateTime, (now - AccountRules.SessionIdAge).UtcDateTime, store,
                (now - AccountRules.SessionTouch).UtcDateTime,
            ],
            r => (Session: ReadSession(r), Membership: ReadMembership(r)),
            cancellationToken);
        return rows.Count == 0 ? null : rows[0].Session with { Memberships = [.. rows.Select(r => r.Membership).OfType<Membership>()] };
    }

    /// <summary>Puts a new id in the place of one that is due; false when it is not, or somebody else was first.</summary>
    public async Task<bool> Rotate(string hash, string newHash, DateTimeOffset now, CancellationToken cancellationToken) => await retry.Execute(
        database,
        Renew,
        [hash, newHash, now.UtcDateTime, (now - AccountRules.SessionIdAge).UtcDateTime, (now - AccountRules.SessionGrace).UtcDateTime],
        cancellationToken) > 0;

    /// <summary>Ends a session.</summary>
    public Task End(string key, CancellationToken cancellationToken) => retry.Execute(database, Remove, [key], cancellationToken);

    private static SessionView ReadSession(NpgsqlDataReader reader) => new()
    {
        Key = reader.GetString(0),
        Address = reader.GetString(1),
        Name = reader.GetString(2),
        Csrf = reader.GetString(3),
        HasTwoFactor = reader.GetBoolean(4),
        IsRotationDue = reader.GetBoolean(5),
        Memberships = ImmutableArray<Membership>.Empty,
    };

    private static Membership? ReadMembership(NpgsqlDataReader reader) => reader.IsDBNull(6) ? null : new Membership
    {
        Store = reader.GetString(6),
        AgentId = reader.GetString(7),
        AgentName = reader.GetString(8),
        Role = Enum.Parse<AgentRole>(reader.GetString(9), ignoreCase: true),
        PictureUrl = reader.Text(10),
    };
}
