using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.Conversations;

public sealed class ConversationLogTests : IClassFixture<DatabaseFixture>, IAsyncLifetime
{
    private readonly LogHarness _silo;

    public ConversationLogTests(DatabaseFixture database) =>
        _silo = new LogHarness(database.DataSource, new LogWriterOptions { Writers = 1 });

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    [Fact]
    public async Task Append_SeveralEvents_NumbersThemOnward()
    {
        var log = await _silo.NewLog();
        var logged = await log.Append(LogHarness.Messages("a", "b"), default);
        Assert.Equal([2L, 3L], logged.Select(e => e.Seq));
        Assert.Equal(3, log.LastSeq);
        Assert.Equal(["first", "a", "b"], await _silo.Texts(log.Key));
    }

    [Fact]
    public async Task Append_Logged_IsWhatIsReadAgain()
    {
        var log = await _silo.NewLog();
        var append = LogHarness.Messages("x") with { At = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)).AddTicks(1234567) };
        append = append with { Events = [append.Events[0] with { StaffData = """{ "k" : 1.50 }""" }] };
        var logged = await log.Append(append, default);
        Assert.Equal(logged, await _silo.Store.Read(log.Key, 1, 10, default));
    }

    [Fact]
    public async Task Append_AfterAnotherOpening_IsFencedForGood()
    {
        var old = await _silo.NewLog();
        var opened = await _silo.Store.Open(old.Key, 10, default);
        await Assert.ThrowsAsync<FencedException>(() => old.Append(LogHarness.Messages("old"), default));
        await opened!.Log.Append(LogHarness.Messages("new"), default);
        await Assert.ThrowsAsync<FencedException>(() => old.Append(LogHarness.Messages("old"), default));
        Assert.Equal(["first", "new"], await _silo.Texts(old.Key));
    }

    [Fact]
    public async Task Append_TwoOwnersInOneCommit_OnlyTheNewerWrites()
    {
        var old = await _silo.NewLog();
        var newer = (await _silo.Store.Open(old.Key, 10, default))!.Log;
        var other = await _silo.NewLog();
        await using var held = await HeldConversation.Hold(_silo.DataSource, other.Key);
        var first = other.Append(LogHarness.Messages("held"), default);
        await held.UntilWaiting(1);
        var fenced = old.Append(LogHarness.Messages("old"), default);
        var written = newer.Append(LogHarness.Messages("new"), default);
        await held.Release();
        await Task.WhenAll(first, written);
        await Assert.ThrowsAsync<FencedException>(() => fenced);
        Assert.Equal(["first", "new"], await _silo.Texts(old.Key));
    }

    [Fact]
    public async Task Append_WhileOneIsUnderWay_IsRefused()
    {
        var log = await _silo.NewLog();
        await using var held = await HeldConversation.Hold(_silo.DataSource, log.Key);
        var first = log.Append(LogHarness.Messages("a"), default);
        await Assert.ThrowsAsync<InvalidOperationException>(() => log.Append(LogHarness.Messages("b"), default));
        await held.Release();
        await first;
        await log.Append(LogHarness.Messages("c"), default);
        Assert.Equal(["first", "a", "c"], await _silo.Texts(log.Key));
    }

    [Fact]
    public async Task Append_CancelledWhileItWaits_WritesNothingAndLeavesTheLogUsable()
    {
        var (blocked, log) = (await _silo.NewLog(), await _silo.NewLog());
        await using var held = await HeldConversation.Hold(_silo.DataSource, blocked.Key);
        var first = blocked.Append(LogHarness.Messages("a"), default);
        await held.UntilWaiting(1);
        using var cancel = new CancellationTokenSource();
        var waiting = log.Append(LogHarness.Messages("never"), cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await held.Release();
        await first;
        await log.Append(LogHarness.Messages("b"), default);
        Assert.Equal(["first", "b"], await _silo.Texts(log.Key));
    }

    [Theory]
    [InlineData("""{"text":""")]
    [InlineData("{\"text\":\"\0\"}")]
    [InlineData("half a surrogate pair")]
    public async Task Append_OneRefusedOfACommit_OnlyItFails(string badData)
    {
        // An attribute cannot carry it.
        if (badData.StartsWith('h')) badData = "{\"text\":\"\uD800\"}";
        var blocked = await _silo.NewLog();
        var logs = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _silo.NewLog()));
        await using var held = await HeldConversation.Hold(_silo.DataSource, blocked.Key);
        var first = blocked.Append(LogHarness.Messages("a"), default);
        await held.UntilWaiting(1);
        var bad = LogHarness.Messages("bad") with { Events = [new NewEvent(EventTypes.MessagePosted, badData)] };
        var appends = logs.Select((log, i) => log.Append(i == 13 ? bad : LogHarness.Messages($"good {i}"), default)).ToArray();
        await held.Release();
        await first;
        var refused = await Assert.ThrowsAsync<SupportException>(() => appends[13]);
        Assert.Equal(ProblemCodes.InvalidText, refused.Code);
        await logs[13].Append(LogHarness.Messages("later"), default);
        for (var i = 0; i < logs.Length; i++)
        {
            if (i != 13) await appends[i];
            Assert.Equal(["first", i == 13 ? "later" : $"good {i}"], await _silo.Texts(logs[i].Key));
        }
    }

    [Fact]
    public async Task Append_ClientMessageAgain_IsRefusedAndFound()
    {
        var log = await _silo.NewLog();
        var message = new NewEvent(EventTypes.MessagePosted, """{"text":"m"}""", null, "id-1");
        await log.Append(LogHarness.Messages() with { Events = [message] }, default);
        await Assert.ThrowsAsync<DuplicateMessageException>(() => log.Append(LogHarness.Messages() with { Events = [message] }, default));
        Assert.Equal(2, await _silo.Store.FindClientMessage(log.Key, "id-1", default));
        Assert.Null(await _silo.Store.FindClientMessage(log.Key, "id-2", default));
        Assert.Equal(["first", "m"], await _silo.Texts(log.Key));
    }

    [Fact]
    public async Task Append_ManyConversationsAndAppends_EachLogHasAllOfItsOwn()
    {
        var logs = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => _silo.NewLog()));
        await Task.WhenAll(logs.Select(async log =>
        {
            for (var i = 0; i < 25; i++) await log.Append(LogHarness.Messages($"{i} a", $"{i} b"), default);
        }));
        string[] expected = ["first", .. Enumerable.Range(0, 25).SelectMany(i => new[] { $"{i} a", $"{i} b" })];
        foreach (var log in logs) Assert.Equal(expected, await _silo.Texts(log.Key));
    }

    [Fact]
    public async Task Append_WithoutEvents_ChangesStateAndDueRows()
    {
        var log = await _silo.NewLog();
        var due = new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
        await log.Append(LogHarness.Messages() with { Status = "resolved", Dues = [new("answer", due), new("other", due)] }, default);
        await log.Append(LogHarness.Messages() with { Dues = [new("other", due), new("answer", null), new("other", due.AddHours(1))] }, default);
        Assert.Equal(1, log.LastSeq);
        Assert.Equal(
            "other 13:00",
            await _silo.Scalar<string>($"SELECT string_agg(kind || ' ' || to_char(due_at AT TIME ZONE 'UTC', 'HH24:MI'), ',') FROM due WHERE key = '{log.Key}'"));
        var opened = await _silo.Store.Open(log.Key, 10, default);
        Assert.Equal("""{"last":""}""", opened!.State);
    }
}
