using System.Text.Json;
using Npgsql;

namespace SupportPlatform.Knowledge;

/// <summary>The rows of instructions and their versions. Each change raises the store's version.</summary>
internal sealed class InstructionStore
{
    private const string Newest = """
        SELECT i.id, v.version, v.content, i.published_version, v.at
          FROM instructions i
          JOIN instruction_versions v ON v.store = i.store AND v.id = i.id AND v.version = i.version
        """;

    private const string All = """
        SELECT i.id, v.version, v.content, i.published_version, v.at
          FROM instructions i
          JOIN instruction_versions v ON v.store = i.store AND v.id = i.id
        """;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    // An answer led to a person where one was offered or came in with it, or next.
    private const string Effect = """
        SELECT used, count(*), count(rating), avg(rating), stddev_samp(rating), count(*) FILTER (WHERE handed_off)
          FROM (SELECT EXISTS (SELECT FROM unnest(t.instructions) AS n (name) WHERE split_part(n.name, '/', 1) = $2) AS used,
                       coalesce(t.rating, c.rating)::double precision AS rating, t.role, t.outcome, t.question,
                       t.handed_off OR coalesce(lead(t.outcome = 'handoff' OR t.role = 'agent') OVER next, false) AS handed_off
                  FROM turns t
                  JOIN turn_cursors c USING (conversation)
                 WHERE t.store = $1 AND t.at >= $3
                WINDOW next AS (PARTITION BY t.conversation ORDER BY t.seq)) AS turn
         WHERE role = 'assistant' AND outcome = 'answered' AND question <> ''
         GROUP BY used
        """;

    private readonly NpgsqlDataSource _database;

    /// <summary>The instructions of a database.</summary>
    public InstructionStore(NpgsqlDataSource database) => _database = database;

    /// <summary>The published instructions of a store, on a connection that reads at one moment.</summary>
    public static Task<IReadOnlyList<StoredInstruction>> Published(NpgsqlConnection connection, string store, CancellationToken cancellationToken) =>
        Read(connection, $"{All} WHERE i.store = $1 AND v.version = i.published_version", [store], cancellationToken);

    /// <summary>Writes a version.</summary>
    public async Task Put(string store, InstructionEntry entry, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var put = connection.Statement(
            """
            INSERT INTO instructions AS i (store, id, version, published_version)
            VALUES ($1, $2, 1, CASE $3 WHEN 'published' THEN 1 END)
            ON CONFLICT (store, id) DO UPDATE
               SET version = i.version + 1,
                   published_version = CASE $3 WHEN 'published' THEN i.version + 1 WHEN 'withdrawn' THEN NULL ELSE i.published_version END
            RETURNING version
            """,
            store, entry.Id, entry.State);
        var version = (long)(await put.ExecuteScalarAsync(cancellationToken))!;
        await using var write = connection.Statement(
            "INSERT INTO instruction_versions (store, id, version, content, at) VALUES ($1, $2, $3, $4::json, $5)",
            store, entry.Id, version, JsonSerializer.Serialize(entry, Json), now.UtcDateTime);
        await write.ExecuteNonQueryAsync(cancellationToken);
        await using var raise = connection.Statement(SourceStore.RaiseVersion, store);
        await raise.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>An instruction in its newest version, or null.</summary>
    public async Task<StoredInstruction?> Find(string store, string id, CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenConnectionAsync(cancellationToken);
        return (await Read(connection, $"{Newest} WHERE i.store = $1 AND i.id = $2", [store, id], cancellationToken)).SingleOrDefault();
    }

    /// <summary>A page of instructions in their newest versions.</summary>
    public async Task<IReadOnlyList<StoredInstruction>> List(string store, string? after, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenConnectionAsync(cancellationToken);
        return await Read(connection, $"{Newest} WHERE i.store = $1 AND i.id > $2 ORDER BY i.id LIMIT $3", [store, after ?? "", limit], cancellationToken);
    }

    /// <summary>The versions of an instruction, newest first.</summary>
    public async Task<IReadOnlyList<StoredInstruction>> Versions(string store, string id, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenConnectionAsync(cancellationToken);
        return await Read(connection, $"{All} WHERE i.store = $1 AND i.id = $2 ORDER BY v.version DESC LIMIT $3", [store, id, limit], cancellationToken);
    }

    /// <summary>Removes an instruction; false where there was none.</summary>
    public async Task<bool> Delete(string store, string id, CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var delete = connection.Statement("DELETE FROM instructions WHERE store = $1 AND id = $2", store, id);
        if (await delete.ExecuteNonQueryAsync(cancellationToken) == 0) return false;
        await using var raise = connection.Statement(SourceStore.RaiseVersion, store);
        await raise.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>The answers from knowledge since a time, with an instruction and without it.</summary>
    public async Task<IReadOnlyList<EffectSample>> Samples(string store, string id, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var samples = new List<EffectSample>();
        await using var connection = await _database.OpenConnectionAsync(cancellationToken);
        await using var command = connection.Statement(Effect, store, id, since.UtcDateTime);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            samples.Add(new EffectSample(
                reader.GetBoolean(0), reader.GetInt64(1), reader.GetInt64(2), reader.IsDBNull(3) ? null : reader.GetDouble(3),
                reader.IsDBNull(4) ? null : reader.GetDouble(4), reader.GetInt64(5)));
        }

        return samples;
    }

    private static async Task<IReadOnlyList<StoredInstruction>> Read(
        NpgsqlConnection connection, string sql, object?[] values, CancellationToken cancellationToken)
    {
        var found = new List<StoredInstruction>();
        await using var command = connection.Statement(sql, values);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var entry = JsonSerializer.Deserialize<InstructionEntry>(reader.GetString(2), Json)!;
            found.Add(new StoredInstruction(
                new Instruction(reader.GetString(0), reader.GetInt64(1), entry),
                reader.IsDBNull(3) ? null : reader.GetInt64(3), reader.GetFieldValue<DateTimeOffset>(4)));
        }

        return found;
    }
}
