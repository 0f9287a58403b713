namespace SupportPlatform.Conversations;

/// <summary>One clock of a conversation.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.sla-clock-view")]
public sealed record SlaClockView
{
    /// <summary>One of <see cref="SlaClocks"/>.</summary>
    [Id(0)] public required string Clock { get; init; }

    /// <summary>When it began.</summary>
    [Id(1)] public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The name of the policy that it goes by; null where none fits.</summary>
    [Id(2)] public string? Policy { get; init; }

    /// <summary>By when it has to end; null without a limit, and while it stands.</summary>
    [Id(3)] public DateTimeOffset? DueAt { get; init; }

    /// <summary>When it ended.</summary>
    [Id(4)] public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When it was found to be late.</summary>
    [Id(5)] public DateTimeOffset? BreachedAt { get; init; }

    /// <summary>Whether it stands, since the conversation is put aside.</summary>
    [Id(6)] public bool IsPaused { get; init; }
}
