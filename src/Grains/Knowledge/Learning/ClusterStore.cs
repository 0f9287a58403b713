using System.Globalization;
using Npgsql;

namespace SupportPlatform.Knowledge;

/// <summary>The clusters of questions, as administrators look at them.</summary>
internal sealed class ClusterStore(NpgsqlDataSource database)
{
    private const int MostTurns = 50;

    // A cluster without turns says nothing any more.
    private const string Heads = """
        SELECT id, state, faq, count, first_at, last_at
          FROM (SELECT c.id,
                       CASE WHEN s.state = 'published' THEN 'published' ELSE c.state END AS state,
                       coalesce(c.faq, s.id) AS faq, count(*) AS count, min(t.at) AS first_at, max(t.at) AS last_at
                  FROM question_clusters c
                  JOIN clustered_turns m ON m.store = c.store AND m.kind = c.kind AND m.cluster = c.id
                  JOIN turns t ON t.conversation = m.conversation AND t.id = m.turn
                  LEFT JOIN knowledge_sources s ON s.store = c.store AND s.kind = 'faq' AND s.id = c.id
                 WHERE c.store = $1 AND c.kind = $2 AND ($3::text IS NULL OR c.id = $3)
                 GROUP BY c.store, c.kind, c.id, s.id, s.state) AS cluster
         WHERE ($4::text IS NULL OR state = $4) AND ($5::bigint IS NULL OR (count, id) < ($5, $6::text))
         ORDER BY count DESC, id DESC
         LIMIT $7
        """;

    private const string Turns = """
        SELECT cluster, conversation, seq, role, question, answer, language, rating
          FROM (SELECT m.cluster, t.*, row_number() OVER (PARTITION BY m.cluster ORDER BY t.at DESC, t.id) AS place
                  FROM clustered_turns m
                  JOIN turns t ON t.conversation = m.conversation AND t.id = m.turn
                 WHERE m.store = $1 AND m.kind = $2 AND m.cluster = ANY ($3)) AS turn
         WHERE place <= $4
         ORDER BY at, id
        """;

    private const string AgentsAnswer = """
        SELECT a.answer
          FROM clustered_turns m
          JOIN turns t ON t.conversation = m.conversation AND t.id = m.turn
          JOIN turns a ON a.conversation = t.conversation AND a.seq > t.seq AND a.role = 'agent' AND a.answer <> ''
         WHERE m.store = $1 AND m.kind = $2 AND m.cluster = $3
         ORDER BY a.rating DESC NULLS LAST, a.at DESC
         LIMIT 1
        """;

    /// <summary>A page of clusters, the largest first, and what the next page begins after.</summary>
    /// <param name="store">The store's id.</param>
    /// <param name="kind">One of <see cref="ClusterKinds"/>.</param>
    /// <param name="state">One of <see cref="ClusterStates"/>, or null for all.</param>
    /// <param name="query">Which page.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="SupportException">The page is none.</exception>
    public async Task<(IReadOnlyList<QuestionCluster> Items, string? Next)> List(
        string store, string kind, string? state, ListClusters query, CancellationToken cancellationToken)
    {
        var (count, id) = Place(query.After);
        var items = await Read(store, kind, null, state, count, id, query.Limit, cancellationToken);

        // One whose turns vanished meanwhile has nothing to show.
        return ([.. items.Where(c => !c.Turns.IsEmpty)], items.Count == query.Limit ? string.Create(CultureInfo.InvariantCulture, $"{items[^1].Count}.{items[^1].Id}") : null);
    }

    /// <summary>A cluster, or null.</summary>
    public async Task<QuestionCluster?> Find(string store, string kind, string id, CancellationToken cancellationToken) =>
        (await Read(store, kind, id, null, null, null, 1, cancellationToken)) is [{ Turns.IsEmpty: false } cluster] ? cluster : null;

    /// <summary>The best answer that an agent gave after one of the cluster's questions, or null.</summary>
    public async Task<string?> FindAgentsAnswer(string store, string kind, string id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = connection.Statement(AgentsAnswer, store, kind, id);
        return await command.ExecuteScalarAsync(cancellationToken) as string;
    }

    /// <summary>Keeps what was decided about a cluster; false when it was so already.</summary>
    public async Task<bool> Decide(string store, string kind, string id, string state, string? faq, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = connection.Statement(
            """
            UPDATE question_clusters SET state = $4, faq = coalesce($5::text, faq)
             WHERE store = $1 AND kind = $2 AND id = $3 AND state <> $4
            """,
            store, kind, id, state, faq);
        return await command.ExecuteNonQueryAsync(cancellationToken) > 0;
    }

    /// <summary>Does something for a store that no two do at a time, on any silo.</summary>
    public async Task<T> Alone<T>(string store, Func<Task<T>> action, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var gate = connection.Statement("SELECT pg_advisory_xact_lock(hashtextextended('proposals of ' || $1, 0))", store);
        await gate.ExecuteNonQueryAsync(cancellationToken);
        return await action();
    }

    private static (long? Count, string? Id) Place(string? after)
    {
        if (after is null) return (null, null);
        var dot = after.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && long.TryParse(after.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? (count, after[(dot + 1)..])
            : throw new SupportException(ProblemCodes.InvalidRequest, "after is what the page before named as next.");
    }

    private async Task<IReadOnlyList<QuestionCluster>> Read(
        string store, string kind, string? id, string? state, long? afterCount, string? afterId, int limit, CancellationToken cancellationToken)
    {
        var clusters = new List<QuestionCluster>();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using (var heads = connection.Statement(Heads, store, kind, id, state, afterCount, afterId, limit))
        await using (var reader = await heads.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                clusters.Add(new QuestionCluster(
                    reader.GetString(0), reader.GetString(1), reader.Text(2), reader.GetInt64(3), reader.GetFieldValue<DateTimeOffset>(4),
                    reader.GetFieldValue<DateTimeOffset>(5), []));
            }
        }

        var turns = await TurnsOf(connection, store, kind, [.. clusters.Select(c => c.Id)], cancellationToken);
        return [.. clusters.Select(c => c with { Turns = [.. turns[c.Id]] })];
    }

    private static async Task<ILookup<string, ClusteredTurn>> TurnsOf(
        NpgsqlConnection connection, string store, string kind, string[] ids, CancellationToken cancellationToken)
    {
        var turns = new List<(string Cluster, ClusteredTurn Turn)>();
        await using var command = connection.Statement(Turns, store, kind, ids, MostTurns);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            turns.Add((reader.GetString(0), new ClusteredTurn(
                reader.GetString(1), reader.GetInt64(2), reader.GetString(3), reader.GetString(4), reader.GetString(5), reader.GetString(6),
                reader.IsDBNull(7) ? null : reader.GetInt32(7))));
        }

        return turns.ToLookup(t => t.Cluster, t => t.Turn, StringComparer.Ordinal);
    }
}
