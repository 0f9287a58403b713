using Npgsql;

namespace SupportPlatform.Conversations;

/// <summary>
/// Redacts the events of a conversation in place: the only change that a log ever sees. The change and the end of the due row
/// that asked for it are one transaction, so a crash between any two lines leaves the row, and it is done again.
/// </summary>
/// <param name="database">Where the log is.</param>
internal sealed class RedactionStore(NpgsqlDataSource database)
{
    /// <summary>
    /// Makes redactions due in the conversations whose answers cite a source, or were written beside its passages: store $1,
    /// name $2, now $3.
    /// </summary>
    public const string MakeDue = """
        WITH removed AS (
            INSERT INTO removed_sources AS r (store, name, removed_at) VALUES ($1, $2, $3)
            ON CONFLICT (store, name) DO UPDATE SET removed_at = excluded.removed_at
            RETURNING id)
        INSERT INTO due (target, key, kind, due_at)
        SELECT DISTINCT 'conversation', t.conversation, 'redact:' || r.id, $3
          FROM turns t, removed r
         WHERE t.store = $1 AND (t.sources @> ARRAY[$2] OR t.supplied @> ARRAY[$2])
            ON CONFLICT (target, key, kind) DO UPDATE SET due_at = excluded.due_at
        """;

    /// <summary>
    /// The same for an answer that came after its sources were removed, from what a turn had read before: store $1,
    /// conversation $2, names $3, now $4.
    /// </summary>
    public const string MakeDueLate = """
        INSERT INTO due (target, key, kind, due_at)
        SELECT 'conversation', $2, 'redact:' || r.id, $4
          FROM removed_sources r
         WHERE r.store = $1 AND r.name = ANY ($3) AND NOT EXISTS (
               SELECT FROM knowledge_sources s WHERE s.store = r.store AND s.name = r.name AND s.conversation IS NULL)
            ON CONFLICT (target, key, kind) DO UPDATE SET due_at = excluded.due_at
        """;

    // Where a source of the name has come back, what cites that one stays.
    private const string Find = """
        SELECT r.name,
               CASE WHEN EXISTS (SELECT FROM knowledge_sources s WHERE s.store = r.store AND s.name = r.name AND s.conversation IS NULL)
               THEN r.removed_at END
          FROM removed_sources r
         WHERE r.id = $1
        """;

    private const string Read = "SELECT seq, type, at, data, staff_data FROM events WHERE key = $1 AND type = ANY ($2) ORDER BY seq";

    /// <summary>Redacts the conversation's log.</summary>
    /// <param name="key">The conversation's key.</param>
    /// <param name="removal">The number of the removal; see <see cref="DueKinds.RemovalIn"/>.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>What was done, to be done in memory too; null where there is nothing to do.</returns>
    public async Task<Redaction?> Redact(string key, long removal, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);

        // First, so that a row that is written meanwhile waits for the end of this and then stands.
        await using var done = connection.Statement(
            "DELETE FROM due WHERE target = $1 AND key = $2 AND kind = $3", DueTargets.Conversation, key, DueKinds.Redact(removal));
        await done.ExecuteNonQueryAsync(cancellationToken);
        var redaction = await FindRemoval(connection, removal, cancellationToken);
        if (redaction is not null)
        {
            foreach (var e in await Changed(connection, key, redaction, cancellationToken))
            {
                await using var write = connection.Statement(
                    "UPDATE events SET data = $3::json, staff_data = $4::json WHERE key = $1 AND seq = $2", key, e.Seq, e.Data, e.StaffData);
                await write.ExecuteNonQueryAsync(cancellationToken);
            }
        }

        await transaction.CommitAsync(cancellationToken);
        return redaction;
    }

    private static async Task<Redaction?> FindRemoval(NpgsqlConnection connection, long removal, CancellationToken cancellationToken)
    {
        await using var command = connection.Statement(Find, removal);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new Redaction(reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetFieldValue<DateTimeOffset>(1))
            : null;
    }

    private static async Task<List<LoggedEvent>> Changed(
        NpgsqlConnection connection, string key, Redaction redaction, CancellationToken cancellationToken)
    {
        var changed = new List<LoggedEvent>();
        await using var command = connection.Statement(Read, key, Redaction.Types.ToArray());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var before = new LoggedEvent
            {
                Seq = reader.GetInt64(0),
                Type = reader.GetString(1),
                At = reader.GetFieldValue<DateTimeOffset>(2),
                Data = reader.GetString(3),
                StaffData = reader.Text(4),
            };
            if (redaction.Of(before) is var after && after != before) changed.Add(after);
        }

        return changed;
    }
}
