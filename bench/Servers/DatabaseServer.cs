using Microsoft.Extensions.Logging.Abstractions;
using SupportPlatform.Bench.Processes;
using SupportPlatform.Postgres;

namespace SupportPlatform.Bench.Servers;

/// <summary>A private PostgreSQL that outlives the servers of one run.</summary>
internal static class DatabaseServer
{
    /// <summary>Serves until the parent closes the input.</summary>
    public static async Task Run(Arguments arguments)
    {
        using var folder = new ScratchFolder();
        await using var postgres = await PrivatePostgres.Start(
            new PrivatePostgresOptions { DataFolder = folder.Path }, NullLogger<PrivatePostgres>.Instance, CancellationToken.None);
        Parent.Tell("ready", new { database = postgres.ConnectionString });
        await Parent.Obey(_ => Task.CompletedTask);
    }

    /// <summary>Starts one as a child, and gives the connection string.</summary>
    public static async Task<(Child Child, string Database)> Start()
    {
        var child = Child.Start("serve-database");
        return (child, (await child.Expect("ready", TimeSpan.FromSeconds(60))).GetProperty("database").GetString()!);
    }
}
