using Npgsql;
using NpgsqlTypes;

namespace SupportPlatform.Conversations;

/// <summary>
/// The one statement that writes logs: many appends, each fenced for itself, in one round trip and one commit. Where the
/// log does not end as an append says, that append writes nothing and the others are not concerned.
/// </summary>
internal static class AppendStatement
{
    /// <summary>The statement. Its rows are the places, from 0, of the appends that were written.</summary>
    public const string Text = """
        WITH append AS (
            SELECT *
              FROM unnest(
                    $1::int[], $2::text[], $3::bigint[], $4::bigint[], $5::bigint[],
                    $6::bigint[], $7::text[], $8::text[], $9::timestamptz[])
                AS a (i, key, epoch, revision, seq, count, state, status, at)),
        passed AS (
            UPDATE conversations c
               SET revision = a.revision + 1, last_seq = a.seq + a.count, state = a.state::json, status = a.status,
                   updated_at = a.at
              FROM append a
             WHERE c.key = a.key AND c.epoch = a.epoch AND c.revision = a.revision AND c.last_seq = a.seq
            RETURNING a.i, a.key, a.epoch, a.at),
        logged AS (
            INSERT INTO events (seq, epoch, at, key, type, client_message_id, data, staff_data)
            SELECT e.seq, p.epoch, p.at, p.key, e.type, e.client_message_id, e.data::json, e.staff_data::json
              FROM unnest($10::int[], $11::bigint[], $12::text[], $13::text[], $14::text[], $15::text[])
                AS e (i, seq, type, client_message_id, data, staff_data)
              JOIN passed p USING (i)),
        due_set AS (
            INSERT INTO due (target, key, kind, due_at)
            SELECT 'conversation', p.key, d.kind, d.due_at
              FROM unnest($16::int[], $17::text[], $18::timestamptz[]) AS d (i, kind, due_at)
              JOIN passed p USING (i)
             WHERE d.due_at IS NOT NULL
            ON CONFLICT (target, key, kind) DO UPDATE SET due_at = excluded.due_at, attempts = 0),
        due_done AS (
            DELETE FROM due
             USING unnest($16::int[], $17::text[], $18::timestamptz[]) AS d (i, kind, due_at)
              JOIN passed p USING (i)
             WHERE d.due_at IS NULL AND due.target = 'conversation' AND due.key = p.key AND due.kind = d.kind)
        SELECT i FROM passed
        """;

    /// <summary>Finds which appends were written by an attempt that nobody answered; rows as those of <see cref="Text"/>.</summary>
    public const string ReadBack = """
        SELECT a.i
          FROM unnest($1::int[], $2::text[], $3::bigint[], $4::bigint[], $5::bigint[]) AS a (i, key, epoch, revision, seq)
         WHERE EXISTS (SELECT FROM events e WHERE e.key = a.key AND e.seq = a.seq + 1 AND e.epoch = a.epoch)
            OR EXISTS (SELECT FROM conversations c WHERE c.key = a.key AND c.epoch = a.epoch AND c.revision = a.revision + 1)
        """;

    /// <summary>The parameters of <see cref="Text"/>.</summary>
    public static IEnumerable<NpgsqlParameter> Parameters(IReadOnlyList<PendingAppend> appends)
    {
        var events = appends.SelectMany((a, i) => a.Append.Events.Select((e, n) => (Place: i, Seq: a.Position.Seq + 1 + n, Event: e))).ToList();
        var dues = appends.SelectMany((a, i) => a.Dues.Select(d => (Place: i, Due: d))).ToList();
        return
        [
            .. Heads(appends),
            Array(NpgsqlDbType.Bigint, appends.Select(a => (long)a.Append.Events.Length)),
            Array(NpgsqlDbType.Text, appends.Select(a => a.Append.State)),
            Array(NpgsqlDbType.Text, appends.Select(a => a.Append.Status)),
            Array(NpgsqlDbType.TimestampTz, appends.Select(a => a.At)),
            Array(NpgsqlDbType.Integer, events.Select(e => e.Place)),
            Array(NpgsqlDbType.Bigint, events.Select(e => e.Seq)),
            Array(NpgsqlDbType.Text, events.Select(e => e.Event.Type)),
            Array(NpgsqlDbType.Text, events.Select(e => e.Event.ClientMessageId)),
            Array(NpgsqlDbType.Text, events.Select(e => e.Event.Data)),
            Array(NpgsqlDbType.Text, events.Select(e => e.Event.StaffData)),
            Array(NpgsqlDbType.Integer, dues.Select(d => d.Place)),
            Array(NpgsqlDbType.Text, dues.Select(d => d.Due.Kind)),
            Array(NpgsqlDbType.TimestampTz, dues.Select(d => d.Due.DueAt?.UtcDateTime)),
        ];
    }

    /// <summary>The parameters of <see cref="ReadBack"/>, which are also the first of <see cref="Text"/>.</summary>
    public static IEnumerable<NpgsqlParameter> Heads(IReadOnlyList<PendingAppend> appends) =>
    [
        Array(NpgsqlDbType.Integer, Enumerable.Range(0, appends.Count)),
        Array(NpgsqlDbType.Text, appends.Select(a => a.Key)),
        Array(NpgsqlDbType.Bigint, appends.Select(a => a.Position.Epoch)),
        Array(NpgsqlDbType.Bigint, appends.Select(a => a.Position.Revision)),
        Array(NpgsqlDbType.Bigint, appends.Select(a => a.Position.Seq)),
    ];

    private static NpgsqlParameter<T[]> Array<T>(NpgsqlDbType type, IEnumerable<T> values) =>
        new() { NpgsqlDbType = NpgsqlDbType.Array | type, TypedValue = [.. values] };
}
