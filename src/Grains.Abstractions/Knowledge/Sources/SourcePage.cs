using System.Collections.Immutable;

namespace SupportPlatform.Knowledge;

/// <summary>Sources of one kind, by id.</summary>
[GenerateSerializer, Immutable, Alias("support.knowledge.source-page")]
public sealed record SourcePage
{
    /// <summary>The sources.</summary>
    [Id(0)] public required ImmutableArray<SourceView> Items { get; init; }

    /// <summary>The id after which the next page begins; null at the end.</summary>
    [Id(1)] public string? Next { get; init; }
}
