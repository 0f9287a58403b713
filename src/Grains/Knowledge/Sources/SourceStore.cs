using Npgsql;
using SupportPlatform.Conversations;

namespace SupportPlatform.Knowledge;

/// <summary>
/// The rows of a store's own sources, as administrators read and change them; conversations' attachments are not among
/// them. Each change raises the store's version.
/// </summary>
internal sealed class SourceStore
{
    /// <summary>Raises the version of store $1; the row's lock orders the changes of a store.</summary>
    public const string RaiseVersion = """
        INSERT INTO knowledge_versions AS v (store, version) VALUES ($1, 1)
        ON CONFLICT (store) DO UPDATE SET version = v.version + 1
        """;

    private const string Columns = """
        s.id, s.kind, s.name, s.title, s.status, s.failure_code, s.failure, s.revision, s.ready_revision, s.state, s.hash,
        s.bytes, s.locale, s.category, s.passages, s.answers, s.created_at, s.updated_at, s.origin, s.audience
        """;

    private const int ContentColumn = 20;

    // A document that failed is read again when it is sent again; the same bytes otherwise change nothing.
    private const string QueueDocument = """
        INSERT INTO knowledge_sources AS s
               (store, kind, id, name, title, status, hash, bytes, locale, category, origin, due_at, created_at, updated_at, audience)
        VALUES ($1, $2, $3, $4, $4, 'queued', $5, $6, $7::text, $8::text, $9::text, $10, $10, $10, $11::text)
        ON CONFLICT (store, kind, name) WHERE conversation IS NULL DO UPDATE
           SET status = 'queued', failure_code = NULL, failure = NULL, revision = s.revision + 1, hash = excluded.hash,
               bytes = excluded.bytes, locale = excluded.locale, category = excluded.category, origin = excluded.origin,
               due_at = excluded.due_at, attempts = 0, updated_at = excluded.updated_at, audience = excluded.audience
         WHERE s.hash IS DISTINCT FROM excluded.hash OR s.status = 'failed' OR s.audience IS DISTINCT FROM excluded.audience
        """;

    private readonly NpgsqlDataSource _database;

    /// <summary>The sources of a database.</summary>
    public SourceStore(NpgsqlDataSource database) => _database = database;

    /// <summary>
    /// Queues a document, as a new revision where there is one of its name. The original is put in its place under the
    /// hash's lock, so that no removal of the same bytes can come between.
    /// </summary>
    /// <returns>The source, and the hash of the bytes that it had before, where they are others.</returns>
    public async Task<(SourceView Source, string? Replaced)> Queue(
        NewDocument document, Action placeOriginal, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await LockHash(connection, document.Hash, cancellationToken);
        placeOriginal();
        string? before = null;
        var moves = false;
        await using (var old = connection.Statement(
            "SELECT hash, audience FROM knowledge_sources WHERE store = $1 AND kind = $2 AND name = $3 AND conversation IS NULL FOR UPDATE",
            document.Store, SourceKinds.Document, document.Name))
        await using (var row = await old.ExecuteReaderAsync(cancellationToken))
        {
            if (await row.ReadAsync(cancellationToken)) (before, moves) = (row.Text(0), row.Text(1) != document.Audience);
        }

        await using (var insert = connection.Statement(
            QueueDocument, document.Store, SourceKinds.Document, document.Id, document.Name, document.Hash, document.Bytes,
            document.Locale, document.Category, document.Origin, now.UtcDateTime, document.Audience))
            await insert.ExecuteNonQueryAsync(cancellationToken);
        // What is served of it meanwhile is the older revision, but to its new audience.
        if (moves)
        {
            await using var raise = connection.Statement(RaiseVersion, document.Store);
            await raise.ExecuteNonQueryAsync(cancellationToken);
        }

        await using var select = connection.Statement(
            $"SELECT {Columns} FROM knowledge_sources s WHERE store = $1 AND kind = $2 AND name = $3 AND conversation IS NULL",
            document.Store, SourceKinds.Document, document.Name);
        var source = (await ReadAll(select, hasContent: false, cancellationToken)).Single().View;
        await transaction.CommitAsync(cancellationToken);
        return (source, before == document.Hash ? null : before);
    }

    /// <summary>Queues a page, also one that is there already.</summary>
    public async Task<SourceView> QueuePage(SourceKey key, string url, AddPage page, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenConnectionAsync(cancellationToken);
        await using var command = connection.Statement(
            $"""
            WITH raised AS (
                INSERT INTO knowledge_versions AS v (store, version)
                SELECT $1, 1 WHERE EXISTS (
                    SELECT FROM knowledge_sources WHERE store = $1 AND kind = $2 AND id = $3 AND audience IS DISTINCT FROM $8::text)
                ON CONFLICT (store) DO UPDATE SET version = v.version + 1)
            INSERT INTO knowledge_sources AS s
                   (store, kind, id, name, title, status, locale, category, due_at, created_at, updated_at, audience)
            VALUES ($1, $2, $3, $4, $4, 'queued', $5::text, $6::text, $7, $7, $7, $8::text)
            ON CONFLICT (store, kind, id) DO UPDATE
               SET status = 'queued', failure_code = NULL, failure = NULL, revision = s.revision + 1, locale = excluded.locale,
                   category = excluded.category, due_at = excluded.due_at, attempts = 0, updated_at = excluded.updated_at,
                   audience = excluded.audience
            RETURNING {Columns}
            """,
            key.Store, key.Kind, key.Id, url, page.Locale, page.Category, now.UtcDateTime, SourceRules.Stored(page.Audience));
        return (await ReadAll(command, hasContent: false, cancellationToken)).Single().View;
    }

