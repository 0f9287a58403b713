using Npgsql;
using SupportPlatform.Conversations.Events;

namespace SupportPlatform.Conversations;

/// <summary>A conversation's row as lists read it.</summary>
/// <param name="Key">The conversation's key.</param>
/// <param name="ListedAt">Where it stands in lists by time.</param>
/// <param name="QueuedAt">Where it stands in queues; null where it is in none.</param>
/// <param name="Line">The line.</param>
internal sealed record LineRow(string Key, DateTime ListedAt, DateTime? QueuedAt, ConversationLine Line)
{
    // Nothing that people wrote becomes text of the database's: a NUL, which JSON can say and text cannot, would break the whole list.
    // That is why the state's number is taken by ->, which leaves the other strings alone, and never by ->>.

    /// <summary>The columns, of the table <c>c</c>; see <see cref="Read"/>.</summary>
    public const string Columns = """
        c.key, c.listed_at, c.queued_at, c.status, c.contact_id, c.channel, c.locale, c.last_seq, c.created_at, c.updated_at, c.desk, c.waiting_since, c.agent, c.state,
        (SELECT json_build_object('message', e.data, 'at', e.at)
           FROM events e
          WHERE c.status IN ('waiting', 'with-agent') AND e.key = c.key AND e.seq = (c.state -> 'lastCustomerSeq')::text::bigint)
        """;

    /// <summary>How many columns there are.</summary>
    public const int Count = 15;

    /// <summary>Reads the columns, which begin at the first.</summary>
    public static LineRow Read(NpgsqlDataReader reader)
    {
        // All that no list is filtered by is in the state, which each append writes anyway.
        var facts = reader.Text(13) is { } state ? EventFormat.ReadLine(state) : new LineFacts();
        var key = reader.GetString(0);
        var status = WireStatus.Parse(reader.GetString(3));
        var line = new ConversationLine
        {
            ConversationId = ConversationKey.FromGrainKey(key).PublicId,
            Status = status,
            ContactId = reader.GetString(4),
            Channel = reader.GetString(5),
            Locale = reader.Text(6),
            LastSeq = reader.GetInt64(7),
            StartedAt = reader.GetFieldValue<DateTimeOffset>(8),
            UpdatedAt = reader.GetFieldValue<DateTimeOffset>(9),
            Desk = reader.Text(10),
            WaitingSince = reader.IsDBNull(11) ? null : reader.GetFieldValue<DateTimeOffset>(11),
            AgentId = reader.Text(12),
            ContactName = facts.ContactName,
            AgentName = facts.AgentName,
            Escalation = facts.EscalationType is { } type ? new LineEscalation { Type = type, Reason = facts.EscalationReason } : null,
            Priority = facts.Priority,
            Tags = facts.Tags ?? [],
            SnoozedUntil = facts.SnoozedUntil,
            IsSpam = facts.IsSpam,
            LastMessage = facts.LastMessage is { Role: MessageRole.Agent } said && status != ConversationStatus.Waiting ? said : CustomersWords(reader) ?? facts.LastMessage,
            Sla = facts.Sla?.Running is { } running ? new LineSla { Clock = running.Name, DueAt = running.DueAt!.Value, Breached = running.BreachedAt is not null } : null,
        };
        return new LineRow(key, reader.GetDateTime(1), reader.IsDBNull(2) ? null : reader.GetDateTime(2), line);
    }

    // Whoever takes it over wants to read the customer, and not what the assistant said of that.
    private static LineMessage? CustomersWords(NpgsqlDataReader reader)
    {
        if (reader.Text(14) is not { } words) return null;
        var said = EventFormat.Read<LoggedMessage>(words);
        return new LineMessage { Role = said.Message.Role, Text = InboxRules.Beginning(said.Message.Text), At = said.At };
    }
}
