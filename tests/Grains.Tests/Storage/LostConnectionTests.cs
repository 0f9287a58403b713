using System.Diagnostics;
using Npgsql;
using SupportPlatform.Storage;
using Xunit;

namespace SupportPlatform.Conversations;

public sealed class LostConnectionTests
{
    private const string KillSessions =
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()";

    [Fact]
    public async Task Append_SessionsKilledManyTimes_KeepsTheAcknowledgedOnce()
    {
        await using var server = await DurableServer.Start();
        await using var silo = new LogHarness(server.DataSource);
        var load = new AppendLoad(silo, 32);
        for (var i = 0; i < 60; i++)
        {
            await load.UntilMore(50 + (i * 7 % 40));
            await server.Execute(KillSessions);
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
        var server = await DurableServer.Start();
        await using var silo = new LogHarness(server.DataSource, new LogWriterOptions { RetryFor = TimeSpan.FromSeconds(1) });
        var log = await silo.NewLog();
        await server.Postgres.DisposeAsync();
        var append = await Assert.ThrowsAsync<SupportException>(() => log.Append(LogHarness.Messages("x"), default));
        var open = await Assert.ThrowsAsync<SupportException>(() => silo.Store.Open(log.Key, 10, default));
        Assert.Equal((ProblemCodes.StorageUnavailable, ProblemCodes.StorageUnavailable), (append.Code, open.Code));
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Append_SessionKilledBeforeItsCommit_IsWrittenOnce()
    {
        await using var server = await DurableServer.Start();
        await using var silo = new LogHarness(server.DataSource, new LogWriterOptions { Writers = 1 });
        var log = await silo.NewLog();
        await using var held = await HeldConversation.Hold(server.DataSource, log.Key);
        var append = log.Append(LogHarness.Messages("m"), default);
        await held.UntilWaiting(1);
        await server.Execute(KillSessions + " AND wait_event_type = 'Lock'");
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
        await using var server = await DurableServer.Start();
        await using var proxy = new LossyProxy(new NpgsqlConnectionStringBuilder(server.Postgres.ConnectionString).Port);
        await using var behind = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(server.Postgres.ConnectionString) { Port = proxy.Port }.ConnectionString);
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
        await using var server = await DurableServer.Start();
        await using var proxy = new LossyProxy(new NpgsqlConnectionStringBuilder(server.Postgres.ConnectionString).Port);
        await using var behind = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(server.Postgres.ConnectionString) { Port = proxy.Port }.ConnectionString);
        await using var silo = new LogHarness(behind, new LogWriterOptions { Writers = 1 });
        await using var other = new LogHarness(server.DataSource);
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
}
