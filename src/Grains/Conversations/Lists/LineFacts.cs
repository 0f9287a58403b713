using System.Collections.Immutable;

namespace SupportPlatform.Conversations;

/// <summary>What lists show of a conversation's state; see <see cref="ConversationState"/>.</summary>
internal sealed record LineFacts
{
    public string? ContactName { get; init; }

    public string? AgentName { get; init; }

    public string? EscalationType { get; init; }

    public string? EscalationReason { get; init; }

    public ConversationPriority Priority { get; init; }

    public ImmutableArray<string>? Tags { get; init; }

    public DateTimeOffset? SnoozedUntil { get; init; }

    public bool IsSpam { get; init; }

    public LineMessage? LastMessage { get; init; }

    public SlaState? Sla { get; init; }
}
