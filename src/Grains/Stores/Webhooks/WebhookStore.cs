using System.Collections.Immutable;
using Npgsql;
using SupportPlatform.Conversations;

namespace SupportPlatform.Stores;

/// <summary>Webhooks and what is to be sent to them. Only here are their secrets.</summary>
internal sealed class WebhookStore(NpgsqlDataSource database, StorageRetry retry)
{
    private const string Replace = """
        WITH gone AS (DELETE FROM webhooks WHERE store = $1 AND url <> ALL ($2))
        INSERT INTO webhooks AS w (store, url, secret, events, disabled_at)
        SELECT $1, n.url, coalesce(n.secret, n.fresh), string_to_array(n.events, ','), CASE WHEN n.paused THEN $7 END
          FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::boolean[]) AS n (url, secret, fresh, events, paused)
        ON CONFLICT (store, url) DO UPDATE
           SET secret = CASE WHEN excluded.secret = ANY ($4) THEN w.secret ELSE excluded.secret END,
               events = excluded.events, failing_since = NULL, disabled_at = excluded.disabled_at
        """;

    private const string DueTargets = """
        SELECT DISTINCT d.store, d.url FROM webhook_deliveries d JOIN webhooks w USING (store, url)
         WHERE d.due_at <= $1 AND w.disabled_at IS NULL LIMIT 500
        """;

    // Of one conversation the earlier event goes first, and the later one waits for it.
    private const string TakeDue = """
        WITH taken AS MATERIALIZED (
            SELECT d.conversation, d.seq, d.url
              FROM webhook_deliveries d
             WHERE d.store = $1 AND d.url = $2 AND d.due_at <= $3
               AND NOT EXISTS (
                   SELECT FROM webhook_deliveries p
                    WHERE p.conversation = d.conversation AND p.url = d.url AND p.seq < d.seq AND p.due_at IS NOT NULL)
             ORDER BY d.due_at, d.seq
             LIMIT $5
               FOR UPDATE SKIP LOCKED)
        UPDATE webhook_deliveries d
           SET due_at = $4, attempts = d.attempts + 1
          FROM taken t
          JOIN events e ON e.key = t.conversation AND e.seq = t.seq
          JOIN webhooks w ON w.store = $1 AND w.url = t.url AND w.disabled_at IS NULL
         WHERE d.conversation = t.conversation AND d.seq = t.seq AND d.url = t.url
        RETURNING d.conversation, d.seq, w.secret, d.attempts, d.created_at, e.type, e.at, e.data
        """;

    private const string Delivered = """
        WITH well AS (UPDATE webhooks SET failing_since = NULL WHERE store = $1 AND url = $4 AND failing_since IS NOT NULL)
        UPDATE webhook_deliveries SET due_at = NULL, delivered_at = $5, failure = NULL WHERE conversation = $2 AND seq = $3 AND url = $4
        """;

    private const string Failed = """
        WITH ill AS (
            UPDATE webhooks
               SET failing_since = coalesce(failing_since, $5),
                   disabled_at = CASE WHEN $8 OR failing_since < $5 - $9::interval THEN $5 ELSE disabled_at END
             WHERE store = $1 AND url = $4)
        UPDATE webhook_deliveries SET due_at = $6, failure = $7 WHERE conversation = $2 AND seq = $3 AND url = $4 AND delivered_at IS NULL
        """;

    private const string ReadWebhooks = "SELECT url, failing_since, disabled_at FROM webhooks WHERE store = $1 ORDER BY url";

    private const string ReadDeliveries = """
        SELECT d.conversation, d.seq, d.url, d.created_at, d.attempts, d.due_at, d.delivered_at, d.failure, e.type
          FROM webhook_deliveries d LEFT JOIN events e ON e.key = d.conversation AND e.seq = d.seq
         WHERE d.store = $1 ORDER BY d.created_at DESC, d.conversation, d.seq DESC LIMIT 200
        """;

    // What is on its way is left to whoever has taken it, so that two who ask send it once.
    private const string Again = """
        UPDATE webhook_deliveries d
           SET due_at = $5, attempts = 0, delivered_at = NULL, failure = NULL
          FROM webhooks w
         WHERE d.store = $1 AND d.conversation = $2 AND d.seq = $3 AND d.url = $4 AND d.due_at IS NULL
           AND w.store = d.store AND w.url = d.url AND w.disabled_at IS NULL
        """;

