using System.Collections.Immutable;

namespace SupportPlatform.Knowledge;

/// <summary>Lines of an import of articles.</summary>
[GenerateSerializer, Immutable, Alias("support.knowledge.article-import")]
public sealed record ArticleImport
{
    /// <summary>The lines, at most 500.</summary>
    [Id(0)] public required ImmutableArray<ArticleLine> Lines { get; init; }

    /// <summary>Whether to change nothing and only say what would be changed.</summary>
    [Id(1)] public bool DryRun { get; init; }
}
