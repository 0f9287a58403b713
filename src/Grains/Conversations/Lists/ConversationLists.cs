using System.Collections.Immutable;
using System.Globalization;
using Npgsql;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Conversations;

/// <summary>Reads lists of conversations, page by page along an index.</summary>
internal sealed class ConversationLists(NpgsqlDataSource database, StorageRetry retry)
{
    private const string Columns = "key, status, contact_id, channel, locale, last_seq, created_at, updated_at, desk, waiting_since, agent, listed_at";

    // What was created but never begun has no event.
    private const string Wanted = """
        store = $1 AND last_seq > 0
        AND ($2::text IS NULL OR status = $2) AND ($3::text IS NULL OR desk = $3)
        AND ($4::text IS NULL OR agent = $4) AND ($5::text IS NULL OR contact_id = $5)
        """;

    private const string Latest = $"""
        SELECT {Columns} FROM conversations
         WHERE {Wanted} AND ($6::timestamptz IS NULL OR (listed_at, key) < ($6, $7))
         ORDER BY listed_at DESC, key DESC LIMIT $8
        """;

    private const string LongestWaiting = $"""
        SELECT {Columns} FROM conversations
         WHERE {Wanted} AND waiting_since IS NOT NULL AND ($6::timestamptz IS NULL OR (waiting_since, key) > ($6, $7))
         ORDER BY waiting_since, key LIMIT $8
        """;

    /// <summary>A page of a store's conversations.</summary>
    /// <exception cref="SupportException">The cursor is none, or the storage is unavailable.</exception>
    public async Task<ConversationPage> Read(string store, ConversationFilter filter, CancellationToken cancellationToken)
    {
        var waits = filter.Status == ConversationStatus.Waiting;
        var (at, key) = ParseCursor(filter.Cursor);
        var rows = await retry.Read(
            database,
            waits ? LongestWaiting : Latest,
            [store, filter.Status is { } status ? WireStatus.Of(status) : null, filter.Desk, filter.AgentId, filter.ContactId, at, key, filter.Limit + 1L],
            reader => (Line: ReadLine(reader), Place: Cursor(reader.GetFieldValue<DateTime>(waits ? 9 : 11), reader.GetString(0))),
            cancellationToken);
        return new ConversationPage
        {
            Conversations = [.. rows.Take(filter.Limit).Select(r => r.Line)],
            Cursor = rows.Count > filter.Limit ? rows[filter.Limit - 1].Place : null,
        };
    }

    /// <summary>Some conversations of a store by the grains' keys; those that are none, or another store's, are left out.</summary>
    /// <exception cref="SupportException">The storage is unavailable.</exception>
    public async Task<ImmutableDictionary<string, ConversationLine>> Find(string store, string[] keys, CancellationToken cancellationToken)
    {
        var rows = await retry.Read(
            database, $"SELECT {Columns} FROM conversations WHERE store = $1 AND key = ANY ($2)", [store, keys],
            reader => (Key: reader.GetString(0), Line: ReadLine(reader)), cancellationToken);
        return rows.ToImmutableDictionary(r => r.Key, r => r.Line);
    }

    private static ConversationLine ReadLine(NpgsqlDataReader reader) => new()
    {
        ConversationId = ConversationKey.FromGrainKey(reader.GetString(0)).PublicId,
        Status = WireStatus.Parse(reader.GetString(1)),
        ContactId = reader.GetString(2),
        Channel = reader.GetString(3),
        Locale = reader.Text(4),
        LastSeq = reader.GetInt64(5),
        StartedAt = reader.GetFieldValue<DateTimeOffset>(6),
        UpdatedAt = reader.GetFieldValue<DateTimeOffset>(7),
        Desk = reader.Text(8),
        WaitingSince = reader.IsDBNull(9) ? null : reader.GetFieldValue<DateTimeOffset>(9),
        AgentId = reader.Text(10),
    };

    private static string Cursor(DateTime at, string key) => string.Create(CultureInfo.InvariantCulture, $"{at.Ticks}~{key}");

    private static (DateTime? At, string? Key) ParseCursor(string? cursor)
    {
        if (cursor is null) return (null, null);
        var end = cursor.IndexOf('~', StringComparison.Ordinal);
        return end > 0 && long.TryParse(cursor.AsSpan(0, end), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks
            ? (new DateTime(ticks, DateTimeKind.Utc), cursor[(end + 1)..])
            : throw new SupportException(ProblemCodes.InvalidRequest, "The cursor is not one of a page before.");
    }
}
