using System.Globalization;
using System.Text;

namespace SupportPlatform.Postgres;

/// <summary>The settings of the private server, written anew at each start.</summary>
internal static class PostgresConfiguration
{
    /// <summary>The most connections that the silo's pool opens; the server allows twice as many and some.</summary>
    public const int PoolSize = 50;

    private static readonly (string Name, string Value)[] Settings =
    [
        ("listen_addresses", "127.0.0.1"),
        ("unix_socket_directories", ""),
        ("max_connections", "120"),
        ("password_encryption", "scram-sha-256"),
        ("shared_buffers", "128MB"),
        ("dynamic_shared_memory_type", OperatingSystem.IsWindows() ? "windows" : "mmap"),
        // What is acknowledged is on the disk.
        ("fsync", "on"),
        ("full_page_writes", "on"),
        ("synchronous_commit", "on"),
        // Nobody replicates a private server.
        ("wal_level", "minimal"),
        ("max_wal_senders", "0"),
        ("max_wal_size", "512MB"),
        ("checkpoint_timeout", "10min"),
        ("jit", "off"),
        ("timezone", "UTC"),
        ("log_timezone", "UTC"),
        // A failed statement's parameters and details can hold what customers wrote.
        ("log_error_verbosity", "terse"),
        ("log_min_error_statement", "panic"),
        ("log_parameter_max_length_on_error", "0"),
        ("log_min_messages", "warning"),
    ];

    /// <summary>Writes <c>postgresql.conf</c>.</summary>
    public static async Task Write(
        string cluster, int port, IReadOnlyDictionary<string, string> more, CancellationToken cancellationToken)
    {
        var text = new StringBuilder("# Written by the silo at each start.\n");
        foreach (var (name, value) in Settings.Where(s => !more.ContainsKey(s.Name))) Append(text, name, value);
        foreach (var (name, value) in more) Append(text, name, value);
        Append(text, "port", port.ToString(CultureInfo.InvariantCulture));
        await File.WriteAllTextAsync(Path.Combine(cluster, "postgresql.conf"), text.ToString(), cancellationToken);
    }

    private static void Append(StringBuilder text, string name, string value) =>
        text.Append(CultureInfo.InvariantCulture, $"{name} = '{value.Replace("'", "''", StringComparison.Ordinal)}'\n");
}
