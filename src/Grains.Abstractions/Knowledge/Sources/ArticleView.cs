namespace SupportPlatform.Knowledge;

/// <summary>An article, and what became of it.</summary>
[GenerateSerializer, Immutable, Alias("support.knowledge.article-view")]
public sealed record ArticleView
{
    /// <summary>Its id.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>Its title.</summary>
    [Id(1)] public required string Title { get; init; }

    /// <summary>Its text as Markdown.</summary>
    [Id(2)] public required string Body { get; init; }

    /// <summary>The category.</summary>
    [Id(3)] public string? Category { get; init; }

    /// <summary>The language.</summary>
    [Id(4)] public string? Locale { get; init; }

    /// <summary><c>published</c> or <c>draft</c>.</summary>
    [Id(5)] public required string State { get; init; }

    /// <summary>How many times it was replaced, counted from 1.</summary>
    [Id(6)] public required long Revision { get; init; }

    /// <summary>In how many answers it was cited.</summary>
    [Id(7)] public required long Answers { get; init; }

    /// <summary>When it was changed last.</summary>
    [Id(8)] public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>For whom it is; see <see cref="Audiences"/>.</summary>
    [Id(9)] public string Audience { get; init; } = Audiences.Customers;
}
