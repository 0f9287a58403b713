using System.Collections.Immutable;

namespace SupportPlatform.Knowledge;

/// <summary>Passages of a source, in order.</summary>
[GenerateSerializer, Immutable, Alias("support.knowledge.passage-page")]
public sealed record PassagePage
{
    /// <summary>The passages.</summary>
    [Id(0)] public required ImmutableArray<PassageView> Items { get; init; }

    /// <summary>The place at which the next page begins; null at the end.</summary>
    [Id(1)] public int? Next { get; init; }
}
