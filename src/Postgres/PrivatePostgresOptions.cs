namespace SupportPlatform.Postgres;

/// <summary>Where and how the private PostgreSQL runs.</summary>
public sealed class PrivatePostgresOptions
{
    /// <summary>The silo's data folder; it is made if it does not exist. The database is in <c>postgres</c> below it.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Is told what takes time, in a few words each, for the console.</summary>
    public Action<string>? Progress { get; init; }

    /// <summary>
    /// More settings of the server, for tests: for instance <c>fsync=off</c> where a test is not about durability.
    /// </summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>How long the server may take to come up, crash recovery included. Default 10 minutes.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromMinutes(10);
}
