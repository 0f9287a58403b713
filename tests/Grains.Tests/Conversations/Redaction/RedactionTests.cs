using SupportPlatform.Conversations;
using SupportPlatform.Conversations.Events;
using SupportPlatform.Grains.Tests.Knowledge;
using SupportPlatform.Grains.Tests.Knowledge.Learning;
using SupportPlatform.Knowledge;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.Grains.Tests.Conversations;

/// <summary>What is left of a source in old conversations when the store removes it.</summary>
public sealed class RedactionTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>, IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new();
    private readonly string _store = $"s-{Guid.NewGuid():N}";
    private LearningNode _node = null!;
    private SourcesNode _sources = null!;
    private RedactionStore _redactions = null!;

    public async Task InitializeAsync()
    {
        _node = new LearningNode(database.DataSource, _time);
        _sources = new SourcesNode(database.DataSource, Path.GetTempPath(), _time);
        _redactions = new RedactionStore(database.DataSource);
        await Write("lamp", "shade");
    }

    public async Task DisposeAsync()
    {
        await _sources.DisposeAsync();
        await _node.DisposeAsync();
    }

    [Fact]
    public async Task Delete_SourceThatAnswersCite_TakesItsWordsOutOfTheirLogsAlone()
    {
        var (log, _) = await _node.Ask(_store, "How heavy?", Outcomes.Answered, "900 g [1], opal [2].", "lamp", "shade");
        var (other, _) = await _node.Ask(_store, "Is it glass?", Outcomes.Answered, "Opal [1].", "shade");
        await _node.Run();

        await Delete("lamp");
        await Redact();

        var message = await Answer(log.Key);
        Assert.Equal("900 g [1], opal [2].", message.Text);
        Assert.Equal([(1, "lamp", "", true), (2, "shade", "q", false)], message.Citations.Select(c => (c.N, c.Title, c.Quote, c.Removed)));
        Assert.Equal("q", Assert.Single((await Answer(other.Key)).Citations).Quote);
        Assert.Empty(await Dues());
    }

    [Fact]
    public async Task Delete_SourceThatWasOnlySupplied_LeavesNoPassageForStaffEither()
    {
        var (log, _) = await _node.Ask(_store, "How heavy?", Outcomes.Answered, "Opal [1].", "shade");
        await _node.Run();
        Assert.Contains("the passage of lamp", (await Turn(log.Key)).StaffData!, StringComparison.Ordinal);

        await Delete("lamp");
        await Redact();

        var staff = (await Turn(log.Key)).StaffData!;
        Assert.DoesNotContain("the passage of lamp", staff, StringComparison.Ordinal);
        Assert.Contains("the passage of shade", staff, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redact_CrashBeforeItsEnd_IsDoneByTheNext()
    {
        var (log, _) = await _node.Ask(_store, "How heavy?", Outcomes.Answered, "900 g [1].", "lamp");
        await _node.Run();
        await Delete("lamp");
        var due = Assert.Single(await Dues());

        // The transaction is held at its last lines by a lock on the event, and then cut.
        await using (var holder = await database.DataSource.OpenConnectionAsync())
        await using (var held = await holder.BeginTransactionAsync())
        {
            await using var take = holder.Statement("SELECT FROM events WHERE key = $1 FOR UPDATE", log.Key);
            await take.ExecuteNonQueryAsync();
            using var crash = new CancellationTokenSource();
            var cut = _redactions.Redact(log.Key, due.Removal, crash.Token);
            await UntilWaiting();
            await crash.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cut);
        }

        Assert.Equal(due, Assert.Single(await Dues()));
        await Redact();

        Assert.True(Assert.Single((await Answer(log.Key)).Citations).Removed);
        Assert.Empty(await Dues());
    }

    [Fact]
    public async Task Redact_TwoAtOnceAndAgain_ChangeTheSameOnce()
    {
        var (log, _) = await _node.Ask(_store, "How heavy?", Outcomes.Answered, "900 g [1].", "lamp");
        await _node.Run();
        await Delete("lamp");
        var due = Assert.Single(await Dues());

        await Task.WhenAll(_redactions.Redact(log.Key, due.Removal, default), _redactions.Redact(log.Key, due.Removal, default));
        var once = await Answer(log.Key);
        await _redactions.Redact(log.Key, due.Removal, default);

        Assert.Equal((true, ""), (once.Citations[0].Removed, once.Citations[0].Quote));
        Assert.Equal(EventFormat.ToNewEvent(once).Data, EventFormat.ToNewEvent(await Answer(log.Key)).Data);
    }

    [Fact]
    public async Task Project_AnswerThatComesAfterTheRemoval_IsRedactedToo()
    {
        await Delete("lamp");
        _time.Advance(TimeSpan.FromSeconds(3));
        var (log, _) = await _node.Ask(_store, "How heavy?", Outcomes.Answered, "900 g [1].", "lamp");

        await _node.Run();
        await Redact();

        Assert.Equal((true, ""), ((await Answer(log.Key)).Citations[0].Removed, (await Answer(log.Key)).Citations[0].Quote));
    }

    [Fact]
    public async Task Redact_SourceIsThereAgain_KeepsWhatCitesTheNewOne()
    {
        var (before, _) = await _node.Ask(_store, "How heavy?", Outcomes.Answered, "900 g [1].", "lamp");
        await _node.Run();
        await Delete("lamp");
        _time.Advance(TimeSpan.FromSeconds(3));
        await Write("lamp");
        var (after, _) = await _node.Ask(_store, "How heavy now?", Outcomes.Answered, "950 g [1].", "lamp");
        await _node.Run();
        var removal = Assert.Single(await Dues()).Removal;

        await Redact();
        await _redactions.Redact(after.Key, removal, default);

        Assert.True((await Answer(before.Key)).Citations[0].Removed);
        Assert.Equal("q", (await Answer(after.Key)).Citations[0].Quote);
    }

    [Fact]
    public void Of_WhatTheCustomerAttachedUnderTheSameName_Stays()
    {
        var message = new MessagePosted
        {
            MessageId = "m",
            Role = MessageRole.Assistant,
            Text = "a [1]",
            Citations = [new Citation { N = 1, Source = "lamp", Title = "t", Revision = "r", ChunkId = "c", Quote = "q", FromCustomer = true }],
        };
        var e = new LoggedEvent { Seq = 1, Type = EventTypes.MessagePosted, At = _time.GetUtcNow(), Data = EventFormat.ToNewEvent(message).Data };

        Assert.Equal(e, new Redaction("lamp", null).Of(e));
    }

    private async Task Delete(string id) =>
        Assert.True((await _sources.Sources.Delete(new SourceKey(_store, SourceKinds.Faq, id), _time.GetUtcNow(), default)).Found);

    private async Task Write(params string[] ids)
    {
        foreach (var id in ids)
        {
            await _sources.Entries.Write(
                _store, SourceKinds.Faq, [new NewEntry(id, id, null, null, "published", null, new SourceContent { Question = id, Answer = "a" })], false,
                _time.GetUtcNow(), default);
        }
    }

    private async Task Redact()
    {
        foreach (var (key, removal) in await Dues()) await _redactions.Redact(key, removal, default);
    }

    private async Task<List<(string Key, long Removal)>> Dues()
    {
        var found = new List<(string, long)>();
        await using var connection = await database.DataSource.OpenConnectionAsync();
        await using var command = connection.Statement("SELECT key, kind FROM due WHERE target = 'conversation' AND key LIKE $1", _store + "/%");
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            if (DueKinds.RemovalIn(reader.GetString(1)) is { } removal) found.Add((reader.GetString(0), removal));
        return found;
    }

    private async Task<MessagePosted> Answer(string key) => EventFormat.ReadMessage((await Events(key)).Last(e => e.Type == EventTypes.MessagePosted).Data);

    private async Task<LoggedEvent> Turn(string key) => (await Events(key)).Single(e => e.Type == EventTypes.TurnCompleted);

    private Task<IReadOnlyList<LoggedEvent>> Events(string key) => _node.Read(key);

    private async Task UntilWaiting()
    {
        await using var connection = await database.DataSource.OpenConnectionAsync();
        while (true)
        {
            await using var command = connection.Statement("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'UPDATE events SET data%'");
            if ((long)(await command.ExecuteScalarAsync())! > 0) return;
            await Task.Yield();
        }
    }
}
