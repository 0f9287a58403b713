using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using SupportPlatform.Postgres;

namespace SupportPlatform.Testing;

/// <summary>One PostgreSQL for all databases of a test process, in a temporary folder; it is stopped with the process.</summary>
internal static class TestServer
{
    private const string Prefix = "support-platform-tests-";
    private const string Template = "template_of_tests";
    private static readonly Lock Gate = new();
    private static Task<PrivatePostgres>? _server;
    private static int _databases;

    /// <summary>The connection string of a new database with the product's tables.</summary>
    public static async Task<string> CreateDatabase()
    {
        var server = await Started();
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        await Execute(server.ConnectionString, $"CREATE DATABASE {name} TEMPLATE {Template}");
        return Named(server.ConnectionString, name);
    }

    private static Task<PrivatePostgres> Started()
    {
        lock (Gate) return _server ??= Start();
    }

    private static async Task<PrivatePostgres> Start()
    {
        await RemoveLeftovers();
        var folder = Path.Combine(Path.GetTempPath(), Prefix + Guid.NewGuid().ToString("N"));
        var options = new PrivatePostgresOptions
        {
            DataFolder = folder,

            // Tests of durability start a server of their own.
            Settings = new Dictionary<string, string> { ["fsync"] = "off", ["full_page_writes"] = "off" },
        };
        var server = await PrivatePostgres.Start(options, NullLogger.Instance, CancellationToken.None);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Remove(server, folder).GetAwaiter().GetResult();
        await Execute(server.ConnectionString, $"CREATE DATABASE {Template}");
        await using var template = NpgsqlDataSource.Create(Named(server.ConnectionString, Template) + ";Pooling=false");
        await DatabaseSchema.Apply(template, CancellationToken.None);
        return server;
    }

    private static string Named(string connectionString, string database) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Database = database }.ConnectionString;

    private static async Task Execute(string connectionString, string sql)
    {
        await using var dataSource = NpgsqlDataSource.Create(connectionString + ";Pooling=false");
        await using var command = dataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task Remove(PrivatePostgres server, string folder)
    {
        await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    // A test process that was killed leaves its server; one that runs still holds its folder.
    private static async Task RemoveLeftovers()
    {
        foreach (var folder in Directory.GetDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            try
            {
                if (File.Exists(Path.Combine(folder, "postgres", "data", "postmaster.pid"))) await Stop(folder);
                using (File.Open(Path.Combine(folder, "postgres.lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
                    Directory.Delete(folder, recursive: true);
            }
            catch (Exception e) when (e is DataFolderInUseException or PostgresStartException or IOException or UnauthorizedAccessException)
            {
                // It is in use, or somebody else's.
            }
        }
    }

    private static async Task Stop(string folder)
    {
        var options = new PrivatePostgresOptions { DataFolder = folder };
        await (await PrivatePostgres.Start(options, NullLogger.Instance, CancellationToken.None)).DisposeAsync();
    }
}
