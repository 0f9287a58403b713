using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace Orleans.Storage;

/// <summary>Rows of <c>orleansstorage</c>, as Orleans' ADO.NET storage reads and writes them.</summary>
internal sealed class StateStorage(NpgsqlDataSource database, string serviceId)
{
    private const string Row =
        "grainidhash = $1 AND grainidn0 = 0 AND grainidn1 = 0 AND graintypehash = $2 AND graintypestring = $3 AND grainidextensionstring = $4 AND serviceid = $5";

    private const string ReadRow = $"SELECT payloadbinary, version FROM orleansstorage WHERE {Row}";

    private const string InsertRow = """
        INSERT INTO orleansstorage (grainidhash, grainidn0, grainidn1, graintypehash, graintypestring, grainidextensionstring, serviceid, payloadbinary, modifiedon, version)
        VALUES ($1, 0, 0, $2, $3, $4, $5, $6, now(), 1)
        ON CONFLICT DO NOTHING RETURNING version
        """;

    private const string UpdateRow =
        $"UPDATE orleansstorage SET payloadbinary = $6, modifiedon = now(), version = version + 1 WHERE {Row} AND version = $7 RETURNING version";

    public async Task<(byte[]? Payload, int Version)?> Read(string name, string key, CancellationToken cancellationToken)
    {
        await using var command = Command(ReadRow, name, key);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken)) return null;
        return (reader.IsDBNull(0) ? null : reader.GetFieldValue<byte[]>(0), reader.GetInt32(1));
    }

    /// <summary>Writes a payload (null empties the row) over the version that was read (null for none), and returns the new version.</summary>
    /// <exception cref="InconsistentStateException">Somebody else has written.</exception>
    public async Task<int> Write(string name, string key, byte[]? payload, int? version, CancellationToken cancellationToken)
    {
        await using var command = Command(version is null ? InsertRow : UpdateRow, name, key);
        command.Parameters.Add(new() { Value = (object?)payload ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bytea });
        if (version is { } read) command.Parameters.Add(new() { Value = read });
        return await command.ExecuteScalarAsync(cancellationToken) as int?
            ?? throw new InconsistentStateException($"The state {name} of {key} is no longer at version {version ?? 0}.", null, version?.ToString(CultureInfo.InvariantCulture));
    }

    private NpgsqlCommand Command(string sql, string name, string key)
    {
        var command = database.CreateCommand(sql);
        object[] row = [StorageHash.OfKey(key), StorageHash.OfName(name), name, key, serviceId];
        foreach (var value in row) command.Parameters.Add(new() { Value = value });
        return command;
    }
}
