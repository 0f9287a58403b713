using System.Collections.Immutable;
using System.Data;
using Npgsql;

namespace SupportPlatform.Knowledge;

/// <summary>What the library loads.</summary>
internal sealed class KnowledgeTexts
{
    private const string Served = """
        SELECT kind, id, ready_revision, audience IS NOT NULL
          FROM knowledge_sources
         WHERE store = $1 AND ready_revision IS NOT NULL AND state = 'published' AND conversation IS NULL
        """;

    private readonly NpgsqlDataSource _database;

    /// <summary>The texts of a database.</summary>
    public KnowledgeTexts(NpgsqlDataSource database) => _database = database;

    /// <summary>The versions of stores; one that is left out has no knowledge.</summary>
    public async Task<IReadOnlyDictionary<string, long>> Versions(IReadOnlyCollection<string> stores, CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenConnectionAsync(cancellationToken);
        await using var command = connection.Statement(
            "SELECT store, version FROM knowledge_versions WHERE store = ANY ($1)", (object)stores.ToArray());
        var versions = new Dictionary<string, long>(StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) versions.Add(reader.GetString(0), reader.GetInt64(1));
        return versions;
    }

    /// <summary>
    /// A store's sources as they stand at one moment. Of those that were loaded before in the same revision nothing is
    /// read.
    /// </summary>
    public async Task<LoadedSources> Load(string store, LoadedSources before, CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenConnectionAsync(cancellationToken);
        await using var moment = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var version = (await VersionIn(connection, store, cancellationToken)) ?? 0;
        var documents = ImmutableDictionary.CreateBuilder<(string, string), LoadedSource>();
        var missing = new List<(string Kind, string Id)>();
        await using (var served = connection.Statement(Served, store))
        await using (var reader = await served.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                var key = (reader.GetString(0), reader.GetString(1));
                if (before.Sources.TryGetValue(key, out var same) && same.Revision == reader.GetInt64(2))
                    documents.Add(key, same with { IsForStaff = reader.GetBoolean(3) });
                else missing.Add(key);
            }
        }

        await foreach (var (key, source) in Read(connection, store, missing, cancellationToken)) documents[key] = source;
        var instructions = await InstructionStore.Published(connection, store, cancellationToken);
        return new LoadedSources(version, documents.ToImmutable(), [.. instructions.Select(i => i.Instruction)]);
    }

    private static async Task<long?> VersionIn(NpgsqlConnection connection, string store, CancellationToken cancellationToken)
    {
        await using var command = connection.Statement("SELECT version FROM knowledge_versions WHERE store = $1", store);
        return (long?)await command.ExecuteScalarAsync(cancellationToken);
    }

    private static async IAsyncEnumerable<((string Kind, string Id) Key, LoadedSource Source)> Read(
        NpgsqlConnection connection, string store, List<(string Kind, string Id)> keys,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (keys.Count == 0) yield break;
        await using var command = connection.Statement(
            """
            SELECT s.kind, s.id, s.name, t.revision, s.audience IS NOT NULL, t.content, s.updated_at, s.locale
              FROM unnest($2::text[], $3::text[]) AS k (kind, id)
              JOIN knowledge_sources s ON s.store = $1 AND s.kind = k.kind AND s.id = k.id
              JOIN knowledge_texts t ON t.store = $1 AND t.kind = k.kind AND t.id = k.id
            """,
            store, keys.Select(k => k.Kind).ToArray(), keys.Select(k => k.Id).ToArray());
        command.CommandTimeout = 120;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var content = SourceContent.Parse(reader.GetString(5));
            yield return ((reader.GetString(0), reader.GetString(1)), new LoadedSource(reader.GetInt64(3), reader.GetBoolean(4), content.Read(reader.GetString(2), reader.GetFieldValue<DateTimeOffset>(6), reader.Text(7))));
        }
    }
}
