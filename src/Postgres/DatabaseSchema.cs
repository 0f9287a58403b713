using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace SupportPlatform.Postgres;

/// <summary>The tables, indexes and stored statements of <c>orleans.sql</c>.</summary>
public static class DatabaseSchema
{
    // Any number that nothing else locks; it serialises silos that start together.
    private const long LockId = 0x5355_5050_4F52_5401;

    /// <summary>The script, as it stands in the root of the repository.</summary>
    public static string Script { get; } = ReadScript();

    private static string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Script)));

    /// <summary>
    /// Brings an empty or older database to this version, in one transaction; does nothing where that has been done, so
    /// that a silo needs no right to change tables once the script has been applied by a deployment.
    /// </summary>
    /// <exception cref="NpgsqlException">The database cannot be reached, or refuses.</exception>
    public static async Task Apply(NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        if (await IsApplied(connection, cancellationToken)) return;
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await Execute(connection, $"SELECT pg_advisory_xact_lock({LockId})", cancellationToken);
        if (await IsApplied(connection, cancellationToken)) return;
        await Execute(connection, Script, cancellationToken);
        await Execute(
            connection,
            $"""
            INSERT INTO schema_version (script_hash) VALUES ('{Hash}')
            ON CONFLICT (only_row) DO UPDATE SET script_hash = excluded.script_hash, applied_at = now()
            """,
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task<bool> IsApplied(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var exists = new NpgsqlCommand("SELECT to_regclass('schema_version') IS NOT NULL", connection);
        if (await exists.ExecuteScalarAsync(cancellationToken) is not true) return false;
        await using var applied = new NpgsqlCommand("SELECT script_hash FROM schema_version", connection);
        return await applied.ExecuteScalarAsync(cancellationToken) as string == Hash;
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        // Long enough for an index over a large table, and for another silo that applies the script just now.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string ReadScript()
    {
        using var stream = typeof(DatabaseSchema).Assembly.GetManifestResourceStream("orleans.sql")
            ?? throw new InvalidOperationException("The assembly has no orleans.sql.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
