using System.Collections.Immutable;

namespace SupportPlatform.Conversations;

/// <summary>How fast people were in a conversation since a person was wanted last.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.sla-view")]
public sealed record SlaView
{
    /// <summary>When a person was wanted, or came unasked; null where neither was ever so.</summary>
    [Id(0)] public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended: resolved, or given back to the assistant.</summary>
    [Id(1)] public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The clocks; of those of next responses the last one.</summary>
    [Id(2)] public ImmutableArray<SlaClockView> Clocks { get; init; } = [];

    /// <summary>How many clocks were late.</summary>
    [Id(3)] public int Breaches { get; init; }
}
