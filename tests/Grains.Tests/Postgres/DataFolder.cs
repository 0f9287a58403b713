using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace SupportPlatform.Postgres;

/// <summary>A temporary data folder and the silos, one after the other, that use it.</summary>
internal sealed class DataFolder : IAsyncDisposable
{
    private readonly List<PrivatePostgres> _started = [];

    public DataFolder(string? path = null) =>
        Path = path ?? System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"support-platform-data {Guid.NewGuid():N} größe");

    public string Path { get; }

    public string Cluster => System.IO.Path.Combine(Path, "postgres", "data");

    public List<string> Steps { get; } = [];

    public async Task<PrivatePostgres> Start()
    {
        var options = new PrivatePostgresOptions { DataFolder = Path, Progress = Steps.Add };
        var postgres = await PrivatePostgres.Start(options, NullLogger.Instance, default);
        _started.Add(postgres);
        return postgres;
    }

    /// <summary>Leaves a running server behind, as a silo does that is killed.</summary>
    public void Abandon(PrivatePostgres postgres)
    {
        _started.Remove(postgres);
        postgres.Abandon();
    }

    public static async Task<T> Query<T>(PrivatePostgres postgres, string sql)
    {
        await using var dataSource = NpgsqlDataSource.Create(postgres.ConnectionString + ";Pooling=false");
        await using var command = dataSource.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var postgres in _started) await postgres.DisposeAsync();
        if (Directory.Exists(Path)) Directory.Delete(Path, recursive: true);
    }
}
