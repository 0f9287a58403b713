using System.Collections.Immutable;
using System.Globalization;
using Npgsql;
using SupportPlatform.Agents;

namespace SupportPlatform.Conversations;

/// <summary>Reads lists of conversations, page by page along an index.</summary>
internal sealed class ConversationLists(NpgsqlDataSource database, StorageRetry retry, AgentStore agents)
{
    private const string ReadOne = $"SELECT {LineRow.Columns} FROM conversations c WHERE c.key = $1 AND c.last_seq > 0";

    // listed_at is updated_at to the minute, and has the index.
    private const string ReadChanged = $"""
        SELECT {LineRow.Columns} FROM conversations c
         WHERE c.store = $1 AND c.listed_at >= date_bin('1 minute', $2, '2000-01-01 00:00:00+00') AND c.last_seq > 0
           AND (c.updated_at, c.key) > ($2, $3)
         ORDER BY c.updated_at, c.key LIMIT $4
        """;

    private const string CountOpen = """
        SELECT c.status, c.agent, c.desk, c.snoozed_until IS NOT NULL, c.mentioned, count(*)
          FROM conversations c
         WHERE c.store = $1 AND c.status <> 'resolved' AND NOT c.is_spam AND c.last_seq > 0
         GROUP BY 1, 2, 3, 4, 5
        """;

    /// <summary>A page of a store's conversations.</summary>
    /// <exception cref="SupportException">The cursor is none, or the storage is unavailable.</exception>
    public async Task<ConversationPage> Read(string store, ConversationFilter filter, CancellationToken cancellationToken)
    {
        var (at, key) = ParseCursor(filter.Cursor);
        var me = filter is { View: InboxView.Unassigned, Of: { } agentId } ? await agents.Find(store, agentId, cancellationToken) : null;
        var statement = new ListStatement(store, filter, me, at, key);
        var rows = await retry.Read(database, statement.Text, statement.Values, LineRow.Read, cancellationToken);
        return new ConversationPage
        {
            Conversations = [.. rows.Take(filter.Limit).Select(r => r.Line)],
            Cursor = rows.Count > filter.Limit ? Cursor(rows[filter.Limit - 1], statement.IsQueue) : null,
        };
    }

    /// <summary>One conversation, by its key.</summary>
    /// <exception cref="SupportException">There is none, or the storage is unavailable.</exception>
    public async Task<ConversationLine> ReadLine(string key, CancellationToken cancellationToken) =>
        (await retry.Read(database, ReadOne, [key], LineRow.Read, cancellationToken)).SingleOrDefault()?.Line
        ?? throw new SupportException(ProblemCodes.ConversationNotFound, "There is no such conversation.");

    /// <summary>Some conversations of a store by the grains' keys; those that are none, or another store's, are left out.</summary>
    /// <exception cref="SupportException">The storage is unavailable.</exception>
    public async Task<ImmutableDictionary<string, ConversationLine>> Find(string store, string[] keys, CancellationToken cancellationToken)
    {
        var rows = await retry.Read(
            database, $"SELECT {LineRow.Columns} FROM conversations c WHERE c.store = $1 AND c.key = ANY ($2)", [store, keys],
            LineRow.Read, cancellationToken);
        return rows.ToImmutableDictionary(r => r.Key, r => r.Line);
    }

    /// <summary>What changed after a moment, in the order of time.</summary>
    /// <param name="store">The store.</param>
    /// <param name="after">The moment, by the silos' clocks.</param>
    /// <param name="afterKey">Of what changed in that moment, the key to go on after.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="SupportException">The storage is unavailable.</exception>
    public Task<IReadOnlyList<LineRow>> Changed(string store, DateTimeOffset after, string afterKey, int limit, CancellationToken cancellationToken) =>
        retry.Read(database, ReadChanged, [store, after.UtcDateTime, afterKey, (long)limit], LineRow.Read, cancellationToken);

    /// <summary>How many conversations of each kind are not resolved.</summary>
    /// <exception cref="SupportException">The storage is unavailable.</exception>
    public async Task<OpenCounts> Count(string store, CancellationToken cancellationToken) =>
        new(await retry.Read(database, CountOpen, [store], OpenCount.Read, cancellationToken));

    private static string Cursor(LineRow row, bool isQueue) =>
        string.Create(CultureInfo.InvariantCulture, $"{(isQueue ? row.QueuedAt!.Value : row.ListedAt).Ticks}~{row.Key}");

    private static (DateTime? At, string? Key) ParseCursor(string? cursor)
    {
        if (cursor is null) return (null, null);
        var end = cursor.IndexOf('~', StringComparison.Ordinal);
        return end > 0 && long.TryParse(cursor.AsSpan(0, end), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks
            ? (new DateTime(ticks, DateTimeKind.Utc), cursor[(end + 1)..])
            : throw new SupportException(ProblemCodes.InvalidRequest, "The cursor is not one of a page before.");
    }
}
