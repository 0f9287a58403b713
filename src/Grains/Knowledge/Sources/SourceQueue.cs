using Npgsql;
using SupportPlatform.Conversations;

namespace SupportPlatform.Knowledge;

/// <summary>
/// Hands out the sources that wait to be read, each to one taker. Whatever a taker writes states revision and attempt, so
/// that one whose lease has ended, or whose source was replaced or deleted meanwhile, changes nothing.
/// </summary>
internal sealed class SourceQueue
{
    private const string TakeRows = """
        WITH taken AS MATERIALIZED (
            SELECT store, kind, id
              FROM knowledge_sources
             WHERE due_at <= $1
             ORDER BY due_at
             LIMIT $3
               FOR UPDATE SKIP LOCKED)
        UPDATE knowledge_sources s
           SET due_at = $1 + $2, attempts = s.attempts + 1, status = 'extracting', updated_at = $1
          FROM taken t
         WHERE s.store = t.store AND s.kind = t.kind AND s.id = t.id
        RETURNING s.store, s.kind, s.id, s.name, s.conversation, s.hash, s.revision, s.attempts
        """;

    private const string Mine = "store = $1 AND kind = $2 AND id = $3 AND revision = $4 AND attempts = $5";

    private readonly NpgsqlDataSource _database;

    /// <summary>The queue of a database.</summary>
    public SourceQueue(NpgsqlDataSource database) => _database = database;

    /// <summary>Takes sources that are due; one that is not finished comes due again after the lease.</summary>
    /// <param name="now">The time by which they are due.</param>
    /// <param name="lease">How long the taker has.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<QueuedSource>> Take(DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenConnectionAsync(cancellationToken);
        await using var command = connection.Statement(TakeRows, now.UtcDateTime, lease, limit);
        var sources = new List<QueuedSource>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var key = new SourceKey(reader.GetString(0), reader.GetString(1), reader.GetString(2));
            sources.Add(new QueuedSource(key, reader.GetString(3), reader.Text(4), reader.Text(5), reader.GetInt64(6), reader.GetInt32(7)));
        }

        return sources;
    }

    /// <summary>Says that the text has been read and is being cut.</summary>
    public async Task SetIndexing(QueuedSource source, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenConnectionAsync(cancellationToken);
        await Update(connection, source, "status = 'indexing', updated_at = $6", [now.UtcDateTime], cancellationToken);
    }

    /// <summary>
    /// Makes the revision the served one: text, status and version in one transaction; of an attachment, the row by which its
    /// conversation learns of it in place of the version.
    /// </summary>
    /// <returns>Whether it still was the taker's.</returns>
    public async Task<bool> Complete(
        QueuedSource source, SourceContent content, SourceDocument document, DateTimeOffset now, DateTimeOffset? again,
        CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        const string Ready = """
            status = 'ready', ready_revision = revision, failure_code = NULL, failure = NULL, title = $6, passages = $7,
            due_at = $9::timestamptz, attempts = 0, updated_at = $8
            """;
        object?[] values = [document.Title, document.Passages.Length, now.UtcDateTime, again?.UtcDateTime];
        if (!await Update(connection, source, Ready, values, cancellationToken)) return false;
        var (store, kind, id) = source.Key;
        await using var write = connection.Statement(
            """
            INSERT INTO knowledge_texts AS t (store, kind, id, revision, content) VALUES ($1, $2, $3, $4, $5::json)
            ON CONFLICT (store, kind, id) DO UPDATE SET revision = excluded.revision, content = excluded.content
            """,
            store, kind, id, source.Revision, content.ToJson());
        await write.ExecuteNonQueryAsync(cancellationToken);
        if (source.Conversation is not null)
        {
            await Announce(connection, source, now, cancellationToken);
        }
        else
        {
            await using var raise = connection.Statement(SourceStore.RaiseVersion, store);
            await raise.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>
    /// Says why it cannot be read; an older revision goes on being served, and is stale where it is to be read again.
    /// </summary>
    /// <returns>Whether it still was the taker's.</returns>
    public async Task<bool> Fail(
        QueuedSource source, string code, string message, DateTimeOffset now, DateTimeOffset? again, CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenConnectionAsync(cancellationToken);
        const string Failed = """
            status = CASE WHEN ready_revision IS NOT NULL AND $9::timestamptz IS NOT NULL THEN 'stale' ELSE 'failed' END,
            failure_code = $6, failure = $7, due_at = CASE WHEN ready_revision IS NOT NULL THEN $9::timestamptz END, attempts = 0,
            updated_at = $8
            """;
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (!await Update(connection, source, Failed, [code, message, now.UtcDateTime, again?.UtcDateTime], cancellationToken)) return false;
        if (source.Conversation is not null) await Announce(connection, source, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static async Task Announce(NpgsqlConnection connection, QueuedSource source, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var due = connection.Statement(
            """
            INSERT INTO due (target, key, kind, due_at) VALUES ('conversation', $1, $2, $3)
            ON CONFLICT (target, key, kind) DO UPDATE SET due_at = excluded.due_at, attempts = 0
            """,
            source.Conversation, DueKinds.Attachment(source.Key.Id), now.UtcDateTime);
        await due.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<bool> Update(
        NpgsqlConnection connection, QueuedSource source, string set, object?[] values, CancellationToken cancellationToken)
    {
        var (store, kind, id) = source.Key;
        await using var command = connection.Statement(
            $"UPDATE knowledge_sources SET {set} WHERE {Mine}", [store, kind, id, source.Revision, source.Attempt, .. values]);
        return await command.ExecuteNonQueryAsync(cancellationToken) > 0;
    }
}
