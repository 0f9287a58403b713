using Npgsql;
using SupportPlatform.Agents;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.Conversations;

/// <summary>What a claim's transaction itself holds of its agent's slots.</summary>
public sealed class SlotFenceTests : IAsyncLifetime
{
    private readonly DatabaseFixture _database = new();
    private LogHarness _logs = null!;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        _logs = new LogHarness(_database.DataSource);
        await Execute("INSERT INTO agents VALUES ('demo', 'ada', 'Ada', NULL, 'agent', '{}', '{}', '{}', 1, 'online', NULL, NULL, 7)");
    }

    public async Task DisposeAsync()
    {
        await _logs.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Append_ByTheSameCount_IsWrittenOnceHoweverManyTry()
    {
        var logs = new List<ConversationLog>();
        for (var i = 0; i < 20; i++) logs.Add(await _logs.NewLog());
        var outcomes = await Task.WhenAll(logs.Select(log => Written(log, 7)));
        Assert.Single(outcomes, written => written);
        Assert.Equal(1, await _logs.Scalar<long>("SELECT count(*) FROM conversations WHERE agent = 'ada'"));
        Assert.Equal(8, await _logs.Scalar<long>("SELECT revision FROM agents"));
    }

    [Fact]
    public async Task Append_ByAnOldCount_IsRefusedAndLeavesOthersOfItsCommitAlone()
    {
        var (stale, plain) = (await _logs.NewLog(), await _logs.NewLog());
        var both = await Task.WhenAll(Written(stale, 6), Written(plain, null));
        Assert.Equal([false, true], both);
        Assert.True(await Written(await _logs.NewLog(), 7));
    }

    [Fact]
    public async Task Append_RowThatChangesWhileItWaits_IsWrittenWithItsSlot()
    {
        var log = await _logs.NewLog();
        await using var held = await HeldConversation.Hold(_database.DataSource, log.Key);
        var append = Written(log, 7);
        await held.UntilWaiting(1);
        await held.Execute("UPDATE conversations SET summary = 'changed'");
        await held.Release();
        Assert.True(await append);
        Assert.Equal(8, await _logs.Scalar<long>("SELECT revision FROM agents"));
    }

    private static async Task<bool> Written(ConversationLog log, long? revision)
    {
        var append = LogHarness.Messages("claimed") with
        {
            Agent = revision is null ? null : "ada",
            Slot = revision is { } given ? new AgentSlot("demo", "ada", given, 1) : null,
            Dues = [new DueChange(DueKinds.Answer, null)],
        };
        try
        {
            await log.Append(append, CancellationToken.None);
            return true;
        }
        catch (FencedException)
        {
            return false;
        }
    }

    private async Task Execute(string sql)
    {
        await using NpgsqlCommand command = _database.DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
