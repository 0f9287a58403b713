using Npgsql;

namespace SupportPlatform.Stores;

/// <summary>Notes what webhooks are to be told of a conversation, within the transaction of whoever projects it.</summary>
internal static class WebhookOutbox
{
    // One statement, so that the cursor is as far as what was read.
    private const string Note = """
        WITH said AS MATERIALIZED (SELECT seq, type FROM events WHERE key = $2 AND seq > $3),
        noted AS (
            INSERT INTO webhook_deliveries (store, conversation, seq, url, created_at, due_at)
            SELECT $1, $2, s.seq, w.url, $4, $4
              FROM said s
              JOIN webhooks w ON w.store = $1 AND w.disabled_at IS NULL AND s.type = ANY (w.events)
            ON CONFLICT (conversation, url, seq) DO NOTHING)
        UPDATE turn_cursors SET hook_seq = coalesce((SELECT max(seq) FROM said), $3) WHERE conversation = $2
        """;

    /// <summary>Notes what comes after a number.</summary>
    public static async Task Write(
        NpgsqlConnection connection, string store, string key, long after, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = connection.Statement(Note, store, key, after, now.UtcDateTime);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
