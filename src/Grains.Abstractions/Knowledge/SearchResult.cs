using System.Collections.Immutable;

namespace SupportPlatform.Knowledge;

/// <summary>The passages found, best first.</summary>
[GenerateSerializer, Immutable, Alias("support.knowledge.search-result")]
public sealed record SearchResult
{
    /// <summary>The passages.</summary>
    [Id(0)] public required ImmutableArray<SearchHit> Hits { get; init; }
}
