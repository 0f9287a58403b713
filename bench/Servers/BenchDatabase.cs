using Microsoft.Extensions.Logging.Abstractions;
using SupportPlatform.Postgres;

namespace SupportPlatform.Bench.Servers;

/// <summary>A private PostgreSQL that outlives the servers of one run.</summary>
internal static class BenchDatabase
{
    /// <summary>Starts it under a folder.</summary>
    public static Task<PrivatePostgres> Start(string folder) => PrivatePostgres.Start(
        new PrivatePostgresOptions { DataFolder = Path.Combine(folder, "database") }, NullLogger<PrivatePostgres>.Instance, CancellationToken.None);
}
