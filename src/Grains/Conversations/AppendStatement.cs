using System.Collections.Immutable;
using Npgsql;
using NpgsqlTypes;
using SupportPlatform.Agents;

namespace SupportPlatform.Conversations;

/// <summary>
/// The one statement that writes logs: many appends, each fenced for itself, in one round trip and one commit. Where the
/// log does not end as an append says, that append writes nothing and the others are not concerned.
/// </summary>
internal static class AppendStatement
{
    private const string Appends = """
        WITH append AS (
            SELECT *
              FROM unnest(
                    $1::int[], $2::text[], $3::bigint[], $4::bigint[], $5::bigint[],
                    $6::bigint[], $7::text[], $8::text[], $9::timestamptz[], $10::text[], $11::timestamptz[], $12::text[])
                AS a (i, key, epoch, revision, seq, count, state, status, at, desk, waiting_since, agent))
        """;

    // One claim of an agent at most gets the revision that its count was read with; two in one statement would see the same row.
    private const string Slots = """
        , slot AS (
            UPDATE agents g
               SET revision = g.revision + 1
              FROM (SELECT DISTINCT ON (s.store, s.id) s.*
                      FROM unnest($23::int[], $24::text[], $25::text[], $26::bigint[]) AS s (i, store, id, revision)
                     ORDER BY s.store, s.id, s.i) s
             WHERE g.store = s.store AND g.id = s.id AND g.revision = s.revision
            RETURNING s.i)
        """;

    private const string Passed = """
        , passed AS (
            UPDATE conversations c
               SET revision = a.revision + 1, last_seq = a.seq + a.count, state = a.state::json, status = a.status,
                   updated_at = a.at, desk = a.desk, waiting_since = a.waiting_since, agent = a.agent
              FROM append a
        """;

    // Few appends change what lists are filtered by; the others do not name these columns.
    private const string PassedWithMarks = """
        , mark AS (
            SELECT m.i, m.contact_id, m.priority, string_to_array(m.tags, E'\n') AS tags, m.snoozed_until, m.is_spam, string_to_array(m.mentioned, E'\n') AS mentioned
              FROM unnest($27::int[], $28::text[], $29::smallint[], $30::text[], $31::timestamptz[], $32::boolean[], $33::text[])
                AS m (i, contact_id, priority, tags, snoozed_until, is_spam, mentioned))
        , passed AS (
            UPDATE conversations c
               SET revision = a.revision + 1, last_seq = a.seq + a.count, state = a.state::json, status = a.status,
                   updated_at = a.at, desk = a.desk, waiting_since = a.waiting_since, agent = a.agent,
                   contact_id = coalesce(mark.contact_id, c.contact_id), priority = coalesce(mark.priority, c.priority),
                   tags = CASE WHEN mark.i IS NULL THEN c.tags ELSE mark.tags END,
                   snoozed_until = CASE WHEN mark.i IS NULL THEN c.snoozed_until ELSE mark.snoozed_until END,
                   is_spam = coalesce(mark.is_spam, c.is_spam),
                   mentioned = CASE WHEN mark.i IS NULL THEN c.mentioned ELSE mark.mentioned END
              FROM append a
        """;

    private const string JoinMark = " LEFT JOIN mark ON mark.i = a.i ";

    private const string Fence = """
             WHERE c.key = a.key AND c.epoch = a.epoch AND c.revision = a.revision AND c.last_seq = a.seq
        """;

    // A join, since a check of a row that changed meanwhile cannot run another statement's update again.
    private const string JoinSlot = " LEFT JOIN slot ON slot.i = a.i ";
    private const string HasSlot = " AND (slot.i IS NOT NULL OR a.i <> ALL ($23::int[])) ";

    private const string Logged = """
            RETURNING a.i, a.key, a.epoch, a.at),
        logged AS (
            INSERT INTO events (seq, epoch, at, key, type, client_message_id, data, staff_data)
            SELECT e.seq, p.epoch, p.at, p.key, e.type, e.client_message_id, e.data::json, e.staff_data::json
              FROM unnest($13::int[], $14::bigint[], $15::text[], $16::text[], $17::text[], $18::text[])
                AS e (i, seq, type, client_message_id, data, staff_data)
              JOIN passed p USING (i))
        """;

