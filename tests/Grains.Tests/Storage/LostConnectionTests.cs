using System.Diagnostics;
using Npgsql;
using SupportPlatform.Storage;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.Conversations;

public sealed class LostConnectionTests : IClassFixture<DatabaseFixture>
{
    private const string KillSessions =
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";

    private readonly DatabaseFixture _database;

    public LostConnectionTests(DatabaseFixture database) => _database = database;

    [Fact]
    public async Task Append_SessionsKilledManyTimes_KeepsTheAcknowledgedOnce()
    {
        await using var silo = new LogHarness(_database.DataSource);
        var load = new AppendLoad(silo, 32);
        for (var i = 0; i < 60; i++)
        {
            await load.UntilMore(50 + (i * 7 % 40));
            await Kill();
        }

        await load.StopAndCheck();
    }

    [Fact]
    public async Task Append_ServerKilledUnderLoad_GoesOnAndKeepsTheAcknowledgedOnce()
    {
        await using var server = await DurableServer.Start();
        await using var silo = new LogHarness(server.DataSource);
        var load = new AppendLoad(silo, 16);
        for (var i = 0; i < 2; i++)
        {
            await load.UntilMore(500);
            using var process = Process.GetProcessById(server.Postgres.ProcessId);
            process.Kill();
            await load.UntilMore(500);
        }

        await load.StopAndCheck();
    }

    [Fact]
    public async Task Append_DatabaseGone_IsUnavailableInTime()
    {
        var proxy = new LossyProxy(new NpgsqlConnectionStringBuilder(_database.ConnectionString).Port);
        await using var behind = Behind(proxy);
        await using var silo = new LogHarness(behind, new LogWriterOptions { RetryFor = TimeSpan.FromSeconds(1) });
        var log = await silo.NewLog();
        await proxy.DisposeAsync();
        var append = await Assert.ThrowsAsync<SupportException>(() => log.Append(LogHarness.Messages("x"), default));
        var open = await Assert.ThrowsAsync<SupportException>(() => silo.Store.Open(log.Key, 10, default));
        Assert.Equal((ProblemCodes.StorageUnavailable, ProblemCodes.StorageUnavailable), (append.Code, open.Code));
    }

    [Fact]
    public async Task Append_SessionKilledBeforeItsCommit_IsWrittenOnce()
    {
        await using var silo = new LogHarness(_database.DataSource, new LogWriterOptions { Writers = 1 });
        var log = await silo.NewLog();
        await using var held = await HeldConversation.Hold(_database.DataSource, log.Key);
        var append = log.Append(LogHarness.Messages("m"), default);
        await held.UntilWaiting(1);
        await Kill(" AND wait_event_type = 'Lock'");
        await held.UntilWaiting(1);
        await held.Release();
        await append;
        await log.Append(LogHarness.Messages("next"), default);
        Assert.Equal(["first", "m", "next"], await silo.Texts(log.Key));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    public async Task Append_CommittedButTheAnswerLost_IsAcknowledgedOnce(int events)
    {
        await using var proxy = new LossyProxy(new NpgsqlConnectionStringBuilder(_database.ConnectionString).Port);
        await using var behind = Behind(proxy);
        await using var silo = new LogHarness(behind, new LogWriterOptions { Writers = 1 });
        var log = await silo.NewLog();
        var texts = Enumerable.Range(0, events).Select(i => $"m{i}").ToArray();
        proxy.LoseNextAnswer();
        await log.Append(LogHarness.Messages(texts), default);
        Assert.Equal(1, proxy.Lost);
        await log.Append(LogHarness.Messages("next"), default);
        Assert.Equal(["first", .. texts, "next"], await silo.Texts(log.Key));
    }

    [Fact]
    public async Task Append_AnswerLostAndAnotherTookOver_IsStillAcknowledged()
    {
        await using var proxy = new LossyProxy(new NpgsqlConnectionStringBuilder(_database.ConnectionString).Port);
        await using var behind = Behind(proxy);
        await using var silo = new LogHarness(behind, new LogWriterOptions { Writers = 1 });
        await using var other = new LogHarness(_database.DataSource);
        var log = await silo.NewLog();
        proxy.LoseNextAnswer(async () =>
        {
            var opened = await other.Store.Open(log.Key, 10, default);
            await opened!.Log.Append(LogHarness.Messages("other"), default);
        });
        await log.Append(LogHarness.Messages("mine"), default);
        await Assert.ThrowsAsync<FencedException>(() => log.Append(LogHarness.Messages("late"), default));
        Assert.Equal(["first", "mine", "other"], await silo.Texts(log.Key));
    }

    private NpgsqlDataSource Behind(LossyProxy proxy) => NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(_database.ConnectionString) { Port = proxy.Port }.ConnectionString);

    private async Task Kill(string which = "")
    {
        await using var dataSource = NpgsqlDataSource.Create(_database.ConnectionString + ";Pooling=false");
        await using var command = dataSource.CreateCommand(KillSessions + which);
        await command.ExecuteNonQueryAsync();
    }
}
