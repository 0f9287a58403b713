using Microsoft.Extensions.Logging;
using Npgsql;

namespace SupportPlatform.Postgres;

/// <summary>
/// A PostgreSQL of the silo's own, below its data folder: made at the first start, listening on loopback alone, with its
/// own password, started again when it dies, stopped when this is disposed. A silo that was killed leaves the server
/// running (it is in a session of its own); the next silo on the folder takes it over.
/// </summary>
public sealed partial class PrivatePostgres : IAsyncDisposable
{
    private static readonly TimeSpan WatchInterval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan SpeakAfter = TimeSpan.FromSeconds(2);

    private readonly DataFolderLock _lock;
    private readonly PostgresFolder _folder;
    private readonly PostgresServer _server;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stopping = new();
    private Task _watch = Task.CompletedTask;
    private int _port;

    private PrivatePostgres(DataFolderLock folderLock, PostgresFolder folder, PostgresServer server, ILogger logger) =>
        (_lock, _folder, _server, _logger) = (folderLock, folder, server, logger);

    /// <summary>How to connect; holds the password. The port stays the same while this runs, and after it as far as it is free.</summary>
    public string ConnectionString => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = _port,
        Username = PostgresServer.User,
        Password = _folder.Password,
        Database = "postgres",
        ApplicationName = "support-platform",
        MaxPoolSize = PostgresConfiguration.PoolSize,
        Timeout = 15,
        // Nothing changes a session's settings, so there is nothing to reset between uses of a connection.
        NoResetOnClose = true,
    }.ConnectionString;

    /// <summary>The server's process id; 0 while it is down.</summary>
    public int ProcessId => PostmasterFile.Read(_folder.Cluster) is { IsAlive: true } server ? server.ProcessId : 0;

    /// <summary>Starts the server of a data folder, or takes over the one that a killed silo left, and waits until it is ready.</summary>
    /// <exception cref="DataFolderInUseException">Another silo uses the folder.</exception>
    /// <exception cref="PostgresStartException">It cannot be started; the message says why.</exception>
    public static async Task<PrivatePostgres> Start(
        PrivatePostgresOptions options, ILogger logger, CancellationToken cancellationToken)
    {
        var dataFolder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.DataFolder));
        Directory.CreateDirectory(dataFolder);
        var folderLock = DataFolderLock.Take(dataFolder);
        try
        {
            var account = ServerAccount.Find();
            var folder = await PostgresFolder.Open(dataFolder, account, options.Progress, cancellationToken);
            var binaries = await PostgresBinaries.Find(folder.MajorVersion, account, cancellationToken);
            var server = new PostgresServer(folder, binaries, account, options);
            var postgres = new PrivatePostgres(folderLock, folder, server, logger);
            await postgres.Come(options, cancellationToken);
            postgres._watch = postgres.Watch();
            return postgres;
        }
        catch
        {
            folderLock.Dispose();
            throw;
        }
    }

    /// <summary>Stops the server.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_stopping.IsCancellationRequested) return;
        await _stopping.CancelAsync();
        await _watch;
        await _server.Stop();
        _lock.Dispose();
    }

    /// <summary>Lets go of the server without stopping it, as the end of a killed process does; for tests.</summary>
    internal void Abandon()
    {
        _stopping.Cancel();
        _lock.Dispose();
    }

    private async Task Come(PrivatePostgresOptions options, CancellationToken cancellationToken)
    {
        if (await TakeOver(options, cancellationToken)) return;
        var isNew = _folder.MajorVersion is null;
        options.Progress?.Invoke(isNew ? "Making the database (once)" : "Starting the database");
        if (isNew) await _server.Create(cancellationToken);
        using var done = new CancellationTokenSource();
        var speaking = Speak(options.Progress, done.Token);
        try
        {
            await _server.Start(mayMove: true, cancellationToken);
        }
        finally
        {
            await done.CancelAsync();
            await speaking;
        }

        _port = PostmasterFile.Read(_folder.Cluster)!.Port;
        LogStarted(ProcessId, _folder.Home);
    }

    private async Task<bool> TakeOver(PrivatePostgresOptions options, CancellationToken cancellationToken)
    {
        if (PostmasterFile.Read(_folder.Cluster) is not { IsAlive: true }) return false;
        options.Progress?.Invoke("Taking over the database of the silo before");
        var waited = System.Diagnostics.Stopwatch.StartNew();
        while (PostmasterFile.Read(_folder.Cluster) is { IsAlive: true } running)
        {
            if (running.IsReady)
            {
                _port = running.Port;
                await CheckPassword(running, cancellationToken);
                LogTakenOver(running.ProcessId, _folder.Home);
                return true;
            }

            // It recovers, or it is stopping; then the next one is ours.
            if (waited.Elapsed > options.StartTimeout)
                throw new PostgresStartException($"The database in {_folder.Home} (process {running.ProcessId}) does not get ready.");
            await Task.Delay(50, cancellationToken);
        }

        return false;
    }

    private async Task CheckPassword(PostmasterFile running, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
            await connection.OpenAsync(cancellationToken);
        }
        catch (NpgsqlException e)
        {
            throw new PostgresStartException(
                $"The database in {_folder.Home} runs (process {running.ProcessId}) but cannot be used: {e.Message}. Stop that process.", e);
        }
    }

    /// <summary>Starts the server again when it dies while the silo lives.</summary>
    private async Task Watch()
    {
        try
        {
            using var timer = new PeriodicTimer(WatchInterval);
            for (var missed = 0; await timer.WaitForNextTickAsync(_stopping.Token);)
            {
                missed = ProcessId == 0 ? missed + 1 : 0;
                if (missed < 2) continue;
                LogDied(_folder.Log);
                await Restart(_stopping.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The silo stops.
        }
    }

    private async Task Restart(CancellationToken cancellationToken)
    {
        try
        {
            await _server.Start(mayMove: false, cancellationToken);
            LogStarted(ProcessId, _folder.Home);
        }
        catch (PostgresStartException e)
        {
            LogNotRestarted(e);
            await Task.Delay(TimeSpan.FromSeconds(5), cancellationToken);
        }
    }

    private static async Task Speak(Action<string>? progress, CancellationToken done)
    {
        try
        {
            using var timer = new PeriodicTimer(SpeakAfter);
            for (var said = SpeakAfter; await timer.WaitForNextTickAsync(done); said += SpeakAfter)
                progress?.Invoke($"The database is recovering ({said.TotalSeconds:F0} s)");
        }
        catch (OperationCanceledException)
        {
            // It is up.
        }
    }
}
