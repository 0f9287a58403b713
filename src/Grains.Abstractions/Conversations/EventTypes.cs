using System.Collections.Frozen;

namespace SupportPlatform.Conversations;

/// <summary>The names of the events on the wire, and who may see them.</summary>
public static class EventTypes
{
    public const string ConversationStarted = "conversation-started";
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
    public const string SlaBreached = "sla-breached";

    /// <summary>All of them that happen.</summary>
    public static readonly FrozenSet<string> All = new[]
    {
        ConversationStarted, MessagePosted, AttachmentProcessed, TurnStarted, TurnCompleted, TurnCancelled, TurnFailed, EscalationRequested, Queued,
        AgentJoined, AgentLeft, NoteAdded, FormRequested, FormSubmitted, Rated, Resolved, Reopened, SlaBreached,
    }.ToFrozenSet();

    private static readonly FrozenSet<string> StaffOnly = new[] { NoteAdded, ToolCalled, SlaBreached }.ToFrozenSet();

    /// <summary>Whether events of this type enter the stream of an audience.</summary>
    public static bool IsVisible(string type, Audience audience) => audience == Audience.Staff || !StaffOnly.Contains(type);
}
