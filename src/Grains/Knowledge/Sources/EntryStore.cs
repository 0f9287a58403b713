using Npgsql;

namespace SupportPlatform.Knowledge;

/// <summary>Writes sources that are all text: many in one statement, and one raise of the version.</summary>
internal sealed class EntryStore
{
    private const string WriteEntries = """
        WITH entry AS (
            SELECT *
              FROM unnest($5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::int[], $13::text[])
                AS e (id, title, locale, category, state, hash, content, passages, audience)),
        changed AS (
            INSERT INTO knowledge_sources AS s
                   (store, kind, id, name, title, status, ready_revision, state, hash, locale, category, passages, audience,
                    created_at, updated_at)
            SELECT $1, $2, id, id, title, 'ready', 1, state, hash, locale, category, passages, audience, $3, $3
              FROM entry
            ON CONFLICT (store, kind, id) DO UPDATE
               SET title = excluded.title, revision = s.revision + 1, ready_revision = s.revision + 1, state = excluded.state,
                   hash = excluded.hash, locale = excluded.locale, category = excluded.category,
                   passages = excluded.passages, audience = excluded.audience, updated_at = excluded.updated_at
             WHERE $4 AND s.hash IS DISTINCT FROM excluded.hash
            RETURNING s.id, s.revision),
        texts AS (
            INSERT INTO knowledge_texts AS t (store, kind, id, revision, content)
            SELECT $1, $2, c.id, c.revision, e.content::json
              FROM changed c
              JOIN entry e USING (id)
            ON CONFLICT (store, kind, id) DO UPDATE SET revision = excluded.revision, content = excluded.content),
        raised AS (
            INSERT INTO knowledge_versions AS v (store, version)
            SELECT $1, 1 WHERE EXISTS (SELECT FROM changed)
            ON CONFLICT (store) DO UPDATE SET version = v.version + 1)
        SELECT id, revision FROM changed
        """;

    private readonly NpgsqlDataSource _database;

    /// <summary>The entries of a database.</summary>
    public EntryStore(NpgsqlDataSource database) => _database = database;

    /// <summary>Writes entries of one kind; those that are there unchanged are left alone.</summary>
    /// <param name="store">The store's id.</param>
    /// <param name="kind">One of <see cref="SourceKinds"/>.</param>
    /// <param name="entries">The entries, each id once.</param>
    /// <param name="replace">Whether an entry takes the place of another with its id; else that one stays.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The revisions of those that were written, by id.</returns>
    public async Task<IReadOnlyDictionary<string, long>> Write(
        string store, string kind, IReadOnlyCollection<NewEntry> entries, bool replace, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var contents = entries.Select(e => e.Content.ToJson()).ToArray();
        var hashes = entries.Select((e, i) => Hash(e, contents[i])).ToArray();
        var passages = entries.Select(e => e.Content.Read(e.Id).Passages.Length).ToArray();
        await using var connection = await _database.OpenConnectionAsync(cancellationToken);
        await using var command = connection.Statement(
            WriteEntries, store, kind, now.UtcDateTime, replace, Values(e => e.Id), Values(e => e.Title), Values(e => e.Locale),
            Values(e => e.Category), Values(e => e.State), hashes, contents, passages, Values(e => e.Audience));
        var written = new Dictionary<string, long>(StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) written.Add(reader.GetString(0), reader.GetInt64(1));
        return written;

        string?[] Values(Func<NewEntry, string?> value) => [.. entries.Select(value)];
    }

    /// <summary>The entries that have one of these ids or titles.</summary>
    public async Task<IReadOnlyList<KnownEntry>> Known(
        string store, string kind, string[] ids, string[] titles, CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenConnectionAsync(cancellationToken);
        await using var command = connection.Statement(
            """
            SELECT id, title, hash, revision FROM knowledge_sources
             WHERE store = $1 AND kind = $2 AND (id = ANY ($3) OR title = ANY ($4))
            """,
            store, kind, ids, titles);
        var known = new List<KnownEntry>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            known.Add(new KnownEntry(reader.GetString(0), reader.GetString(1), reader.Text(2), reader.GetInt64(3)));
        return known;
    }

    /// <summary>The revisions that a write would make, by id.</summary>
    public static IReadOnlyDictionary<string, long> Changes(IReadOnlyCollection<NewEntry> entries, IReadOnlyList<KnownEntry> known)
    {
        var byId = known.ToDictionary(k => k.Id, StringComparer.Ordinal);
        return entries.Where(e => byId.GetValueOrDefault(e.Id)?.Hash != Hash(e, e.Content.ToJson()))
            .ToDictionary(e => e.Id, e => (byId.GetValueOrDefault(e.Id)?.Revision ?? 0) + 1, StringComparer.Ordinal);
    }

    // Of all that an import may change, so that the same import a second time changes nothing.
    private static string Hash(NewEntry entry, string content) => Digest.Of(
        string.Join('\n', entry.Title, entry.Locale, entry.Category, entry.State, content) + entry.Audience);
}
