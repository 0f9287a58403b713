using System.Collections.Immutable;
using SupportPlatform.Agents;

namespace SupportPlatform.Conversations;

/// <summary>What is committed together: events, the state after them, and what falls due because of them.</summary>
internal sealed record LogAppend
{
    /// <summary>The events, in their order; none when only the state or due rows change.</summary>
    public required ImmutableArray<NewEvent> Events { get; init; }

    /// <summary>When it happened; kept to the microsecond.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The aggregate's state after it, as JSON text.</summary>
    public required string State { get; init; }

    /// <summary>The conversation's status after it, for lists.</summary>
    public required string Status { get; init; }

    /// <summary>The team whose queue it waits in after it; null when it does not wait.</summary>
    public string? Desk { get; init; }

    /// <summary>Since when it waits; null when it does not.</summary>
    public DateTimeOffset? WaitingSince { get; init; }

    /// <summary>The human agent who has the floor after it; null: the assistant.</summary>
    public string? Agent { get; init; }

    /// <summary>Changes of due rows; of several for one kind the last holds.</summary>
    public required ImmutableArray<DueChange> Dues { get; init; }

    /// <summary>The slot that <see cref="Agent"/> takes by it; the append is refused, as if fenced, when it may be taken by now.</summary>
    public AgentSlot? Slot { get; init; }

    /// <summary>The contact whose conversation it is after it, where that changes.</summary>
    public string? ContactId { get; init; }
}
