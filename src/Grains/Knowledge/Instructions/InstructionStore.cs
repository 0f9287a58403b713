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
