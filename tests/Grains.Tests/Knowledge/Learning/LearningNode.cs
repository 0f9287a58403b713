using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using SupportPlatform.Conversations;
using SupportPlatform.Conversations.Events;
using SupportPlatform.Knowledge;
using SupportPlatform.Models;
using SupportPlatform.Testing;

namespace SupportPlatform.Grains.Tests.Knowledge.Learning;

/// <summary>What learns on one silo, with nothing running by itself, and conversations to learn from.</summary>
internal sealed class LearningNode : IAsyncDisposable
{
    // The passages that each answer is written beside.
    private static readonly SearchHit[] Supplied =
        [.. new[] { "lamp", "shade" }.Select(s => new SearchHit { Source = s, ChunkId = "c", Score = 1, Text = $"the passage of {s}", Title = s })];

    private readonly NpgsqlDataSource _database;
    private readonly LogHarness _log;
    private int _ids;

    public LearningNode(NpgsqlDataSource database, FakeTimeProvider time)
    {
        (_database, Time) = (database, time);
        _log = new LogHarness(database);
        Turns = new TurnStore(database);
        Projector = new TurnProjector(new DueStore(database), Turns, time, NullLogger<TurnProjector>.Instance);
        Sorter = new QuestionSorter(database, time);
        Clusters = new ClusterStore(database);
    }

    public FakeTimeProvider Time { get; }

    public TurnStore Turns { get; }

    public TurnProjector Projector { get; }

    public QuestionSorter Sorter { get; }

    public ClusterStore Clusters { get; }

    /// <summary>The log of a new conversation.</summary>
    public async Task<ConversationLog> Begin(string store)
    {
        var header = new NewConversation { Store = store, ContactId = "c-1", Channel = "api", At = Time.GetUtcNow() };
        return (await _log.Store.Create(ConversationKey.New(store).GrainKey, header, 10, CancellationToken.None)).Log;
    }

    /// <summary>A conversation with one question and the assistant's answer; returns the log and the answer's id.</summary>
    public async Task<(ConversationLog Log, string Answer)> Ask(
        string store, string question, string outcome = Outcomes.Handoff, string answer = "I can offer you a person.", params string[] sources)
    {
        var log = await Begin(store);
        return (log, await Ask(log, question, outcome, answer, sources));
    }

    /// <summary>One more question with the assistant's answer; returns that one's id.</summary>
    public async Task<string> Ask(ConversationLog log, string question, string outcome, string answer, params string[] sources)
    {
        var (turn, message) = ($"turn{++_ids}", $"answer{_ids}");
        await Append(log, Said(MessageRole.Customer, question), Said(MessageRole.Assistant, answer, message, turn, sources), new TurnCompleted
        {
            TurnId = turn,
            MessageId = message,
            Outcome = outcome,
            Details = new TurnDetails(0.5, new TurnTrace { Model = "m", PromptId = "answer/1", PromptHash = "0", Instructions = ["polite/2"], Passages = [.. Supplied] }),
        });
        return message;
    }

    /// <summary>The whole log.</summary>
    public Task<IReadOnlyList<LoggedEvent>> Read(string key) => _log.Store.Read(key, 0, 1_000, CancellationToken.None);

    /// <summary>An agent's message.</summary>
    public Task Reply(ConversationLog log, string text) => Append(log, Said(MessageRole.Agent, text));

    /// <summary>A customer's message.</summary>
    public Task Say(ConversationLog log, string text) => Append(log, Said(MessageRole.Customer, text));

    /// <summary>A rating.</summary>
    public Task Rate(ConversationLog log, string? message, int score) => Append(log, new Rated { MessageId = message, Score = score, By = "customer" });

    /// <summary>Projects and sorts all that is due.</summary>
    public async Task Run()
    {
        await Projector.Run(CancellationToken.None);
        await Sorter.Run(CancellationToken.None);
    }

    /// <summary>The gaps of a store, the most asked first, as their question, count and state.</summary>
    public Task<List<(string Question, long Count, string State)>> Gaps(string store) => List(store, ClusterKinds.Gap);

    /// <summary>The clusters of a kind.</summary>
    public async Task<List<(string Question, long Count, string State)>> List(string store, string kind) =>
        [.. (await Clusters.List(store, kind, null, new ListClusters(), CancellationToken.None)).Items.Select(g => (g.Turns[0].Question, g.Count, g.State))];

    /// <summary>The rows of a statement, each as text.</summary>
    public async Task<List<string>> Rows(string sql)
    {
        var rows = new List<string>();
        await using var command = _database.CreateCommand($"SELECT r::text FROM ({sql}) AS r");
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) rows.Add(reader.GetString(0));
        return rows;
    }

    public async Task Execute(string sql)
    {
        await using var command = _database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => _log.DisposeAsync();

    private MessagePosted Said(string role, string text, string? id = null, string? turn = null, params string[] sources) => new()
    {
        MessageId = id ?? $"m{++_ids}",
        Role = role,
        Text = text,
        TurnId = turn,
        Citations = [.. sources.Select((s, i) => new Citation { N = i + 1, Source = s, Title = s, Revision = "r", ChunkId = "c", Quote = "q", FromCustomer = s.StartsWith("my-", StringComparison.Ordinal) })],
    };

    // As the journal does it.
    private async Task Append(ConversationLog log, params ConversationEvent[] events) => await log.Append(
        new LogAppend
        {
            Events = [.. events.Select(EventFormat.ToNewEvent)],
            At = Time.GetUtcNow(),
            State = "{}",
            Status = "open",
            Dues = events is [MessagePosted { Role: MessageRole.Customer }] ? [] : [new DueChange(DueKinds.Turns, Time.GetUtcNow(), DueTargets.Turns)],
        },
        CancellationToken.None);
}
