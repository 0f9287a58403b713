using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Xunit;

namespace SupportPlatform.Postgres;

public sealed class PrivatePostgresTests : IAsyncLifetime
{
    private readonly DataFolder _folder = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _folder.DisposeAsync();

    [Fact]
    public async Task Start_Again_FindsDataPortAndPassword()
    {
        var first = await _folder.Start();
        await DataFolder.Query<int>(first, "CREATE TABLE kept AS SELECT 1 AS n; SELECT n FROM kept");
        await first.DisposeAsync();
        Assert.Equal(0, first.ProcessId);
        var clock = Stopwatch.StartNew();
        var second = await _folder.Start();
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"The restart took {clock.Elapsed}.");
        Assert.Equal(1, await DataFolder.Query<int>(second, "SELECT n FROM kept"));
        Assert.Equal(first.ConnectionString, second.ConnectionString);
        Assert.Equal(["Making the database (once)", "Starting the database"], _folder.Steps);
    }

    [Fact]
    public async Task Start_First_IsDurableAndClosedToOthers()
    {
        var postgres = await _folder.Start();
        foreach (var (setting, value) in new[] { ("fsync", "on"), ("synchronous_commit", "on"), ("full_page_writes", "on"), ("listen_addresses", "127.0.0.1") })
            Assert.Equal(value, await DataFolder.Query<string>(postgres, $"SHOW {setting}"));
        var wrong = new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Password = "wrong", Pooling = false };
        await using var connection = new NpgsqlConnection(wrong.ConnectionString);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => connection.OpenAsync());
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refused.SqlState);
        if (OperatingSystem.IsWindows()) return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_folder.Path, "postgres.password")));
    }

    [Fact]
    public async Task Start_WhileAnotherSiloHasTheFolder_SaysSo()
    {
        await _folder.Start();
        var refused = await Assert.ThrowsAsync<DataFolderInUseException>(_folder.Start);
        Assert.Contains(_folder.Path, refused.Message, StringComparison.Ordinal);
        Assert.Contains(Environment.ProcessId.ToString(CultureInfo.InvariantCulture), refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_AfterTheSiloWasKilled_TakesTheServerOver()
    {
        var first = await _folder.Start();
        var process = first.ProcessId;
        _folder.Abandon(first);
        var second = await _folder.Start();
        Assert.Equal(process, second.ProcessId);
        Assert.Equal(1, await DataFolder.Query<int>(second, "SELECT 1"));
        await second.DisposeAsync();
        Assert.Equal(0, second.ProcessId);
    }

    [Fact]
    public async Task Start_AfterBothWereKilled_Recovers()
    {
        var first = await _folder.Start();
        await DataFolder.Query<int>(first, "CREATE TABLE kept AS SELECT 1 AS n; SELECT n FROM kept");
        _folder.Abandon(first);
        KillServer(first);
        Assert.True(File.Exists(Path.Combine(_folder.Cluster, "postmaster.pid")));
        var second = await _folder.Start();
        Assert.Equal(1, await DataFolder.Query<int>(second, "SELECT n FROM kept"));
    }

    [Fact]
    public async Task Start_ServerKilledWhileTheSiloLives_IsStartedAgain()
    {
        var postgres = await _folder.Start();
        var killed = KillServer(postgres);
        while (postgres.ProcessId == 0 || postgres.ProcessId == killed) await Task.Delay(20);
        for (var ready = false; !ready; ready = PostmasterFile.Read(_folder.Cluster) is { IsReady: true }) await Task.Delay(20);
        Assert.Equal(1, await DataFolder.Query<int>(postgres, "SELECT 1"));
    }

    [Fact]
    public async Task Start_StaleFilesWithAnotherProgramsProcess_AreNoObstacle()
    {
        var first = await _folder.Start();
        await first.DisposeAsync();
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "postgres.lock"), "1");

        // This test's own process: alive, but no PostgreSQL.
        await File.WriteAllTextAsync(
            Path.Combine(_folder.Cluster, "postmaster.pid"), $"{Environment.ProcessId}\n{_folder.Cluster}\n1700000000\n1\n\n127.0.0.1\n  1  1\nready   \n");
        var second = await _folder.Start();
        Assert.Equal(1, await DataFolder.Query<int>(second, "SELECT 1"));
        Assert.NotEqual(Environment.ProcessId, second.ProcessId);
    }

    [Fact]
    public async Task Start_PortTakenMeanwhile_TakesAnother()
    {
        var first = await _folder.Start();
        await first.DisposeAsync();
        var port = new NpgsqlConnectionStringBuilder(first.ConnectionString).Port;
        using var squatter = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, port);
        squatter.Start();
        var second = await _folder.Start();
        Assert.NotEqual(port, new NpgsqlConnectionStringBuilder(second.ConnectionString).Port);
        Assert.Equal(1, await DataFolder.Query<int>(second, "SELECT 1"));
    }

    [Fact]
    public async Task Start_PasswordLost_SaysWhatToDo()
    {
        await (await _folder.Start()).DisposeAsync();
        File.Delete(Path.Combine(_folder.Path, "postgres.password"));
        var refused = await Assert.ThrowsAsync<PostgresStartException>(_folder.Start);
        Assert.Contains("postgres.password", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_DataOfAnotherVersion_SaysSo()
    {
        await (await _folder.Start()).DisposeAsync();
        await File.WriteAllTextAsync(Path.Combine(_folder.Cluster, "PG_VERSION"), "11\n");
        var refused = await Assert.ThrowsAsync<PostgresStartException>(_folder.Start);
        Assert.Contains("No PostgreSQL 11", refused.Message, StringComparison.Ordinal);
    }

    private static int KillServer(PrivatePostgres postgres)
    {
        using var process = Process.GetProcessById(postgres.ProcessId);
        process.Kill();
        while (postgres.ProcessId == process.Id) Thread.Yield();
        return process.Id;
    }
}
