using System.Collections.Immutable;
using Npgsql;
using SupportPlatform.Conversations;

namespace SupportPlatform.Desk;

/// <summary>Desks in the database: the queue is the index of the conversations that wait.</summary>
internal sealed class DeskStore(NpgsqlDataSource database, StorageRetry retry)
{
    /// <summary>The most conversations of a queue that are read.</summary>
    public const int MostWaiting = 1_000;

    private const string ReadActive = """
        SELECT store, desk FROM conversations
         WHERE waiting_since IS NOT NULL AND desk IS NOT NULL AND ($1::text[] IS NULL OR store = ANY ($1))
        UNION
        SELECT store, desk FROM desk_offers WHERE $1::text[] IS NULL OR store = ANY ($1)
        """;

    private const string ReadSettings = "SELECT assignment, offer_seconds FROM desks WHERE store = $1 AND id = $2";

    private const string Upsert = """
        INSERT INTO desks (store, id, assignment, offer_seconds) VALUES ($1, $2, $3, $4)
        ON CONFLICT (store, id) DO UPDATE SET assignment = excluded.assignment, offer_seconds = excluded.offer_seconds
        """;

    private const string ReadQueue = """
        SELECT c.key, c.waiting_since, c.locale, c.state -> 'escalationType' #>> '{}', o.id, o.agent, o.expires_at, o.passed
          FROM conversations c
          LEFT JOIN desk_offers o ON o.conversation = c.key AND o.desk = c.desk
         WHERE c.store = $1 AND c.desk = $2 AND c.waiting_since IS NOT NULL
         ORDER BY c.queued_at, c.key
         LIMIT $3
        """;

    // An offer that has changed since it was read stays as it is now.
    private const string SaveOffers = """
        INSERT INTO desk_offers (conversation, store, desk, id, agent, expires_at, passed)
        SELECT c.key, c.store, c.desk, n.id, n.agent, n.expires_at, string_to_array(n.passed, ' ')
          FROM unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[], $8::text[])
            AS n (key, old_id, id, agent, expires_at, passed)
          JOIN conversations c ON c.key = n.key AND c.store = $1 AND c.desk = $2 AND c.waiting_since IS NOT NULL
         ORDER BY c.key
        ON CONFLICT (conversation) DO UPDATE
           SET store = excluded.store, desk = excluded.desk, id = excluded.id, agent = excluded.agent,
               expires_at = excluded.expires_at, passed = excluded.passed
         WHERE desk_offers.desk <> excluded.desk
            OR (SELECT n.old_id FROM unnest($3::text[], $4::text[]) AS n (key, old_id) WHERE n.key = excluded.conversation) = desk_offers.id
        """;

    private const string NoteOffered = "UPDATE agents SET offered_at = $3 WHERE store = $1 AND id = ANY ($2)";

    private const string RemoveOver = """
        DELETE FROM desk_offers o
         WHERE o.store = $1 AND o.desk = $2
           AND NOT EXISTS (SELECT FROM conversations c WHERE c.key = o.conversation AND c.desk = o.desk AND c.waiting_since IS NOT NULL)
        """;

    /// <summary>The keys of the desks at which somebody waits or something is offered: of some stores, or of all.</summary>
    public Task<IReadOnlyList<string>> Active(string[]? stores, CancellationToken cancellationToken) => retry.Read(
        database, ReadActive, [stores], reader => $"{reader.GetString(0)}/{reader.GetString(1)}", cancellationToken);

    /// <summary>How a desk works; as all do, where nothing else was said.</summary>
    public async Task<DeskSettings> Settings(string store, string desk, CancellationToken cancellationToken) =>
        (await retry.Read(database, ReadSettings, [store, desk], reader => ReadSetting(reader, 0), cancellationToken)).SingleOrDefault() ?? new DeskSettings();

    /// <summary>Changes how a desk works.</summary>
    public Task Configure(string store, string desk, DeskSettings settings, CancellationToken cancellationToken) => retry.Execute(
        database, Upsert, [store, desk, settings.Assignment.ToString(), settings.OfferSeconds], cancellationToken);

    /// <summary>Those who wait, the next one first.</summary>
    public Task<IReadOnlyList<WaitingConversation>> Queue(string store, string desk, CancellationToken cancellationToken) => retry.Read(
        database, ReadQueue, [store, desk, MostWaiting], ReadWaiting, cancellationToken);

    /// <summary>Removes the offers of conversations that do not wait at the desk any more.</summary>
    public Task Clean(string store, string desk, CancellationToken cancellationToken) => retry.Execute(
        database, RemoveOver, [store, desk], cancellationToken);

    /// <summary>Keeps changes of offers, and when they were made.</summary>
    public async Task Save(string store, string desk, ImmutableArray<OfferChange> changes, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await retry.Execute(
            database,
            SaveOffers,
            [
                store, desk,
                Column(changes, c => c.Conversation.Key),
                Column(changes, c => c.Conversation.Offer?.Id),
                Column(changes, _ => Guid.CreateVersion7().ToString("N")),
                Column(changes, c => c.AgentId),
                Column(changes, c => c.ExpiresAt.UtcDateTime),
                Column(changes, c => string.Join(' ', c.Passed)),
            ],
            cancellationToken);
        var asked = changes.Where(c => c.AgentId is not null).Select(c => c.AgentId!).Distinct().ToArray();
        if (asked.Length > 0)
            await retry.Execute(database, NoteOffered, [store, asked, now.UtcDateTime], cancellationToken);
    }

    /// <summary>How a desk works, from two columns of a row.</summary>
    public static DeskSettings ReadSetting(NpgsqlDataReader reader, int column) => new()
    {
        Assignment = Enum.Parse<DeskAssignment>(reader.GetString(column)),
        OfferSeconds = reader.GetInt32(column + 1),
    };

    private static T[] Column<T>(ImmutableArray<OfferChange> changes, Func<OfferChange, T> value) => [.. changes.Select(value)];

    private static WaitingConversation ReadWaiting(NpgsqlDataReader reader) => new(
        reader.GetString(0),
        reader.GetFieldValue<DateTimeOffset>(1),
        reader.Text(2),
        reader.Text(3),
        reader.Text(4) is { } id
            ? new StoredOffer(id, reader.Text(5), reader.GetFieldValue<DateTimeOffset>(6), [.. reader.GetFieldValue<string[]>(7)])
            : null);
}
