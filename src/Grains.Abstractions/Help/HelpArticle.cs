namespace SupportPlatform.Help;

/// <summary>A published article.</summary>
[GenerateSerializer, Immutable, Alias("support.help.help-article")]
public sealed record HelpArticle
{
    /// <summary>Its id.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>Its title.</summary>
    [Id(1)] public required string Title { get; init; }

    /// <summary>Its text as Markdown.</summary>
    [Id(2)] public required string Body { get; init; }

    /// <summary>Its category; empty for none.</summary>
    [Id(3)] public string Category { get; init; } = "";

    /// <summary>Its language as a BCP 47 tag; null for the store's own.</summary>
    [Id(4)] public string? Locale { get; init; }

    /// <summary>When it was last changed.</summary>
    [Id(5)] public DateTimeOffset UpdatedAt { get; init; }
}
