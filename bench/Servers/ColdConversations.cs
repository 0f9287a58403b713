using Npgsql;
using SupportPlatform.Bench.Processes;
using SupportPlatform.Conversations;
using SupportPlatform.Conversations.Events;
using SupportPlatform.Knowledge;
using SupportPlatform.Models;

namespace SupportPlatform.Bench.Servers;

/// <summary>Conversations as an earlier process left them: rows that no activation holds.</summary>
internal static class ColdConversations
{
    private const int Page = 250;

    private static readonly TurnResult Answer = new()
    {
        Text = "Rinse the tank, fill it with fresh cold water to the line, and push it in until it clicks. It holds 1.8 litres.",
        Outcome = Outcomes.Answered,
        Confidence = 0.9,
        Trace = BenchAssistant.Trace,
    };

    /// <summary>Where the front ends show a conversation.</summary>
    public static string Address(int index) => $"/api/conversations/{ProductServer.Store}_{Id(index)}";

    /// <summary>The grain's key of the conversation that is shown there.</summary>
    public static string KeyOf(string publicId) => publicId.Replace('_', '/');

    /// <summary>Writes them through the product's own store, so that the rows are what it writes.</summary>
    public static Task Run(Arguments arguments) => ProductServer.With(arguments, async host =>
    {
        await Write(
            host.Services.GetRequiredService<ConversationStore>(),
            host.Services.GetRequiredService<NpgsqlDataSource>(),
            arguments.Count("conversations", 0),
            arguments.Count("events", 0));
        Parent.Tell("written", new { });
    });

    private static async Task Write(ConversationStore store, NpgsqlDataSource database, int count, int events)
    {
        var now = DateTimeOffset.UtcNow;

        // One is written as customers and the assistant would; the others are copies of its rows.
        var key = KeyOf($"{ProductServer.Store}_{Id(0)}");
        var header = new NewConversation { Store = ProductServer.Store, ContactId = "bench", Channel = "api", At = now };
        var log = (await store.Create(key, header, 1, CancellationToken.None)).Log;
        var state = ConversationRules.Begin(new StartConversation { ContactId = "bench" }, now);
        await Append(ConversationRules.Start(state));
        for (var n = 0; state.LastSeq < events; n++)
        {
            var turn = $"t{n}";
            await Append(ConversationRules.Post(state, new PostMessage { ClientMessageId = $"c{n}", Text = "How do I fill the water tank?" }, $"q{n}", now));
            await Append(ConversationRules.StartTurn(state, turn));
            await Append(ConversationRules.CompleteTurn(state, turn, Answer, $"a{n}", "Robin"));
        }

        for (var from = 1; from < count; from += Page)
        {
            var keys = Enumerable.Range(from, Math.Min(Page, count - from)).Select(i => KeyOf($"{ProductServer.Store}_{Id(i)}")).ToArray();
            await using var copy = database.CreateCommand("""
                WITH headers AS (
                    INSERT INTO conversations (key, store, status, contact_id, channel, epoch, last_seq, state, created_at, updated_at)
                    SELECT k, c.store, c.status, c.contact_id, c.channel, c.epoch, c.last_seq, c.state, c.created_at, c.updated_at
                      FROM conversations c, unnest($2) k WHERE c.key = $1)
                INSERT INTO events (key, seq, epoch, at, type, client_message_id, data, staff_data)
                SELECT k, e.seq, e.epoch, e.at, e.type, e.client_message_id, e.data, e.staff_data
                  FROM events e, unnest($2) k WHERE e.key = $1
                """);
            copy.Parameters.AddWithValue(key);
            copy.Parameters.AddWithValue(keys);
            await copy.ExecuteNonQueryAsync();
        }

        await using var settle = database.CreateCommand("VACUUM ANALYZE");
        await settle.ExecuteNonQueryAsync();

        async Task Append(Conversations.Decision decision)
        {
            state = ConversationRules.Apply(state, decision, now);
            await log.Append(
                new LogAppend
                {
                    Events = [.. decision.Events.Select(EventFormat.ToNewEvent)],
                    At = now,
                    State = EventFormat.Write(state),
                    Status = WireStatus.Of(state.Status),
                    Dues = decision.Dues,
                },
                CancellationToken.None);
        }
    }

    private static string Id(int index) => index.ToString("x32", System.Globalization.CultureInfo.InvariantCulture);
}
