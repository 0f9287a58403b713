using System.Collections.Frozen;

namespace SupportPlatform.Conversations;

/// <summary>The names of the events on the wire, and who may see them.</summary>
public static class EventTypes
{
    public const string ConversationStarted = "conversation-started";
    public const string ContactIdentified = "contact-identified";
    public const string MessagePosted = "message-posted";
    public const string AttachmentProcessed = "attachment-processed";
    public const string TurnStarted = "turn-started";
    public const string TurnCompleted = "turn-completed";
    public const string TurnCancelled = "turn-cancelled";
    public const string TurnFailed = "turn-failed";
    public const string ToolCalled = "tool-called";
    public const string ToolCompleted = "tool-completed";
    public const string ConfirmationRequested = "confirmation-requested";
    public const string ConfirmationResolved = "confirmation-resolved";
    public const string EscalationRequested = "escalation-requested";
    public const string Queued = "queued";
    public const string AgentJoined = "agent-joined";
    public const string AgentLeft = "agent-left";
    public const string NoteAdded = "note-added";
    public const string FormRequested = "form-requested";
    public const string FormSubmitted = "form-submitted";
    public const string Rated = "rated";
    public const string Resolved = "resolved";
    public const string Reopened = "reopened";
    public const string Transferred = "transferred";
    public const string Snoozed = "snoozed";
    public const string Woken = "woken";
    public const string Tagged = "tagged";
    public const string PrioritySet = "priority-set";
    public const string SpamSet = "spam-set";
    public const string SlaBreached = "sla-breached";
    public const string Whispered = "whispered";
    public const string ApprovalSet = "approval-set";
    public const string DraftProposed = "draft-proposed";
    public const string DraftApproved = "draft-approved";
    public const string DraftRejected = "draft-rejected";
    public const string DraftStale = "draft-stale";

    /// <summary>All of them that happen.</summary>
    public static readonly FrozenSet<string> All = new[]
    {
        ConversationStarted, MessagePosted, AttachmentProcessed, TurnStarted, TurnCompleted, TurnCancelled, TurnFailed, EscalationRequested, Queued,
        AgentJoined, AgentLeft, NoteAdded, FormRequested, FormSubmitted, Rated, Resolved, Reopened, SlaBreached,
        ContactIdentified, Transferred, Snoozed, Woken, Tagged, PrioritySet, SpamSet, Whispered, ApprovalSet, DraftProposed, DraftApproved,
        DraftRejected, DraftStale,
    }.ToFrozenSet();

    private static readonly FrozenSet<string> StaffOnly = new[]
    {
        NoteAdded, ToolCalled, Transferred, Snoozed, Woken, Tagged, PrioritySet, SpamSet, SlaBreached, Whispered, ApprovalSet,
        DraftProposed, DraftApproved, DraftRejected, DraftStale,
    }.ToFrozenSet();

    /// <summary>Whether events of this type enter the stream of an audience.</summary>
    public static bool IsVisible(string type, Audience audience) => audience == Audience.Staff || !StaffOnly.Contains(type);
}
