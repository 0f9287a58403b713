using System.Collections.Immutable;

namespace SupportPlatform.Knowledge;

/// <summary>Articles, by id.</summary>
[GenerateSerializer, Immutable, Alias("support.knowledge.article-page")]
public sealed record ArticlePage
{
    /// <summary>The articles.</summary>
    [Id(0)] public required ImmutableArray<ArticleView> Items { get; init; }

    /// <summary>The id after which the next page begins; null at the end.</summary>
    [Id(1)] public string? Next { get; init; }
}