    private const string Dues = """
        , due_set AS (
            INSERT INTO due (target, key, kind, due_at)
            SELECT d.target, p.key, d.kind, d.due_at
              FROM unnest($19::int[], $20::text[], $21::timestamptz[], $22::text[]) AS d (i, kind, due_at, target)
              JOIN passed p USING (i)
             WHERE d.due_at IS NOT NULL
            ON CONFLICT (target, key, kind) DO UPDATE SET due_at = excluded.due_at, attempts = 0),
        due_done AS (
            DELETE FROM due
             USING unnest($19::int[], $20::text[], $21::timestamptz[], $22::text[]) AS d (i, kind, due_at, target)
              JOIN passed p USING (i)
             WHERE d.due_at IS NULL AND due.target = d.target AND due.key = p.key AND due.kind = d.kind)
        """;

    /// <summary>The statement. Its rows are the places, from 0, of the appends that were written.</summary>
    public const string Text = Appends + Passed + Fence + Logged + Dues + " SELECT i FROM passed";

    /// <summary>
    /// The same with all that is rare: claims that take a slot of an agent, of which one whose slot may be taken is not
    /// written, and changes of what lists are filtered by.
    /// </summary>
    public const string TextInFull =
        Appends + Slots + PassedWithMarks + JoinSlot + JoinMark + Fence + HasSlot + Logged + Dues + " SELECT i FROM passed";

    /// <summary>The same where no append changes a due row, without the cost of finding that out.</summary>
    public const string TextWithoutDues = Appends + Passed + Fence + Logged + " SELECT i FROM passed";

    /// <summary>Finds which appends were written by an attempt that nobody answered; rows as those of <see cref="Text"/>.</summary>
    public const string ReadBack = """
        SELECT a.i
          FROM unnest($1::int[], $2::text[], $3::bigint[], $4::bigint[], $5::bigint[]) AS a (i, key, epoch, revision, seq)
         WHERE EXISTS (SELECT FROM events e WHERE e.key = a.key AND e.seq = a.seq + 1 AND e.epoch = a.epoch)
            OR EXISTS (SELECT FROM conversations c WHERE c.key = a.key AND c.epoch = a.epoch AND c.revision = a.revision + 1)
        """;

    /// <summary>How many parameters <see cref="TextWithoutDues"/> has; those of <see cref="Text"/> begin with them.</summary>
    public const int ParametersWithoutDues = 18;

    /// <summary>How many <see cref="Text"/> has; those of <see cref="TextInFull"/> begin with them.</summary>
    public const int ParametersOfText = 22;

    /// <summary>The parameters of <see cref="TextInFull"/>, to be filled.</summary>
    public static NpgsqlParameter[] NewParameters() =>
    [
        Array<int>(NpgsqlDbType.Integer), Array<string>(NpgsqlDbType.Text), Array<long>(NpgsqlDbType.Bigint),
        Array<long>(NpgsqlDbType.Bigint), Array<long>(NpgsqlDbType.Bigint), Array<long>(NpgsqlDbType.Bigint),
        Array<string>(NpgsqlDbType.Text), Array<string>(NpgsqlDbType.Text), Array<DateTime>(NpgsqlDbType.TimestampTz),
        Array<string?>(NpgsqlDbType.Text), Array<DateTime?>(NpgsqlDbType.TimestampTz), Array<string?>(NpgsqlDbType.Text),
        Array<int>(NpgsqlDbType.Integer), Array<long>(NpgsqlDbType.Bigint), Array<string>(NpgsqlDbType.Text),
        Array<string?>(NpgsqlDbType.Text), Array<string>(NpgsqlDbType.Text), Array<string?>(NpgsqlDbType.Text),
        Array<int>(NpgsqlDbType.Integer), Array<string>(NpgsqlDbType.Text), Array<DateTime?>(NpgsqlDbType.TimestampTz),
        Array<string>(NpgsqlDbType.Text),
        Array<int>(NpgsqlDbType.Integer), Array<string>(NpgsqlDbType.Text), Array<string>(NpgsqlDbType.Text), Array<long>(NpgsqlDbType.Bigint),
        Array<int>(NpgsqlDbType.Integer), Array<string>(NpgsqlDbType.Text), Array<short>(NpgsqlDbType.Smallint), Array<string?>(NpgsqlDbType.Text),
        Array<DateTime?>(NpgsqlDbType.TimestampTz), Array<bool>(NpgsqlDbType.Boolean), Array<string?>(NpgsqlDbType.Text),
    ];

