using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using SupportPlatform.Postgres;

namespace SupportPlatform.Storage;

/// <summary>A PostgreSQL of a test's own that syncs to disk like a real one, with the product's tables.</summary>
internal sealed class DurableServer : IAsyncDisposable
{
    private readonly string _folder;

    private DurableServer(string folder, PrivatePostgres postgres) =>
        (_folder, Postgres, DataSource) = (folder, postgres, NpgsqlDataSource.Create(postgres.ConnectionString));

    public PrivatePostgres Postgres { get; }

    public NpgsqlDataSource DataSource { get; }

    public static async Task<DurableServer> Start(string? folder = null)
    {
        folder ??= Path.Combine(Path.GetTempPath(), "support-platform-durable-" + Guid.NewGuid().ToString("N"));
        var server = new DurableServer(
            folder, await PrivatePostgres.Start(new PrivatePostgresOptions { DataFolder = folder }, NullLogger.Instance, default));
        await DatabaseSchema.Apply(server.DataSource, default);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await DataSource.DisposeAsync();
        await Postgres.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
