using System.Globalization;

namespace SupportPlatform.Conversations;

/// <summary>The kinds of due rows.</summary>
internal static class DueKinds
{
    /// <summary>A customer waits for an answer.</summary>
    public const string Answer = "answer";

    /// <summary>What was put aside is to come back.</summary>
    public const string Snooze = "snooze";

    /// <summary>The log has what the turns, or the search, do not have yet.</summary>
    public const string Turns = "turns";

    /// <summary>The earliest clock of what people promise runs out.</summary>
    public const string Sla = "sla";

    private const string RedactPrefix = "redact:";

    /// <summary>A source was removed, and its words are to go from the conversation. A kind for each removal.</summary>
    public static string Redact(long removal) => RedactPrefix + removal.ToString(CultureInfo.InvariantCulture);

    /// <summary>The removal's number in a kind; null in another kind.</summary>
    public static long? RemovalIn(string kind) =>
        kind.StartsWith(RedactPrefix, StringComparison.Ordinal) && long.TryParse(kind.AsSpan(RedactPrefix.Length), CultureInfo.InvariantCulture, out var removal) ? removal : null;

    private const string AgentGonePrefix = "agent-gone:";

    /// <summary>An agent was removed who had the conversation. A kind for each, so that it concerns nobody who came after.</summary>
    public static string AgentGone(string agentId) => AgentGonePrefix + agentId;

    /// <summary>The removed agent's id in a kind; null in another kind.</summary>
    public static string? GoneIn(string kind) =>
        kind.StartsWith(AgentGonePrefix, StringComparison.Ordinal) ? kind[AgentGonePrefix.Length..] : null;

    private const string AttachmentPrefix = "attachment:";

    /// <summary>
    /// An attachment has been read, and its conversation is to say so. A kind for each, so that none takes another's row
    /// away; the event carries it too, so that it is in the log once.
    /// </summary>
    public static string Attachment(string attachmentId) => AttachmentPrefix + attachmentId;

    /// <summary>The attachment's id in a kind; null in another kind.</summary>
    public static string? AttachmentIn(string kind) =>
        kind.StartsWith(AttachmentPrefix, StringComparison.Ordinal) ? kind[AttachmentPrefix.Length..] : null;
}