    /// <summary>Fills the parameters of any of the texts.</summary>
    public static void Fill(NpgsqlParameterCollection parameters, IReadOnlyList<PendingAppend> appends)
    {
        FillHeads(parameters, appends);
        Set(parameters, 5, appends, a => (long)a.Append.Events.Length);
        Set(parameters, 6, appends, a => a.Append.State);
        Set(parameters, 7, appends, a => a.Append.Status);
        Set(parameters, 8, appends, a => a.At);
        Set(parameters, 9, appends, a => a.Append.Desk);
        Set(parameters, 10, appends, a => a.Append.WaitingSince?.UtcDateTime);
        Set(parameters, 11, appends, a => a.Append.Agent);
        var events = new List<(int Place, long Seq, NewEvent Event)>(appends.Count);
        for (var i = 0; i < appends.Count; i++)
        {
            var seq = appends[i].Position.Seq;
            foreach (var e in appends[i].Append.Events) events.Add((i, ++seq, e));
        }

        Set(parameters, 12, events, e => e.Place);
        Set(parameters, 13, events, e => e.Seq);
        Set(parameters, 14, events, e => e.Event.Type);
        Set(parameters, 15, events, e => e.Event.ClientMessageId);
        Set(parameters, 16, events, e => e.Event.Data);
        Set(parameters, 17, events, e => e.Event.StaffData);
        if (parameters.Count == ParametersWithoutDues) return;
        var dues = appends.SelectMany((a, i) => a.Dues.Select(d => (Place: i, Due: d))).ToList();
        Set(parameters, 18, dues, d => d.Place);
        Set(parameters, 19, dues, d => d.Due.Kind);
        Set(parameters, 20, dues, d => d.Due.DueAt?.UtcDateTime);
        Set(parameters, 21, dues, d => d.Due.Target);
        if (parameters.Count == ParametersOfText) return;
        var slots = new List<(int Place, AgentSlot Slot)>();
        for (var i = 0; i < appends.Count; i++)
        {
            if (appends[i].Append.Slot is { } slot) slots.Add((i, slot));
        }

        Set(parameters, 22, slots, s => s.Place);
        Set(parameters, 23, slots, s => s.Slot.Store);
        Set(parameters, 24, slots, s => s.Slot.AgentId);
        Set(parameters, 25, slots, s => s.Slot.Revision);
        var marks = appends.Select((a, i) => (Place: i, a.Append.Marks)).Where(m => m.Marks is not null).ToList();
        Set(parameters, 26, marks, m => m.Place);
        Set(parameters, 27, marks, m => m.Marks!.ContactId);
        Set(parameters, 28, marks, m => (short)m.Marks!.Priority);
        Set(parameters, 29, marks, m => Lines(m.Marks!.Tags));
        Set(parameters, 30, marks, m => m.Marks!.SnoozedUntil?.UtcDateTime);
        Set(parameters, 31, marks, m => m.Marks!.IsSpam);
        Set(parameters, 32, marks, m => Lines(m.Marks!.Mentioned));
    }

    /// <summary>Fills the parameters of <see cref="ReadBack"/>, which are the first five of the others.</summary>
    public static void FillHeads(NpgsqlParameterCollection parameters, IReadOnlyList<PendingAppend> appends)
    {
        ((NpgsqlParameter<int[]>)parameters[0]).TypedValue = [.. Enumerable.Range(0, appends.Count)];
        Set(parameters, 1, appends, a => a.Key);
        Set(parameters, 2, appends, a => a.Position.Epoch);
        Set(parameters, 3, appends, a => a.Position.Revision);
        Set(parameters, 4, appends, a => a.Position.Seq);
    }

    // Neither tags nor ids have control characters.
    private static string? Lines(ImmutableArray<string> words) => words.IsEmpty ? null : string.Join('\n', words);

    private static void Set<TItem, T>(NpgsqlParameterCollection parameters, int index, IReadOnlyList<TItem> items, Func<TItem, T> value)
    {
        var values = new T[items.Count];
        for (var i = 0; i < values.Length; i++) values[i] = value(items[i]);
        ((NpgsqlParameter<T[]>)parameters[index]).TypedValue = values;
    }

    private static NpgsqlParameter<T[]> Array<T>(NpgsqlDbType type) => new() { NpgsqlDbType = NpgsqlDbType.Array | type, TypedValue = [] };
}
