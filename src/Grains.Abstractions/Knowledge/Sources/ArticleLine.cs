namespace SupportPlatform.Knowledge;

/// <summary>A line of an import of articles.</summary>
[GenerateSerializer, Immutable, Alias("support.knowledge.article-line")]
public sealed record ArticleLine
{
    /// <summary>Its number in the file, counted from 1.</summary>
    [Id(0)] public required int Line { get; init; }

    /// <summary>What it says.</summary>
    [Id(1)] public required ArticleEntry Entry { get; init; }
}
