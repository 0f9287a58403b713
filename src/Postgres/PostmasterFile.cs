using System.Diagnostics;
using System.Globalization;

namespace SupportPlatform.Postgres;

/// <summary>
/// <c>postmaster.pid</c>: who serves a cluster. Its lines are: process id, data folder, start time, port, socket folder,
/// address, shared memory, status (PostgreSQL's <c>miscinit.h</c>).
/// </summary>
internal sealed class PostmasterFile
{
    private const string FileName = "postmaster.pid";

    // Larger than any process id that a kernel hands out, so it stands for nobody.
    private const int Nobody = int.MaxValue - 1;

    private readonly string _cluster;

    private PostmasterFile(string cluster, int processId, int port, bool isReady) =>
        (_cluster, ProcessId, Port, IsReady) = (cluster, processId, port, isReady);

    /// <summary>The server's process.</summary>
    public int ProcessId { get; }

    /// <summary>The port it listens on, or 0 when it does not yet.</summary>
    public int Port { get; }

    /// <summary>Whether it takes connections.</summary>
    public bool IsReady { get; }

    /// <summary>Whether the process runs and serves the cluster (process ids are given again to others).</summary>
    public bool IsAlive => OperatingSystem.IsLinux() ? IsServerOnLinux() : IsPostgres(ProcessId);

    /// <summary>Reads the file of a cluster; null when there is none or it is half written.</summary>
    public static PostmasterFile? Read(string cluster)
    {
        try
        {
            var lines = File.ReadAllLines(Path.Combine(cluster, FileName));
            if (lines.Length == 0 || !int.TryParse(lines[0], CultureInfo.InvariantCulture, out var pid) || pid <= 0) return null;
            var port = lines.Length > 3 && int.TryParse(lines[3], CultureInfo.InvariantCulture, out var p) ? p : 0;
            return new PostmasterFile(cluster, pid, port, lines.Length > 7 && lines[7].Trim() == "ready");
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>
    /// Makes PostgreSQL take the file for stale where its process id now belongs to another program. The file stays, so
    /// that PostgreSQL can still look for orphans of the old server by their shared memory.
    /// </summary>
    public static void Disown(string cluster)
    {
        var path = Path.Combine(cluster, FileName);
        var lines = File.ReadAllLines(path);
        lines[0] = Nobody.ToString(CultureInfo.InvariantCulture);
        File.WriteAllLines(path, lines);
    }

    private bool IsServerOnLinux()
    {
        try
        {
            // A zombie has a state, but no command line any more.
            var stat = File.ReadAllText($"/proc/{ProcessId}/stat");
            return stat[stat.LastIndexOf(')') + 2] is not ('Z' or 'X')
                && File.ReadAllText($"/proc/{ProcessId}/cmdline").Split('\0').Contains(_cluster);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool IsPostgres(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return process.ProcessName.StartsWith("postgres", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }
}
