namespace SupportPlatform.Conversations;

/// <summary>Why a conversation wants or wanted a person, in a list.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.line-escalation")]
public sealed record LineEscalation
{
    /// <summary>One of <see cref="EscalationTypes"/>.</summary>
    [Id(0)] public required string Type { get; init; }

    /// <summary>One of <see cref="EscalationReasons"/>; null for what was escalated before reasons were kept.</summary>
    [Id(1)] public string? Reason { get; init; }
}
