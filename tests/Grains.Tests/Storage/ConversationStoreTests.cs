using System.Text.Json;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.Conversations;

public sealed class ConversationStoreTests : IClassFixture<DatabaseFixture>, IAsyncLifetime
{
    private readonly LogHarness _silo;

    public ConversationStoreTests(DatabaseFixture database) => _silo = new LogHarness(database.DataSource);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    [Fact]
    public async Task Open_Unknown_IsNull() => Assert.Null(await _silo.Store.Open("demo/none", 10, default));

    [Fact]
    public async Task Open_OnlyAHeader_IsNullUntilCreatedAgain()
    {
        var key = LogHarness.NewKey();
        await _silo.Store.Create(key, LogHarness.Header(), 10, default);
        Assert.Null(await _silo.Store.Open(key, 10, default));
        var opened = await _silo.Store.Create(key, LogHarness.Header(), 10, default);
        await opened.Log.Append(LogHarness.Messages("a"), default);
        Assert.NotNull(await _silo.Store.Open(key, 10, default));
    }

    [Fact]
    public async Task Create_OneThatExists_TakesItOverAsItIs()
    {
        var log = await _silo.NewLog();
        var opened = await _silo.Store.Create(log.Key, LogHarness.Header("another contact"), 10, default);
        Assert.Equal("c-1", opened.ContactId);
        Assert.Equal(("demo", "open", "api", null), (opened.Store, opened.Status, opened.Channel, opened.Locale));
        Assert.Equal("""{"last":"first"}""", opened.State);
        Assert.Single(opened.Tail);
        await Assert.ThrowsAsync<FencedException>(() => log.Append(LogHarness.Messages("x"), default));
    }

    [Fact]
    public async Task Open_LongLog_ReadsOnlyTheTail()
    {
        var log = await _silo.NewLog();
        for (var i = 0; i < 10; i++)
            await log.Append(LogHarness.Messages([.. Enumerable.Range(0, 1000).Select(n => $"{i} {n}")]), default);
        var opened = await _silo.Store.Open(log.Key, 200, default);
        Assert.Equal(10_001, opened!.Log.LastSeq);
        Assert.Equal(Enumerable.Range(9802, 200).Select(s => (long)s), opened.Tail.Select(e => e.Seq));
        Assert.Equal("""{"text":"9 999"}""", opened.Tail[^1].Data);
        var plan = await Explain($"SELECT seq FROM events WHERE key = '{log.Key}' ORDER BY seq DESC LIMIT 200");
        Assert.Contains("Index", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_WhileAnAppendCommits_SeesItsEvents()
    {
        var log = await _silo.NewLog();
        await using var held = await HeldConversation.Hold(_silo.DataSource, log.Key);
        await held.Execute(
            $$"""
            UPDATE conversations SET last_seq = 2, revision = 2 WHERE key = '{{log.Key}}';
            INSERT INTO events (key, seq, epoch, at, type, data) VALUES ('{{log.Key}}', 2, 1, now(), 'rated', '{}')
            """);
        var opening = _silo.Store.Open(log.Key, 10, default);
        await held.UntilWaiting(1);
        await held.Release();
        var opened = await opening;
        Assert.Equal(2, opened!.Log.LastSeq);
        Assert.Equal([1L, 2L], opened.Tail.Select(e => e.Seq));
    }

    [Fact]
    public async Task Open_ManyAtOnce_OneOwnerAtTheEnd()
    {
        var key = (await _silo.NewLog()).Key;
        var owners = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _silo.Store.Open(key, 10, default)));
        Assert.Equal(20, owners.Select(o => o!.Log.Epoch).Distinct().Count());
        var results = await Task.WhenAll(owners.Select(async o =>
        {
            try
            {
                await o!.Log.Append(LogHarness.Messages("mine"), default);
                return true;
            }
            catch (FencedException)
            {
                return false;
            }
        }));
        Assert.Equal(1, results.Count(r => r));
        Assert.Equal(["first", "mine"], await _silo.Texts(key));
    }

    [Fact]
    public async Task Read_Pages_GoOnAfterTheNumber()
    {
        var log = await _silo.NewLog();
        await log.Append(LogHarness.Messages("a", "b", "c"), default);
        Assert.Equal([2L, 3L], (await _silo.Store.Read(log.Key, 1, 2, default)).Select(e => e.Seq));
        Assert.Empty(await _silo.Store.Read(log.Key, 4, 2, default));
    }

    [Theory]
    [InlineData("""{ "text" : "two  spaces", "n": 1.50, "n": 2 }""")]
    [InlineData("""{"text":"\u0000 \ud800 \/"}""")]
    [InlineData("{\"text\":\"\u0001\u2028\u202e🙂\"}", true)]
    public async Task Read_OddJson_IsTheSameText(string data, bool hasControl = false)
    {
        // A bare control character is not JSON; escaped it is.
        if (hasControl) data = data.Replace("\u0001", @"\u0001", StringComparison.Ordinal);
        var log = await _silo.NewLog();
        await log.Append(LogHarness.Messages() with { Events = [new NewEvent("rated", data, data)] }, default);
        var read = Assert.Single(await _silo.Store.Read(log.Key, 1, 10, default));
        Assert.Equal((data, data), (read.Data, read.StaffData));
    }

    [SkippableFact]
    public async Task Read_NaughtyStrings_AreTheSameBytes()
    {
        var items = DataSets.RequireLines("naughty_strings", "items.jsonl");
        var log = await _silo.NewLog();
        var texts = items.Select(i => i.GetProperty("text").GetString()!).ToList();
        foreach (var text in texts)
            await log.Append(LogHarness.Messages() with { Events = [new NewEvent("message-posted", JsonSerializer.Serialize(new { text }))] }, default);
        Assert.Equal(["first", .. texts], await _silo.Texts(log.Key));
    }

    private async Task<string> Explain(string sql)
    {
        await using var command = _silo.DataSource.CreateCommand("EXPLAIN " + sql);
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        return string.Join('\n', lines);
    }
}
