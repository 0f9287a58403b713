using SupportPlatform.Agents;

namespace SupportPlatform.Conversations;

/// <summary>Puts together the statement of a list, of what its filter asks for alone, so that each has its index.</summary>
internal sealed class ListStatement
{
    private const string Here = "c.snoozed_until IS NULL AND NOT c.is_spam";
    private readonly List<object?> _values = [];
    private readonly List<string> _wanted = [];

    /// <summary>The statement of a page.</summary>
    /// <param name="store">The store.</param>
    /// <param name="filter">What is wanted.</param>
    /// <param name="me">The agent whose list it is; null for somebody who is none.</param>
    /// <param name="at">Where the page before ended; null for the first.</param>
    /// <param name="key">The key of its last conversation.</param>
    public ListStatement(string store, ConversationFilter filter, StoredAgent? me, DateTime? at, string? key)
    {
        IsQueue = filter.Status == ConversationStatus.Waiting || filter.View is InboxView.Waiting or InboxView.Unassigned;

        // What was created but never begun has no event.
        Want($"c.store = {Value(store)} AND c.last_seq > 0");
        if (filter.Status is { } status) Want($"c.status = {Value(WireStatus.Of(status))}");
        if (filter.Desk is { } desk) Want($"c.desk = {Value(desk)}");
        if (filter.AgentId is { } agent) Want($"c.agent = {Value(agent)}");
        if (filter.ContactId is { } contact) Want($"c.contact_id = {Value(contact)}");
        if (filter.Tag is { } tag) Want($"c.tags @> ARRAY[{Value(tag)}::text] AND c.tags IS NOT NULL");
        if (filter.Priority is { } priority) Want($"c.priority = {Value((short)priority)}");
        if (filter.View is { } view) Want(Shown(view, filter.Of, me));
        if (IsQueue) Want("c.queued_at IS NOT NULL");
        var (column, direction, sign) = IsQueue ? ("c.queued_at", "", ">") : ("c.listed_at", " DESC", "<");
        if (at is { } last)
        {
            last = DateTime.SpecifyKind(last, IsQueue ? DateTimeKind.Unspecified : DateTimeKind.Utc);
            Want($"({column}, c.key) {sign} ({Value(last)}, {Value(key)})");
        }

        Text = $"""
            SELECT {LineRow.Columns} FROM conversations c
             WHERE {string.Join(" AND ", _wanted)}
             ORDER BY {column}{direction}, c.key{direction} LIMIT {Value(filter.Limit + 1L)}
            """;
    }

    /// <summary>Whether the list is in the order of a queue; else the latest changed come first.</summary>
    public bool IsQueue { get; }

    /// <summary>The statement.</summary>
    public string Text { get; }

    /// <summary>The values of its parameters.</summary>
    public object?[] Values => [.. _values];

    private string Shown(InboxView view, string? agentId, StoredAgent? me) => view switch
    {
        InboxView.Mine => $"c.agent = {Value(agentId)} AND {Here}",
        InboxView.Waiting => Here,
        InboxView.Unassigned => me is { Profile.Desks.IsEmpty: false } ? $"c.desk = ANY ({Value(me.Profile.Desks.ToArray())}) AND {Here}" : Here,
        InboxView.Assistant => $"c.status = 'open' AND c.status <> 'resolved' AND {Here}",
        InboxView.Others => $"c.agent IS NOT NULL AND c.agent <> {Value(agentId ?? "")} AND c.status <> 'resolved' AND {Here}",
        InboxView.All => $"c.status <> 'resolved' AND {Here}",
        InboxView.Snoozed => "c.snoozed_until IS NOT NULL AND NOT c.is_spam",
        InboxView.Resolved => $"c.status = 'resolved' AND {Here}",
        InboxView.Spam => "c.is_spam",
        InboxView.Mentions => $"c.mentioned @> ARRAY[{Value(agentId)}::text] AND c.mentioned IS NOT NULL AND c.status <> 'resolved' AND {Here}",
    };

    private void Want(string condition) => _wanted.Add(condition);

    private string Value(object? value)
    {
        _values.Add(value);
        return $"${_values.Count}";
    }
}
