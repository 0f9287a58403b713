using System.Collections.Immutable;
using SupportPlatform.Models;

namespace SupportPlatform.Conversations;

/// <summary>
/// What the rules decide from; small, whatever the log's length. It is stored with each append, so that an activation
/// needs only it and the log's tail.
/// </summary>
internal sealed record ConversationState
{
    /// <summary>The contact's id within the store.</summary>
    public required string ContactId { get; init; }

    /// <summary>Where the customer writes from.</summary>
    public required string Channel { get; init; }

    /// <summary>The customer's language as a BCP 47 tag, when known.</summary>
    public string? Locale { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The number of the last event.</summary>
    public long LastSeq { get; init; }

    /// <summary>Where it stands.</summary>
    public ConversationStatus Status { get; init; } = ConversationStatus.Open;

    /// <summary>The floor's number; it grows with each change of speaker.</summary>
    public long Floor { get; init; } = 1;

    /// <summary>The human agent who has the floor; null: the assistant.</summary>
    public string? FloorHolder { get; init; }

    /// <summary>That agent's name.</summary>
    public string? AgentName { get; init; }

    /// <summary>The address of that agent's picture.</summary>
    public string? AgentPictureUrl { get; init; }

    /// <summary>The number of the last message of a human agent.</summary>
    public long LastAgentSeq { get; init; }

    /// <summary>The team whose queue it waits in, or waited in last.</summary>
    public string? Desk { get; init; }

    /// <summary>Since when a person is waited for.</summary>
    public DateTimeOffset? WaitingSince { get; init; }

    /// <summary>The place in the queue that the customer was told last, since it waits.</summary>
    public int? QueuePosition { get; init; }

    /// <summary>For what kind of help; one of <see cref="EscalationTypes"/>.</summary>
    public string? EscalationType { get; init; }

    /// <summary>The number of the first customer message that waits for the assistant.</summary>
    public long? UnansweredFrom { get; init; }

    /// <summary>When that message came.</summary>
    public DateTimeOffset? UnansweredAt { get; init; }

    /// <summary>The number of the customer's last message.</summary>
    public long LastCustomerSeq { get; init; }

    /// <summary>When the customer wrote last.</summary>
    public DateTimeOffset? LastCustomerAt { get; init; }

    /// <summary>The turn now running.</summary>
    public RunningTurn? Turn { get; init; }

    /// <summary>How many turns at the waiting messages failed.</summary>
    public int FailedAttempts { get; init; }

    /// <summary>How many turns in a row ended with a question back or an offer of a person.</summary>
    public int UnansweredTurns { get; init; }

    /// <summary>The form that the customer was asked to fill in last, until it is.</summary>
    public Form? AskedForm { get; init; }

    /// <summary>The ids of the last forms that the customer answered.</summary>
    public ImmutableArray<string> AnsweredForms { get; init; } = [];

    /// <summary>Whether the customer's mail address is known, vouched for by the store or written in a form.</summary>
    public bool HasMail { get; init; }

    /// <summary>The customer's name, vouched for by the store or written in a form.</summary>
    public string? ContactName { get; init; }

    /// <summary>Why a person was wanted; one of <see cref="EscalationReasons"/>.</summary>
    public string? EscalationReason { get; init; }

    /// <summary>How pressing it is.</summary>
    public ConversationPriority Priority { get; init; }

    /// <summary>Its tags.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Until when it is put aside.</summary>
    public DateTimeOffset? SnoozedUntil { get; init; }

    /// <summary>Whether it is spam.</summary>
    public bool IsSpam { get; init; }

    /// <summary>The agents whom notes named, the last one last.</summary>
    public ImmutableArray<string> Mentioned { get; init; } = [];

    /// <summary>The last message, for lists.</summary>
    public LineMessage? LastMessage { get; init; }

    /// <summary>Whether the customer attached something; null where it began before this was kept, and may have.</summary>
    public bool? HasAttachments { get; init; }

    /// <summary>The clocks of what people promise; null as long as nobody was wanted.</summary>
    public SlaState? Sla { get; init; }

    /// <summary>Whether staff approve answers here; null: as the store's settings say.</summary>
    public bool? NeedsApproval { get; init; }

    /// <summary>The running turn's answer, while it waits for approval.</summary>
    public PendingDraft? Draft { get; init; }

    /// <summary>What staff whispered last, oldest first.</summary>
    public ImmutableArray<Guidance> Guidance { get; init; } = [];

    /// <summary>Whether the assistant owes an answer.</summary>
    public bool OwesAnswer => UnansweredFrom is not null && FloorHolder is null && !IsSpam;

    /// <summary>Whether it stands in its desk's queue.</summary>
    public bool IsQueued => WaitingSince is not null && SnoozedUntil is null && !IsSpam;
}
