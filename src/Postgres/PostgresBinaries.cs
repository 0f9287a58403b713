using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace SupportPlatform.Postgres;

/// <summary>An installed PostgreSQL server.</summary>
internal sealed partial class PostgresBinaries
{
    private PostgresBinaries(string folder, int majorVersion) => (Folder, MajorVersion) = (folder, majorVersion);

    /// <summary>The folder with initdb, pg_ctl and postgres.</summary>
    public string Folder { get; }

    /// <summary>The major version, which clusters are bound to.</summary>
    public int MajorVersion { get; }

    /// <summary>The path of one of the programs.</summary>
    public string this[string program] => Path.Combine(Folder, OperatingSystem.IsWindows() ? program + ".exe" : program);

    /// <summary>
    /// Finds a server that the account can run: the one that the build installed, one beside the silo
    /// (<c>postgres/bin</c>), then those of the machine.
    /// </summary>
    /// <param name="wanted">The major version of an existing cluster; null: any from 14 on.</param>
    /// <param name="account">Who is to run it.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="PostgresStartException">There is none.</exception>
    public static async Task<PostgresBinaries> Find(int? wanted, ServerAccount account, CancellationToken cancellationToken)
    {
        var found = new List<PostgresBinaries>();
        foreach (var folder in await Folders(cancellationToken))
        {
            if (await Probe(folder, account, cancellationToken) is not { } binaries) continue;
            if (wanted is null ? binaries.MajorVersion >= 14 : binaries.MajorVersion == wanted) return binaries;
            found.Add(binaries);
        }

        var have = found.Count == 0 ? "none" : string.Join(", ", found.Select(b => $"{b.MajorVersion} in {b.Folder}"));
        throw new PostgresStartException(
            $"No PostgreSQL {(wanted is null ? "14 or newer" : $"{wanted} (the version of the data)")} was found; there is {have}. " +
            "Build again with npm at hand, install PostgreSQL, or give a database (ConnectionStrings:SupportPlatform).");
    }

    private static async Task<PostgresBinaries?> Probe(string folder, ServerAccount account, CancellationToken cancellationToken)
    {
        var suffix = OperatingSystem.IsWindows() ? ".exe" : "";
        if (!File.Exists(Path.Combine(folder, "initdb" + suffix)) || !File.Exists(Path.Combine(folder, "postgres" + suffix)))
            return null;
        var reachable = await account.Reaches(Path.Combine(folder, "postgres" + suffix), cancellationToken)
            ? folder
            : await PublicCopy.Of(folder, cancellationToken);
        var version = await ServerCommand.Run(
            Path.Combine(reachable, "postgres" + suffix), ["--version"], account, cancellationToken, Path.GetPathRoot(reachable));
        return version.ExitCode == 0 && MajorPattern().Match(version.Output) is { Success: true } match
            ? new PostgresBinaries(reachable, int.Parse(match.Groups["major"].ValueSpan, CultureInfo.InvariantCulture))
            : null;
    }

    private static async Task<List<string>> Folders(CancellationToken cancellationToken)
    {
        var installed = typeof(PostgresBinaries).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(a => a.Key == "PostgresPackages")?.Value;
        var folders = new List<string> { Path.Combine(AppContext.BaseDirectory, "postgres", "bin") };
        if (installed is not null) folders.Insert(0, Path.Combine(installed, Platform, "native", "bin"));
        var config = await ServerCommand.Run("pg_config", ["--bindir"], null, cancellationToken);
        if (config.ExitCode == 0) folders.Add(config.Output);
        if (Directory.Exists("/usr/lib/postgresql"))
            folders.AddRange(Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(d => Path.Combine(d, "bin")));
        folders.AddRange((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries));
        return folders.Distinct().ToList();
    }

    private static string Platform
    {
        get
        {
            var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
            return system + (RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "-arm64" : "-x64");
        }
    }

    [GeneratedRegex(@"\) (?<major>[0-9]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MajorPattern();
}
