using System.Data;
using Npgsql;

namespace SupportPlatform.Storage;

/// <summary>Runs the stored statements as Orleans' ADO.NET providers do: looked up by key, bound by name and DbType.</summary>
internal sealed class OrleansStatements(NpgsqlDataSource dataSource)
{
    /// <summary>A silo's identity as the clustering provider binds it.</summary>
    public static readonly (string, object?)[] Silo =
        [("DeploymentId", "c1"), ("Address", "10.0.0.1"), ("Port", 11111), ("Generation", 77)];

    public async Task<DataTable> Run(string queryKey, params (string Name, object? Value)[] parameters)
    {
        await using var connection = await dataSource.OpenConnectionAsync();
        await using var lookup = new NpgsqlCommand("SELECT QueryKey, QueryText FROM OrleansQuery", connection);
        var texts = new Dictionary<string, string>();
        await using (var queries = await lookup.ExecuteReaderAsync())
        {
            while (await queries.ReadAsync()) texts[queries.GetString(0)] = queries.GetString(1);
        }

        await using var command = connection.CreateCommand();
        command.CommandText = texts[queryKey];
        foreach (var (name, value) in parameters) command.Parameters.Add(Bind(name, value));
        await using var reader = await command.ExecuteReaderAsync();
        var table = new DataTable();
        for (var i = 0; i < reader.FieldCount; i++) table.Columns.Add(reader.GetName(i), reader.GetFieldType(i));
        while (await reader.ReadAsync())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            table.Rows.Add(row);
        }

        return table;
    }

    /// <summary>Runs a statement that returns one number.</summary>
    public async Task<object> Number(string queryKey, params (string Name, object? Value)[] parameters)
    {
        var table = await Run(queryKey, parameters);
        return table.Rows.Count == 1 && table.Columns.Count == 1 ? table.Rows[0][0] : throw new InvalidOperationException("Not one value.");
    }

    private static NpgsqlParameter Bind(string name, object? value) => new()
    {
        ParameterName = name,
        Value = value ?? DBNull.Value,
        DbType = name switch
        {
            "Address" => DbType.AnsiString,
            "GrainIdN0" or "GrainIdN1" => DbType.Int64,
            "Port" or "Generation" or "Status" or "ProxyPort" or "Version" or "GrainIdHash" or "GrainTypeHash" or "GrainStateVersion" => DbType.Int32,
            "StartTime" or "IAmAliveTime" => DbType.DateTime,
            "PayloadBinary" => DbType.Binary,
            _ => DbType.String,
        },
    };
}