    /// <summary>Does something to an original if no source has it, with nobody adding it meanwhile.</summary>
    public async Task WhenUnused(string hash, Action action, CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await LockHash(connection, hash, cancellationToken);
        await using var used = connection.Statement("SELECT EXISTS (SELECT FROM knowledge_sources WHERE hash = $1)", hash);
        if (await used.ExecuteScalarAsync(cancellationToken) is false) action();
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>A page of the sources of a kind.</summary>
    /// <param name="query">Which.</param>
    /// <param name="store">The store's id.</param>
    /// <param name="withContent">Whether their text is wanted.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<StoredSource>> List(string store, ListSources query, bool withContent, CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenConnectionAsync(cancellationToken);
        await using var command = connection.Statement(
            $"""
            {Select(withContent)}
             WHERE s.store = $1 AND s.kind = $2 AND s.id > $3 AND s.conversation IS NULL AND ($4::text IS NULL OR s.status = $4)
             ORDER BY s.id LIMIT $5
            """,
            store, query.Kind, query.After ?? "", query.Status, query.Limit);
        return await ReadAll(command, withContent, cancellationToken);
    }

    /// <summary>A source, or null.</summary>
    public async Task<StoredSource?> Find(SourceKey key, bool withContent, CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenConnectionAsync(cancellationToken);
        await using var command = connection.Statement(
            $"{Select(withContent)} WHERE s.store = $1 AND s.kind = $2 AND s.id = $3 AND s.conversation IS NULL", key.Store, key.Kind, key.Id);
        return (await ReadAll(command, withContent, cancellationToken)).SingleOrDefault();
    }

    /// <summary>Removes a source with its text, and has it taken out of the conversations that quote it.</summary>
    /// <returns>Whether there was one, and the hash of its bytes.</returns>
    public async Task<(bool Found, string? Hash)> Delete(SourceKey key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var gate = connection.Statement(TurnStore.LockAnswers, key.Store);
        await gate.ExecuteNonQueryAsync(cancellationToken);
        string? hash;
        string name;
        await using (var delete = connection.Statement(
            "DELETE FROM knowledge_sources WHERE store = $1 AND kind = $2 AND id = $3 AND conversation IS NULL RETURNING hash, name", key.Store, key.Kind, key.Id))
        await using (var reader = await delete.ExecuteReaderAsync(cancellationToken))
        {
            if (!await reader.ReadAsync(cancellationToken)) return (false, null);
            (hash, name) = (reader.Text(0), reader.GetString(1));
        }

        // What was said with its words goes with it.
        await using var forget = connection.Statement(TurnStore.ForgetAnswers, key.Store, name);
        await forget.ExecuteNonQueryAsync(cancellationToken);
        await using var redact = connection.Statement(RedactionStore.MakeDue, key.Store, name, now.UtcDateTime);
        await redact.ExecuteNonQueryAsync(cancellationToken);
        await using var raise = connection.Statement(RaiseVersion, key.Store);
        await raise.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (true, hash);
    }

    /// <summary>Whether a store may have so many more sources.</summary>
    public async Task<bool> HasRoom(string store, int more, int most, CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenConnectionAsync(cancellationToken);
        await using var count = connection.Statement(
            "SELECT count(*) FROM (SELECT FROM knowledge_sources WHERE store = $1 AND conversation IS NULL LIMIT $2) s", store, most + 1);
        return (long)(await count.ExecuteScalarAsync(cancellationToken))! + more <= most;
    }

    private static string Select(bool withContent) => withContent
        ? $"SELECT {Columns}, t.content FROM knowledge_sources s LEFT JOIN knowledge_texts t USING (store, kind, id)"
        : $"SELECT {Columns} FROM knowledge_sources s";

    /// <summary>Holds the bytes of a hash until the transaction ends: no other adds or removes them.</summary>
    internal static async Task LockHash(NpgsqlConnection connection, string hash, CancellationToken cancellationToken)
    {
        await using var command = connection.Statement("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", "original " + hash);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<IReadOnlyList<StoredSource>> ReadAll(NpgsqlCommand command, bool hasContent, CancellationToken cancellationToken)
    {
        var sources = new List<StoredSource>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var content = hasContent ? reader.Text(ContentColumn) : null;
            sources.Add(new StoredSource(ReadView(reader), content is null ? null : SourceContent.Parse(content)));
        }

        return sources;
    }

    private static SourceView ReadView(NpgsqlDataReader reader) => new()
    {
        Id = reader.GetString(0),
        Kind = reader.GetString(1),
        Name = reader.GetString(2),
        Title = reader.GetString(3),
        Status = reader.GetString(4),
        FailureCode = reader.Text(5),
        Failure = reader.Text(6),
        Revision = reader.GetInt64(7),
        ReadyRevision = reader.IsDBNull(8) ? null : reader.GetInt64(8),
        State = reader.GetString(9),
        Hash = reader.Text(10),
        Bytes = reader.IsDBNull(11) ? null : reader.GetInt64(11),
        Locale = reader.Text(12),
        Category = reader.Text(13),
        Passages = reader.GetInt32(14),
        Answers = reader.GetInt64(15),
        CreatedAt = reader.GetFieldValue<DateTimeOffset>(16),
        UpdatedAt = reader.GetFieldValue<DateTimeOffset>(17),
        Origin = reader.Text(18),
        Audience = reader.Text(19) ?? Audiences.Customers,
    };
}
