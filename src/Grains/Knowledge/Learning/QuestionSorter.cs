using Npgsql;

namespace SupportPlatform.Knowledge;

/// <summary>
/// Puts answers that are to be learned from to those whose questions mean the same. One silo at a time does it for a store,
/// oldest first, so that the same answers make the same clusters; each page is one transaction.
/// </summary>
internal sealed class QuestionSorter(NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>
    /// From this likeness on two questions mean the same. Measured on 40 and 150 questions of <c>faq_banking77</c>,
    /// <c>oos_clinc</c> and <c>hint3_sofmattress</c>: of what is together 0.77 to 0.91 belongs together, and of what belongs
    /// together 0.34 to 0.91 is; less takes more wrong ones, more leaves more apart.
    /// </summary>
    public const double Same = 0.3;

    // The most recent ones; what nobody asked for so long begins anew.
    private const int MostCompared = 5_000;
    private const int Page = 50;

    private const string Waiting = "SELECT DISTINCT store FROM turns WHERE learn_at <= $1 LIMIT 20";

    // A row that is being written comes at the next look; to wait for it could be to wait for each other.
    private const string Take = """
        SELECT t.conversation, t.id, t.role, t.question, t.answer, t.outcome, t.rating,
               EXISTS (SELECT FROM turns n
                        WHERE n.conversation = t.conversation AND n.seq > t.seq AND n.outcome = 'answered' AND n.question <> ''
                          AND n.role = 'assistant')
          FROM turns t
         WHERE t.store = $1 AND t.learn_at <= $2
         ORDER BY t.at, t.conversation, t.id
         LIMIT $3
           FOR UPDATE SKIP LOCKED
        """;

    // A gap that was closed does not come back to life; the question was asked again, so the answer did not do.
    private const string Known = """
        SELECT m.cluster, t.question
          FROM clustered_turns m
          JOIN question_clusters c USING (store, kind)
          JOIN turns t ON t.conversation = m.conversation AND t.id = m.turn
         WHERE m.store = $1 AND m.kind = $2 AND c.id = m.cluster AND c.state <> 'published'
           AND NOT EXISTS (SELECT FROM knowledge_sources s WHERE s.store = $1 AND s.kind = 'faq' AND s.id = c.id AND s.state = 'published')
         ORDER BY t.at DESC, t.conversation, t.id
         LIMIT $3
        """;

    private const string Join = """
        WITH cluster AS (
            INSERT INTO question_clusters (store, kind, id) VALUES ($1, $2, $3)
            ON CONFLICT (store, kind, id) DO NOTHING)
        INSERT INTO clustered_turns (store, kind, cluster, conversation, turn) VALUES ($1, $2, $3, $4, $5)
        """;

    /// <summary>Sorts all that is to be sorted now.</summary>
    public async Task Run(CancellationToken cancellationToken)
    {
        foreach (var store in await Stores(cancellationToken))
            while (await Sort(store, cancellationToken) == Page)
                cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Sorts a page of a store's answers; none where another silo is at it.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> Sort(string store, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var gate = connection.Statement("SELECT pg_try_advisory_xact_lock(hashtextextended('questions of ' || $1, 0))", store))
            if (await gate.ExecuteScalarAsync(cancellationToken) is false) return 0;
        var turns = await TurnsOf(connection, store, cancellationToken);
        if (turns.Count == 0) return 0;
        await Sort(connection, store, ClusterKinds.Gap, turns, LearningRules.IsGap, cancellationToken);
        await Sort(connection, store, ClusterKinds.Proposal, turns, LearningRules.IsEvidence, cancellationToken);
        await using (var done = connection.Statement(
            """
            UPDATE turns t SET learn_at = NULL
              FROM unnest($1::text[], $2::text[]) AS d (conversation, id)
             WHERE t.conversation = d.conversation AND t.id = d.id
            """,
            turns.Select(t => t.Conversation).ToArray(), turns.Select(t => t.Id).ToArray()))
            await done.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return turns.Count;
    }

    private static async Task Sort(
        NpgsqlConnection connection, string store, string kind, List<LearnedTurn> turns, Func<LearnedTurn, bool> belongs,
        CancellationToken cancellationToken)
    {
        QuestionSpace? space = null;
        foreach (var turn in turns)
        {
            var isIn = await IsIn(connection, kind, turn, cancellationToken);
            if (isIn == belongs(turn)) continue;
            if (isIn)
            {
                await using var leave = connection.Statement(
                    "DELETE FROM clustered_turns WHERE conversation = $1 AND turn = $2 AND kind = $3", turn.Conversation, turn.Id, kind);
                await leave.ExecuteNonQueryAsync(cancellationToken);
                continue;
            }

            space ??= await Space(connection, store, kind, cancellationToken);
            var cluster = space.Compare(turn.Question) is [var nearest, ..] && nearest.Likeness >= Same ? nearest.Group : $"{kind}-{turn.Id}";
            space.Add(cluster, turn.Question);
            await using var join = connection.Statement(Join, store, kind, cluster, turn.Conversation, turn.Id);
            await join.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static async Task<bool> IsIn(NpgsqlConnection connection, string kind, LearnedTurn turn, CancellationToken cancellationToken)
    {
        await using var command = connection.Statement(
            "SELECT EXISTS (SELECT FROM clustered_turns WHERE conversation = $1 AND turn = $2 AND kind = $3)", turn.Conversation, turn.Id, kind);
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    private static async Task<QuestionSpace> Space(NpgsqlConnection connection, string store, string kind, CancellationToken cancellationToken)
    {
        var space = new QuestionSpace();
        await using var command = connection.Statement(Known, store, kind, MostCompared);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) space.Add(reader.GetString(0), reader.GetString(1));
        return space;
    }

    private async Task<List<LearnedTurn>> TurnsOf(NpgsqlConnection connection, string store, CancellationToken cancellationToken)
    {
        var turns = new List<LearnedTurn>();
        await using var command = connection.Statement(Take, store, time.GetUtcNow().UtcDateTime, Page);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            turns.Add(new LearnedTurn(
                reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetString(5),
                reader.IsDBNull(6) ? null : reader.GetInt32(6), reader.GetBoolean(7)));
        }

        return turns;
    }

    private async Task<List<string>> Stores(CancellationToken cancellationToken)
    {
        var stores = new List<string>();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = connection.Statement(Waiting, time.GetUtcNow().UtcDateTime);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) stores.Add(reader.GetString(0));
        return stores;
    }
}
