using SupportPlatform.Conversations;
using SupportPlatform.Knowledge;
using SupportPlatform.Postgres;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.Grains.Tests.Knowledge.Learning;

public sealed class TurnProjectionTests : IAsyncLifetime
{
    private const string Row = "SELECT question, answer, outcome, language, instructions, sources, handed_off, rating FROM turns ORDER BY seq";
    private const string All = "SELECT * FROM turns ORDER BY conversation, seq";
    private readonly DatabaseFixture _database = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero));
    private LearningNode _node = null!;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        _node = new LearningNode(_database.DataSource, _time);
    }

    public async Task DisposeAsync()
    {
        await _node.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Run_AnsweredAndRatedQuestion_IsOneRowWithWhatIsKnown()
    {
        await _node.Execute("INSERT INTO knowledge_sources (store, kind, id, name, title, status, created_at, updated_at) VALUES ('s', 'faq', 'lamp', 'lamp', 'lamp', 'ready', now(), now())");
        var (log, answer) = await _node.Ask("s", "Hello! How heavy is the lamp? Write to ada@shop.example.", Outcomes.Answered, "It weighs 900 g. [1]", "lamp");
        await _node.Rate(log, answer, 1);
        await _node.Rate(log, answer, 5);
        await _node.Run();

        Assert.Equal(
            ["""("How heavy is the lamp? Write to [email].","It weighs 900 g.",answered,en,{polite/2},{lamp},f,5)"""],
            await _node.Rows(Row));
        Assert.Empty(await _node.Rows("SELECT * FROM due"));
    }

    [Fact]
    public async Task Run_AnswerFromACustomersAttachment_KeepsNothingOfItsText()
    {
        await _node.Execute("INSERT INTO knowledge_sources (store, kind, id, name, title, status, created_at, updated_at) VALUES ('s', 'document', 'a', 'my-order.md', 'Order', 'ready', now(), now())");
        var (log, answer) = await _node.Ask("s", "What is the refund of order 77?", Outcomes.Answered, "In what you sent: It is 5000 euros. [1]", "my-order.md");
        await _node.Rate(log, answer, 5);
        await _node.Run();

        Assert.Equal(["""("")"""], await _node.Rows("SELECT answer FROM turns"));
    }

    [Fact]
    public async Task Run_LogInPieces_MakesTheSameRowsAsAtOnce()
    {
        var log = await _node.Begin("s");
        await _node.Ask(log, "How heavy is the lamp?", Outcomes.Answered, "It weighs 900 g.");
        await _node.Run();
        await _node.Say(log, "And the shade?");
        await _node.Run();
        await _node.Ask(log, "Is it glass?", Outcomes.Handoff, "I can offer you a person.");
        await _node.Run();
        await _node.Reply(log, "Hello");
        await _node.Run();
        await _node.Reply(log, "The shade is made of opal glass.");
        await _node.Run();
        await _node.Rate(log, null, 4);
        await _node.Run();
        var inPieces = await _node.Rows(All);

        // To make all anew: without the cursors, by the script.
        await _node.Execute("DELETE FROM turn_cursors");
        Assert.Empty(await _node.Rows(All));
        await _node.Execute(DatabaseSchema.Script);
        _time.Advance(DateTimeOffset.UtcNow - _time.GetUtcNow() + TimeSpan.FromHours(1));
        await _node.Run();

        Assert.Equal(
            [
                """("How heavy is the lamp?","It weighs 900 g.",answered,f)""",
                """("And the shade? Is it glass?","I can offer you a person.",handoff,t)""",
                """("And the shade? Is it glass?","The shade is made of opal glass.",answered,f)""",
            ],
            await _node.Rows("SELECT question, answer, outcome, handed_off FROM turns ORDER BY seq"));
        Assert.Equal(inPieces, await _node.Rows(All));
        Assert.Equal(["(4)"], await _node.Rows("SELECT rating FROM turn_cursors"));
    }

    [Fact]
    public async Task Run_CutBeforeItsEnd_LeavesNothingAndComesAgainAfterTheLease()
    {
        var (log, _) = await _node.Ask("s", "How heavy is the lamp?");
        await new DueStore(_database.DataSource).Take(DueTargets.Turns, _time.GetUtcNow(), TurnProjector.Lease, 10, default);
        using var crash = new CancellationTokenSource();
        await using (var held = await HeldConversation.Hold(_database.DataSource, "no conversation"))
        {
            // The end of the due row is the projection's last statement.
            await held.Execute("SELECT FROM due FOR UPDATE");
            var running = _node.Turns.Project(log.Key, _time.GetUtcNow() + TurnProjector.Lease, crash.Token);
            await held.UntilWaiting(1);
            await crash.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        }

        Assert.Empty(await _node.Rows(All));
        await _node.Run();
        Assert.Empty(await _node.Rows(All));
        _time.Advance(TurnProjector.Lease);
        await _node.Run();
        Assert.Single(await _node.Rows(All));
        Assert.Empty(await _node.Rows("SELECT * FROM due"));
    }

    [Fact]
    public async Task Project_ByTwoAtOnce_MakesEachRowOnce()
    {
        var (log, answer) = await _node.Ask("s", "How heavy is the lamp?");
        await _node.Rate(log, answer, 2);
        await using var held = await HeldConversation.Hold(_database.DataSource, log.Key);
        await using var another = new LearningNode(_database.DataSource, _time);
        var both = new[] { _node, another }.Select(n => n.Turns.Project(log.Key, _time.GetUtcNow(), default)).ToList();
        await held.UntilWaiting(2);
        await held.Release();
        await Task.WhenAll(both);

        Assert.Equal(["(handoff,2)"], await _node.Rows("SELECT outcome, rating FROM turns"));
    }

    [Fact]
    public async Task Project_AppendMeanwhile_KeepsItsDueRow()
    {
        var (log, _) = await _node.Ask("s", "How heavy is the lamp?");
        var due = new DueStore(_database.DataSource);
        await due.Take(DueTargets.Turns, _time.GetUtcNow(), TurnProjector.Lease, 10, default);
        await _node.Ask(log, "Is it glass?", Outcomes.Handoff, "I can offer you a person.");
        await _node.Turns.Project(log.Key, _time.GetUtcNow() + TurnProjector.Lease, default);

        Assert.Equal(["(turns)"], await _node.Rows("SELECT kind FROM due"));
        await _node.Run();
        Assert.Equal(2, (await _node.Rows(All)).Count);
        Assert.Empty(await _node.Rows("SELECT * FROM due"));
    }

    [Fact]
    public async Task Run_ConversationThatIsGone_LeavesNothing()
    {
        var (log, _) = await _node.Ask("s", "How heavy is the lamp?");
        var (other, _) = await _node.Ask("s", "How heavy is that lamp?");
        await _node.Run();
        await _node.Ask(log, "Is it glass?", Outcomes.Handoff, "I can offer you a person.");
        await _node.Execute($"DELETE FROM conversations WHERE key = '{log.Key}'");
        await _node.Run();

        Assert.Equal([$"({other.Key})"], await _node.Rows("SELECT conversation FROM turns"));
        Assert.Equal([("How heavy is that lamp?", 1L, "open")], await _node.Gaps("s"));
        Assert.Empty(await _node.Rows("SELECT * FROM due"));
    }

    [Fact]
    public async Task Project_WhileACitedSourceIsRemoved_WaitsAndKeepsNoTextOfIt()
    {
        await _node.Execute("INSERT INTO knowledge_sources (store, kind, id, name, title, status, created_at, updated_at) VALUES ('s', 'faq', 'lamp', 'lamp', 'lamp', 'ready', now(), now())");
        var (log, _) = await _node.Ask("s", "How heavy is the lamp?", Outcomes.Answered, "It weighs 900 g. [1]", "lamp");
        await using var removal = await HeldConversation.Hold(_database.DataSource, "no conversation");
        await removal.Execute(TurnStore.LockAnswers.Replace("$1", "'s'", StringComparison.Ordinal));
        await removal.Execute("DELETE FROM knowledge_sources");
        await removal.Execute(TurnStore.ForgetAnswers.Replace("$1", "'s'", StringComparison.Ordinal).Replace("$2", "'lamp'", StringComparison.Ordinal));
        var projecting = _node.Turns.Project(log.Key, _time.GetUtcNow(), default);
        await removal.UntilWaiting(1);
        await removal.Release();
        await projecting;

        Assert.Equal(["""("How heavy is the lamp?","")"""], await _node.Rows("SELECT question, answer FROM turns"));
    }

    [Fact]
    public async Task Delete_SourceThatAnswersCite_TakesTheirTextAlong()
    {
        await using var node = new SourcesNode(_database.DataSource, Path.GetTempPath(), _time);
        foreach (var id in new[] { "lamp", "shade" })
        {
            await node.Entries.Write(
                "s", SourceKinds.Faq, [new NewEntry(id, id, null, null, "published", null, new SourceContent { Question = id, Answer = "a" })], false,
                _time.GetUtcNow(), default);
        }

        await _node.Ask("s", "How heavy is the lamp?", Outcomes.Answered, "It weighs 900 g. [1]", "lamp");
        await _node.Ask("s", "Is the shade glass?", Outcomes.Answered, "It is opal glass. [1]", "shade");
        await _node.Run();
        await _node.Ask("s", "What does the lamp weigh?", Outcomes.Answered, "It is 900 g. [1]", "lamp");
        await node.Sources.Delete(new SourceKey("s", SourceKinds.Faq, "lamp"), DateTimeOffset.UtcNow, default);
        await _node.Run();

        Assert.Equal(
            ["""("How heavy is the lamp?","")""", """("Is the shade glass?","It is opal glass.")""", """("What does the lamp weigh?","")"""],
            await _node.Rows("SELECT question, answer FROM turns ORDER BY question"));
    }
}
