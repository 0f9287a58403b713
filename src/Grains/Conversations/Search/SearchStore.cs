using Npgsql;

namespace SupportPlatform.Conversations;

/// <summary>
/// Finds what has a query's words, latest first. What many messages have is found among the store's latest ones, row by row;
/// only what is rarer is asked of the index, whose rows have to be sorted by time. So neither frequent words nor rare ones cost much.
/// </summary>
internal sealed class SearchStore(NpgsqlDataSource database, StorageRetry retry)
{
    /// <summary>How many of the latest messages are read.</summary>
    private const int Latest = 4_000;

    private const string Wanted = """
        ($3::timestamptz IS NULL OR t.at >= $3) AND (t.at, t.conversation, t.seq) < ($4, $5, $6)
        """;

    private const string InConversation = """
        JOIN conversations c ON c.key = t.conversation
         WHERE ($7::text IS NULL OR c.contact_id = $7) AND ($8::text IS NULL OR c.status = $8) AND ($9::text IS NULL OR c.agent = $9)
           AND ($10::text IS NULL OR (c.state -> 'tags')::jsonb ? $10)
         ORDER BY t.at DESC, t.conversation DESC, t.seq DESC
         LIMIT $11
        """;

    private const string AmongLatest = $"""
        SELECT t.conversation, t.seq, t.at
          FROM (SELECT l.conversation, l.seq, l.at
                  FROM (SELECT * FROM conversation_terms t WHERE t.store = $1 AND {Wanted}
                         ORDER BY t.at DESC, t.conversation DESC, t.seq DESC LIMIT $12) l
                 WHERE l.terms @@ $2::tsquery
                OFFSET 0) t
          {InConversation}
        """;

    private const string LastOfLatest = $"""
        SELECT t.conversation, t.seq, t.at FROM conversation_terms t WHERE t.store = $1 AND {Wanted}
           AND ($2::text IS NULL OR true)
         ORDER BY t.at DESC, t.conversation DESC, t.seq DESC OFFSET $7 LIMIT 1
        """;

    private const string ByTerm = $"""
        WITH found AS MATERIALIZED (
            SELECT t.conversation, t.seq, t.at FROM conversation_terms t WHERE t.store = $1 AND t.terms @@ $2::tsquery AND {Wanted})
        SELECT t.conversation, t.seq, t.at FROM found t {InConversation}
        """;

    private const string ReadEvents = """
        SELECT e.key, e.seq, e.type, e.data, e.staff_data
          FROM unnest($1::text[], $2::bigint[]) AS w (key, seq)
          JOIN events e ON e.key = w.key AND e.seq = w.seq
        """;

    /// <summary>The places of what was found, one more than wanted if there are more.</summary>
    /// <exception cref="SupportException">The cursor is none, or the storage is unavailable.</exception>
    public async Task<IReadOnlyList<SearchPlace>> Find(string store, SearchWords words, ConversationQuery query, CancellationToken cancellationToken)
    {
        var before = SearchPlace.Parse(query.Cursor) ?? new SearchPlace("", 0, query.To ?? DateTimeOffset.MaxValue);
        if (query.To < before.At) before = new SearchPlace("", 0, query.To.Value);
        object?[] Values(SearchPlace from, int limit) =>
        [
            store, words.ToQuery(store), query.From?.UtcDateTime, from.At.UtcDateTime, from.Conversation, from.Seq,
            query.ContactId, query.Status is { } status ? WireStatus.Of(status) : null, query.AgentId, query.Tag, limit,
        ];
        var found = await Read(AmongLatest, [.. Values(before, query.Limit + 1), Latest], cancellationToken);
        if (found.Count > query.Limit) return found;
        var last = await Read(
            LastOfLatest, [store, null, query.From?.UtcDateTime, before.At.UtcDateTime, before.Conversation, before.Seq, Latest - 1], cancellationToken);
        if (last is not [var end]) return found;
        return [.. found, .. await Read(ByTerm, Values(end, query.Limit + 1 - found.Count), cancellationToken)];
    }

    /// <summary>What was said at places, by place.</summary>
    public async Task<IReadOnlyDictionary<(string, long), SaidText>> Read(IReadOnlyList<SearchPlace> places, CancellationToken cancellationToken)
    {
        var rows = await retry.Read(
            database, ReadEvents, [places.Select(p => p.Conversation).ToArray(), places.Select(p => p.Seq).ToArray()],
            reader => (Place: (reader.GetString(0), reader.GetInt64(1)), Said: SaidText.Of(reader.GetString(2), reader.GetString(3), reader.Text(4))),
            cancellationToken);
        return rows.ToDictionary(r => r.Place, r => r.Said);
    }

    private Task<IReadOnlyList<SearchPlace>> Read(string sql, object?[] values, CancellationToken cancellationToken) => retry.Read(
        database, sql, values, reader => new SearchPlace(reader.GetString(0), reader.GetInt64(1), reader.GetFieldValue<DateTimeOffset>(2)), cancellationToken);
}
