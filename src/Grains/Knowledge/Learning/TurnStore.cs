using Npgsql;
using SupportPlatform.Conversations;
using SupportPlatform.Stores;

namespace SupportPlatform.Knowledge;

/// <summary>
/// Makes the rows of turns, and those of the search, from a conversation's log, all in one transaction: the rows, how far they go, and the end of the
/// due row that asked for it. Appends of one conversation commit in the order of their numbers, so a number is a safe place
/// to go on from; and a second reading of the same events changes nothing.
/// </summary>
internal sealed class TurnStore(NpgsqlDataSource database)
{
    /// <summary>
    /// What keeps answers and the removal of what they cite apart: shared by those that write answers, exclusive for those
    /// that remove sources.
    /// </summary>
    public const string LockAnswers = "SELECT pg_advisory_xact_lock(hashtextextended('answers of ' || $1, 0))";

    /// <summary>Takes the text of answers that cite a source away.</summary>
    public const string ForgetAnswers = "UPDATE turns SET answer = '' WHERE store = $1 AND sources @> ARRAY[$2]";

    private const string ShareAnswers = "SELECT pg_advisory_xact_lock_shared(hashtextextended('answers of ' || $1, 0))";

    private const string Begin = """
        INSERT INTO turn_cursors (conversation) SELECT key FROM conversations WHERE key = $1
        ON CONFLICT (conversation) DO NOTHING
        """;

    private const string Cursor = """
        SELECT t.seq, c.store, c.locale, t.text_seq, coalesce(t.hook_seq, t.text_seq)
          FROM turn_cursors t
          JOIN conversations c ON c.key = t.conversation
         WHERE t.conversation = $1
           FOR UPDATE OF t
        """;

    private const string Events = """
        SELECT seq, type, at, data, staff_data FROM events WHERE key = $1 AND seq > $2 AND type = ANY ($3) ORDER BY seq
        """;

    // An answer whose source was removed before it came here has no text.
    private const string Write = """
        INSERT INTO turns AS t (store, conversation, id, seq, at, role, messages, question, answer, outcome, confidence,
                                language, instructions, sources, handed_off, learn_at, supplied)
        SELECT $1, $2, $3, $4, $5, $6, $7, $8,
               CASE WHEN EXISTS (
                   SELECT FROM unnest($14::text[]) AS n (name)
                    WHERE NOT EXISTS (
                        SELECT FROM knowledge_sources s
                         WHERE s.store = $1 AND s.kind = ANY ('{document,page,faq,article}') AND s.name = n.name AND s.conversation IS NULL))
               THEN '' ELSE $9 END,
               $10, $11, $12, $13, $14, $15, $16, $17
        ON CONFLICT (conversation, id) DO UPDATE
           SET messages = excluded.messages, question = excluded.question, answer = excluded.answer,
               handed_off = excluded.handed_off,
               learn_at = CASE WHEN t.answer = excluded.answer THEN t.learn_at ELSE excluded.learn_at END
        """;

    private const string Rate = """
        UPDATE turns SET rating = $3, learn_at = $4 WHERE conversation = $1 AND $2 = ANY (messages) AND rating IS DISTINCT FROM $3
        """;

    /// <summary>Brings a conversation's turns up to its log.</summary>
    /// <param name="key">The conversation.</param>
    /// <param name="leasedUntil">When its due row would come again; one that has another time by then stays.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task Project(string key, DateTimeOffset leasedUntil, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await Execute(connection, Begin, cancellationToken, key);

        // A conversation that is gone has no cursor, and so nothing but its due row.
        if (await Take(connection, key, cancellationToken) is { } taken)
        {
            var reader = new TurnReader(taken.Locale);
            await Read(connection, key, taken.Seq, reader, cancellationToken);
            await Execute(connection, ShareAnswers, cancellationToken, taken.Store);
            foreach (var turn in reader.Turns) await Execute(connection, Write, cancellationToken, Values(taken.Store, key, turn));
            string[] said = [.. reader.Turns.SelectMany(t => t.Sources.Concat(t.Supplied)).Distinct(StringComparer.Ordinal)];
            if (said.Length > 0) await Execute(connection, RedactionStore.MakeDueLate, cancellationToken, taken.Store, key, said, leasedUntil.UtcDateTime - TurnProjector.Lease);
            foreach (var rating in reader.Ratings)
            {
                await (rating.MessageId is null
                    ? Execute(connection, "UPDATE turn_cursors SET rating = $2 WHERE conversation = $1", cancellationToken, key, rating.Score)
                    : Execute(connection, Rate, cancellationToken, key, rating.MessageId, rating.Score, rating.At.UtcDateTime));
            }

            await Execute(
                connection, "UPDATE turn_cursors SET seq = greatest(seq, $2) WHERE conversation = $1", cancellationToken, key, reader.Done);
            await SearchTexts.Write(connection, taken.Store, key, taken.TextSeq, cancellationToken);
            await WebhookOutbox.Write(connection, taken.Store, key, taken.HookSeq, leasedUntil - TurnProjector.Lease, cancellationToken);
        }

        // Last, since an append to the conversation waits for it.
        await Execute(
            connection, "DELETE FROM due WHERE target = $1 AND key = $2 AND kind = $3 AND due_at = $4", cancellationToken,
            DueTargets.Turns, key, DueKinds.Turns, leasedUntil.UtcDateTime);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task<(long Seq, string Store, string? Locale, long TextSeq, long HookSeq)?> Take(
        NpgsqlConnection connection, string key, CancellationToken cancellationToken)
    {
        await using var command = connection.Statement(Cursor, key);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? (reader.GetInt64(0), reader.GetString(1), reader.Text(2), reader.GetInt64(3), reader.GetInt64(4)) : null;
    }

    private static async Task Read(
        NpgsqlConnection connection, string key, long after, TurnReader turns, CancellationToken cancellationToken)
    {
        await using var command = connection.Statement(Events, key, after, TurnReader.Types.ToArray());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            turns.Read(new LoggedEvent
            {
                Seq = reader.GetInt64(0),
                Type = reader.GetString(1),
                At = reader.GetFieldValue<DateTimeOffset>(2),
                Data = reader.GetString(3),
                StaffData = reader.Text(4),
            });
        }
    }

    private static object?[] Values(string store, string key, FinishedTurn turn) =>
    [
        store, key, turn.Id, turn.Seq, turn.At.UtcDateTime, turn.Role, turn.Messages.ToArray(), turn.Question, turn.Answer, turn.Outcome,
        turn.Confidence, turn.Language, turn.Instructions.ToArray(), turn.Sources.ToArray(), turn.HandedOff, LearningRules.LearnAt(turn)?.UtcDateTime,
        turn.Supplied.ToArray(),
    ];

    private static async Task Execute(
        NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params object?[] values)
    {
        await using var command = connection.Statement(sql, values);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
