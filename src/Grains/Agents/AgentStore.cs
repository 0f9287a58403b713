using Npgsql;
using SupportPlatform.Conversations;

namespace SupportPlatform.Agents;

/// <summary>A store's agents in the database.</summary>
internal sealed class AgentStore(NpgsqlDataSource database, StorageRetry retry)
{
    // One statement, so that the count is of the same moment as the revision.
    private const string Read = """
        SELECT a.id, a.name, a.picture_url, a.role, a.skills, a.languages, a.desks, a.slots, a.presence, a.seen_at, a.offered_at, a.revision, a.email, a.account IS NOT NULL,
               (SELECT count(*) FROM conversations c WHERE c.store = a.store AND c.agent = a.id),
               (SELECT count(*) FROM desk_offers o WHERE o.store = a.store AND o.agent = a.id),
               (SELECT i.expires_at FROM invitations i WHERE i.store = a.store AND i.agent = a.id AND i.email = a.email)
          FROM agents a
         WHERE a.store = $1
        """;

    private const string ReadOne = Read + " AND a.id = $2";

    private const string ReadPage = Read + " AND a.id > $2 ORDER BY a.id LIMIT $3";

    private const string ReadDesk = Read + " AND (a.desks = '{}' OR $2 = ANY (a.desks)) ORDER BY a.id";

    // The rows of all owners are locked one after another, so that two owners cannot each leave the other as the last one.
    private const string Owners = "owners AS (SELECT id FROM agents WHERE store = $1 AND role = 'owner' ORDER BY id FOR UPDATE)";

    // Whoever had accepted the invitation of another address is out.
    private const string Upsert = $"""
        WITH {Owners}
        INSERT INTO agents (store, id, name, picture_url, role, skills, languages, desks, slots, presence, email)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'offline', $10)
        ON CONFLICT (store, id) DO UPDATE
           SET name = excluded.name, picture_url = excluded.picture_url, role = excluded.role, skills = excluded.skills,
               languages = excluded.languages, desks = excluded.desks, slots = excluded.slots, revision = agents.revision + 1,
               email = excluded.email, account = CASE WHEN agents.email = excluded.email THEN agents.account END
         WHERE agents.role <> 'owner' OR excluded.role = 'owner' OR EXISTS (SELECT FROM owners WHERE id <> $2)
        """;

    private const string Remove = $"""
        WITH {Owners},
        gone AS (
            DELETE FROM agents WHERE store = $1 AND id = $2 AND (role <> 'owner' OR EXISTS (SELECT FROM owners WHERE id <> $2)) RETURNING id, account),
        uninvited AS (DELETE FROM invitations i USING gone WHERE i.store = $1 AND i.agent = gone.id),
        signed_out AS (
            DELETE FROM sessions s USING gone
             WHERE s.account = gone.account AND NOT EXISTS (SELECT FROM agents a WHERE a.account = gone.account AND (a.store <> $1 OR a.id <> $2))),
        unoffered AS (UPDATE desk_offers o SET agent = NULL FROM gone WHERE o.store = $1 AND o.agent = gone.id)
        SELECT count(*) FROM gone
        """;

    // A statement of its own: the removal has waited for claims of the agent that were under way, and this one sees them.
    private const string LetGo = """
        INSERT INTO due (target, key, kind, due_at)
        SELECT $3, key, $4, $5 FROM conversations WHERE store = $1 AND agent = $2
        ON CONFLICT (target, key, kind) DO UPDATE SET due_at = excluded.due_at, attempts = 0
        """;

    private const string See = "UPDATE agents SET seen_at = $3, presence = coalesce($4::text, presence) WHERE store = $1 AND id = $2";

    /// <summary>Adds an agent or replaces the profile; false when the last owner would be none.</summary>
    /// <exception cref="SupportException">The mail address is another agent's.</exception>
    public async Task<bool> Put(string store, string id, AgentProfile profile, CancellationToken cancellationToken) => await retry.Run(
        async ct =>
        {
            await using var connection = await database.OpenConnectionAsync(ct);
            await using var command = connection.Statement(
                Upsert,
                store, id, profile.Name, profile.PictureUrl, Word(profile.Role), profile.Skills.ToArray(), profile.Languages.ToArray(),
                profile.Desks.ToArray(), profile.Slots, profile.Email);
            try
            {
                return await command.ExecuteNonQueryAsync(ct);
            }
            catch (PostgresException e) when (e is { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "agents_by_email" })
            {
                throw new SupportException(ProblemCodes.EmailTaken, "Another agent of this store has this mail address.");
            }
        },
        cancellationToken) > 0;

