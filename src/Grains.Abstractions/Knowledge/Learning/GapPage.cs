using System.Collections.Immutable;

namespace SupportPlatform.Knowledge;

/// <summary>Gaps, the most asked first.</summary>
[GenerateSerializer, Immutable, Alias("support.knowledge.gap-page")]
public sealed record GapPage
{
    /// <summary>The gaps.</summary>
    [Id(0)] public required ImmutableArray<GapView> Items { get; init; }

    /// <summary>What the next page begins after; null at the end.</summary>
    [Id(1)] public string? Next { get; init; }
}
