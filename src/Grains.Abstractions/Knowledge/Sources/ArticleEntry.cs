namespace SupportPlatform.Knowledge;

/// <summary>An article of the help centre.</summary>
[GenerateSerializer, Immutable, Alias("support.knowledge.article-entry")]
public sealed record ArticleEntry
{
    /// <summary>Its id, 1 to 100 letters, digits, <c>.</c>, <c>_</c>, <c>:</c> and <c>-</c>; null for one that is derived from the title.</summary>
    [Id(0)] public string? Id { get; init; }

    /// <summary>Its title, at most 300 characters.</summary>
    [Id(1)] public required string Title { get; init; }

    /// <summary>Its text as Markdown, at most 200,000 characters.</summary>
    [Id(2)] public required string Body { get; init; }

    /// <summary>The category that it is listed under, at most 100 characters.</summary>
    [Id(3)] public string? Category { get; init; }

    /// <summary>Its language as a BCP 47 tag.</summary>
    [Id(4)] public string? Locale { get; init; }

    /// <summary><c>published</c>, or <c>draft</c>, which answers do not use.</summary>
    [Id(5)] public string State { get; init; } = SourceStates.Published;

    /// <summary>For whom it is; see <see cref="Audiences"/>.</summary>
    [Id(6)] public string Audience { get; init; } = Audiences.Customers;
}
