using Npgsql;
using SupportPlatform.Conversations;
using SupportPlatform.Conversations.Events;

namespace SupportPlatform.Bench.Servers;

/// <summary>Conversations as an earlier process left them: rows that no activation holds.</summary>
internal static class ColdConversations
{
    private const int Page = 250;

    /// <summary>Where the front ends show a conversation.</summary>
    public static string Address(int index) => $"/api/conversations/{ProductServer.Store}_{Id(index)}";

    /// <summary>The grain's key of the conversation that is shown there.</summary>
    public static string KeyOf(string publicId) => publicId.Replace('_', '/');

    /// <summary>Writes them through the product's own store, so that the rows are what it writes.</summary>
    public static async Task Write(IServiceProvider services, int count, int events)
    {
        var store = services.GetRequiredService<ConversationStore>();
        var database = services.GetRequiredService<NpgsqlDataSource>();
        var now = DateTimeOffset.UtcNow;

        // One is written as customers and the assistant would; the others are copies of its rows.
        var key = KeyOf($"{ProductServer.Store}_{Id(0)}");
        var command = new StartConversation { ContactId = "bench" };
        var header = new NewConversation { Store = ProductServer.Store, ContactId = "bench", Channel = "api", At = now };
        var state = ConversationRules.Begin(command, now);
        var log = (await store.Create(key, header, 1, CancellationToken.None)).Log;
        var decision = ConversationRules.Start(state);
        while (state.LastSeq < events)
        {
            state = ConversationRules.Apply(state, decision, now);
            await log.Append(ConversationJournal.ToAppend(decision, state, now), CancellationToken.None);
            decision = new Decision([Message(state.LastSeq)], []);
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
    }

    private static string Id(int index) => index.ToString("x32", System.Globalization.CultureInfo.InvariantCulture);

    private static MessagePosted Message(long seq) => new()
    {
        MessageId = $"m{seq}",
        Role = seq % 2 == 1 ? MessageRole.Customer : MessageRole.Assistant,
        Text = "The water tank holds 1.8 litres; fill it to the line, push it in until it clicks, and wait six minutes until the ring is steady white.",
        ClientMessageId = seq % 2 == 1 ? $"c{seq}" : null,
    };
}
