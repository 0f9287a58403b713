using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace SupportPlatform.Postgres;

/// <summary>Makes, starts and stops a cluster with PostgreSQL's own programs.</summary>
internal sealed class PostgresServer
{
    /// <summary>The database user, who owns everything.</summary>
    public const string User = "support";

    private static readonly string[] FullDisk = ["No space left on device", "Check free disk space", "could not extend file", "Disk quota"];

    private const int PortTries = 5;
    private const long LogLimit = 5_000_000;
    private static readonly TimeSpan OrphanPatience = TimeSpan.FromSeconds(20);

    private readonly PostgresFolder _folder;
    private readonly PostgresBinaries _binaries;
    private readonly ServerAccount _account;
    private readonly PrivatePostgresOptions _options;

    /// <summary>The server of a folder.</summary>
    public PostgresServer(
        PostgresFolder folder, PostgresBinaries binaries, ServerAccount account, PrivatePostgresOptions options) =>
        (_folder, _binaries, _account, _options) = (folder, binaries, account, options);

    private string PortFile => Path.Combine(_folder.Home, "port");

    /// <summary>Makes the cluster: whole or not at all.</summary>
    public async Task Create(CancellationToken cancellationToken)
    {
        var half = _folder.Cluster + ".new";
        if (Directory.Exists(half)) Directory.Delete(half, recursive: true);
        var passwordFile = Path.Combine(_folder.Home, "initdb.password");
        await PostgresFolder.WritePrivate(passwordFile, _folder.Password, cancellationToken);
        await _account.Own(passwordFile, cancellationToken);
        try
        {
            List<string> arguments =
            [
                "-D", half, "-U", User, $"--pwfile={passwordFile}", "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C",
                "--no-instructions",
            ];

            // Upper and lower case of every script, the same on each machine; before 17 only of ASCII.
            if (_binaries.MajorVersion >= 17) arguments.AddRange(["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]);
            if (_options.Settings.GetValueOrDefault("fsync") == "off") arguments.Add("--no-sync");
            var initdb = await ServerCommand.Run(_binaries["initdb"], arguments, _account, cancellationToken, _folder.Home);
            if (initdb.ExitCode != 0) throw Failure("The database cannot be made", initdb.Output);
            Directory.Move(half, _folder.Cluster);
        }
        finally
        {
            File.Delete(passwordFile);
        }
    }

    /// <summary>Starts the server and waits until it takes connections, crash recovery included.</summary>
    /// <param name="mayMove">Whether another port may be taken when the last one is not free.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="PostgresStartException">It does not come up.</exception>
    public async Task Start(bool mayMove, CancellationToken cancellationToken)
    {
        var port = File.Exists(PortFile) && int.TryParse(await File.ReadAllTextAsync(PortFile, cancellationToken), out var kept)
            ? kept
            : FreePort();
        var patience = System.Diagnostics.Stopwatch.StartNew();
        for (var portTries = 1; ;)
        {
            // Left by a server that was killed; its process id may be somebody else's by now.
            if (PostmasterFile.Read(_folder.Cluster) is { IsAlive: false }) PostmasterFile.Disown(_folder.Cluster);
            await PostgresConfiguration.Write(_folder.Cluster, port, _options.Settings, cancellationToken);
            await File.WriteAllTextAsync(PortFile, port.ToString(CultureInfo.InvariantCulture), cancellationToken);
            var log = PrepareLog();
            var seconds = ((int)_options.StartTimeout.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            var start = await ServerCommand.Run(
                _binaries["pg_ctl"], ["start", "-w", "-s", "-t", seconds, "-D", _folder.Cluster, "-l", _folder.Log],
                _account, cancellationToken, _folder.Home, leavesChild: true);
            if (start.ExitCode == 0) return;
            var said = ReadLog(log);
            if (said.Contains("could not bind", StringComparison.Ordinal) && mayMove && portTries++ < PortTries)
            {
                port = FreePort();
            }
            else if (said.Contains("pre-existing shared memory", StringComparison.Ordinal) && patience.Elapsed < OrphanPatience)
            {
                // Processes of a killed server notice its death and go; until then a second one must not start.
                await Task.Delay(100, cancellationToken);
            }
            else
            {
                throw Failure("The database does not start", said.Length > 0 ? said : start.Output);
            }
        }
    }

    /// <summary>Stops the server: what runs is rolled back, everything acknowledged is on the disk.</summary>
    public async Task Stop()
    {
        foreach (var mode in new[] { "fast", "immediate" })
        {
            var stop = await ServerCommand.Run(
                _binaries["pg_ctl"], ["stop", "-w", "-s", "-t", "60", "-m", mode, "-D", _folder.Cluster],
                _account, CancellationToken.None, _folder.Home);
            if (stop.ExitCode == 0 || PostmasterFile.Read(_folder.Cluster) is not { IsAlive: true }) return;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Puts a long log aside; returns where the new messages will begin.</summary>
    private long PrepareLog()
    {
        var log = new FileInfo(_folder.Log);
        if (log is not { Exists: true, Length: > LogLimit }) return log.Exists ? log.Length : 0;
        log.MoveTo(_folder.Log + ".1", overwrite: true);
        return 0;
    }

    private string ReadLog(long from)
    {
        if (!File.Exists(_folder.Log)) return "";
        using var file = new FileStream(_folder.Log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        file.Seek(from, SeekOrigin.Begin);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd().Trim();
    }

    private PostgresStartException Failure(string what, string said) => new(
        Array.Exists(FullDisk, sign => said.Contains(sign, StringComparison.Ordinal))
            ? $"{what}: the disk of {_folder.Home} is full. Free some space and start again; nothing that was acknowledged is lost."
            : $"{what} ({_folder.Home}): {said}");
}