    /// <summary>Puts a store's webhooks in the place of those it had; an address without a secret keeps its own, or gets one.</summary>
    public Task Configure(string store, ImmutableArray<WebhookSettings> webhooks, DateTimeOffset now, CancellationToken cancellationToken) => retry.Execute(
        database, Replace,
        [
            store, webhooks.Select(w => w.Url).ToArray(), webhooks.Select(w => w.Secret).ToArray(), webhooks.Select(_ => WebhookRules.NewSecret()).ToArray(),
            webhooks.Select(w => string.Join(',', w.Events)).ToArray(), webhooks.Select(w => w.IsPaused).ToArray(), now.UtcDateTime,
        ],
        cancellationToken);

    /// <summary>The stores and addresses for which something is due.</summary>
    public Task<IReadOnlyList<(string Store, string Url)>> Targets(DateTimeOffset now, CancellationToken cancellationToken) =>
        retry.Read(database, DueTargets, [now.UtcDateTime], r => (r.GetString(0), r.GetString(1)), cancellationToken);

    /// <summary>Takes what is due for one address, each for one taker until a time; of a conversation one at most.</summary>
    public Task<IReadOnlyList<DueDelivery>> Take(
        string store, string url, DateTimeOffset now, DateTimeOffset until, int most, CancellationToken cancellationToken) => retry.Read(
        database, TakeDue, [store, url, now.UtcDateTime, until.UtcDateTime, most],
        r => new DueDelivery
        {
            Conversation = r.GetString(0),
            Seq = r.GetInt64(1),
            Url = url,
            Secret = r.GetString(2),
            Attempts = r.GetInt32(3),
            CreatedAt = r.GetFieldValue<DateTimeOffset>(4),
            Type = r.GetString(5),
            At = r.GetFieldValue<DateTimeOffset>(6),
            Data = r.GetString(7),
        },
        cancellationToken);

    /// <summary>Notes that a delivery was taken.</summary>
    public Task Complete(string store, DueDelivery delivery, DateTimeOffset now, CancellationToken cancellationToken) =>
        retry.Execute(database, Delivered, [store, delivery.Conversation, delivery.Seq, delivery.Url, now.UtcDateTime], cancellationToken);

    /// <summary>Notes that a delivery failed, and when it is tried again.</summary>
    public Task Fail(string store, DueDelivery delivery, WebhookFailure failure, DateTimeOffset now, CancellationToken cancellationToken) => retry.Execute(
        database, Failed,
        [
            store, delivery.Conversation, delivery.Seq, delivery.Url, now.UtcDateTime,
            WebhookRules.NextAt(delivery.Attempts, delivery.CreatedAt, now)?.UtcDateTime, failure.Reason, failure.IsGone, WebhookRules.DisableAfter,
        ],
        cancellationToken);

    /// <summary>Has a delivery that is over come due again; false when it is not over, or nothing is sent to its address.</summary>
    public async Task<bool> Redeliver(ConversationKey key, long seq, string url, DateTimeOffset now, CancellationToken cancellationToken) =>
        await retry.Execute(database, Again, [key.Store, key.GrainKey, seq, url, now.UtcDateTime], cancellationToken) > 0;

    /// <summary>Forgets deliveries from before a time.</summary>
    public Task Forget(DateTimeOffset before, CancellationToken cancellationToken) =>
        retry.Execute(database, "DELETE FROM webhook_deliveries WHERE created_at < $1", [before.UtcDateTime], cancellationToken);

    /// <summary>A store's webhooks and the last deliveries.</summary>
    public async Task<WebhookReport> Report(string store, CancellationToken cancellationToken) => new()
    {
        EventTypes = [.. EventTypes.All.Order(StringComparer.Ordinal)],
        Webhooks =
        [
            .. await retry.Read(
                database, ReadWebhooks, [store], r => new WebhookState { Url = r.GetString(0), FailingSince = Time(r, 1), DisabledAt = Time(r, 2) }, cancellationToken),
        ],
        Deliveries =
        [
            .. await retry.Read(
                database, ReadDeliveries, [store],
                r => new WebhookDelivery
                {
                    Id = DueDelivery.IdOf(r.GetString(0), r.GetInt64(1)),
                    ConversationId = ConversationKey.FromGrainKey(r.GetString(0)).PublicId,
                    Seq = r.GetInt64(1),
                    Url = r.GetString(2),
                    CreatedAt = r.GetFieldValue<DateTimeOffset>(3),
                    Attempts = r.GetInt32(4),
                    NextAt = Time(r, 5),
                    DeliveredAt = Time(r, 6),
                    Failure = r.Text(7),
                    Type = r.Text(8),
                },
                cancellationToken),
        ],
    };

    private static DateTimeOffset? Time(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetFieldValue<DateTimeOffset>(column);
}