    /// <summary>Removes an agent, unless it is the last owner, and lets go of what the agent has.</summary>
    public Task<bool> Delete(string store, string id, DateTimeOffset now, CancellationToken cancellationToken) => retry.Run(
        async ct =>
        {
            await using var connection = await database.OpenConnectionAsync(ct);
            await using var transaction = await connection.BeginTransactionAsync(ct);
            await using var remove = connection.Statement(Remove, store, id);
            if (await remove.ExecuteScalarAsync(ct) is not 1L) return false;
            await using var letGo = connection.Statement(LetGo, store, id, DueTargets.Conversation, DueKinds.AgentGone(id), now.UtcDateTime);
            await letGo.ExecuteNonQueryAsync(ct);
            await transaction.CommitAsync(ct);
            return true;
        },
        cancellationToken);

    /// <summary>Notes that an agent is there; false when there is none.</summary>
    public async Task<bool> Seen(string store, string id, DateTimeOffset at, AgentPresence? presence, CancellationToken cancellationToken) =>
        await Execute(See, [store, id, at.UtcDateTime, presence is { } given ? Word(given) : null], cancellationToken) > 0;

    /// <summary>An agent, or null.</summary>
    public async Task<StoredAgent?> Find(string store, string id, CancellationToken cancellationToken) =>
        (await ReadAgents(ReadOne, [store, id], cancellationToken)).SingleOrDefault();

    /// <summary>The slots of an agent at one moment; null for somebody who was not added, and has no limit.</summary>
    public async Task<AgentSlot?> FindSlot(string store, string id, CancellationToken cancellationToken) =>
        await Find(store, id, cancellationToken) is { } agent ? SlotOf(store, agent) : null;

    /// <summary>The slots of an agent at the moment of reading.</summary>
    public static AgentSlot SlotOf(string store, StoredAgent agent) =>
        new(store, agent.Id, agent.Revision, agent.Profile.Slots - agent.Conversations);

    /// <summary>A page of a store's agents, by id.</summary>
    public Task<IReadOnlyList<StoredAgent>> List(string store, string? after, int limit, CancellationToken cancellationToken) =>
        ReadAgents(ReadPage, [store, after ?? "", limit], cancellationToken);

    /// <summary>The agents who serve a desk, by id.</summary>
    public Task<IReadOnlyList<StoredAgent>> OfDesk(string store, string desk, CancellationToken cancellationToken) =>
        ReadAgents(ReadDesk, [store, desk], cancellationToken);

    private Task<int> Execute(string sql, object?[] values, CancellationToken cancellationToken) =>
        retry.Execute(database, sql, values, cancellationToken);

    private Task<IReadOnlyList<StoredAgent>> ReadAgents(string sql, object?[] values, CancellationToken cancellationToken) =>
        retry.Read(database, sql, values, ReadAgent, cancellationToken);

    private static StoredAgent ReadAgent(NpgsqlDataReader reader) => new()
    {
        Id = reader.GetString(0),
        Profile = new AgentProfile
        {
            Name = reader.GetString(1),
            PictureUrl = reader.Text(2),
            Role = Enum.Parse<AgentRole>(reader.GetString(3), ignoreCase: true),
            Skills = [.. reader.GetFieldValue<string[]>(4)],
            Languages = [.. reader.GetFieldValue<string[]>(5)],
            Desks = [.. reader.GetFieldValue<string[]>(6)],
            Slots = reader.GetInt32(7),
            Email = reader.Text(12),
        },
        Chosen = Enum.Parse<AgentPresence>(reader.GetString(8), ignoreCase: true),
        SeenAt = reader.IsDBNull(9) ? null : reader.GetFieldValue<DateTimeOffset>(9),
        OfferedAt = reader.IsDBNull(10) ? null : reader.GetFieldValue<DateTimeOffset>(10),
        Revision = reader.GetInt64(11),
        HasJoined = reader.GetBoolean(13),
        Conversations = (int)reader.GetInt64(14),
        Offers = (int)reader.GetInt64(15),
        InvitedUntil = reader.IsDBNull(16) ? null : reader.GetFieldValue<DateTimeOffset>(16),
    };

#pragma warning disable CA1308 // The words of the database are in lower case.
    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
#pragma warning restore CA1308
}
