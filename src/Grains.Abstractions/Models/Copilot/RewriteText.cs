namespace SupportPlatform.Models;

/// <summary>An agent wants a text written otherwise.</summary>
[GenerateSerializer, Immutable, Alias("support.models.rewrite-text")]
public sealed record RewriteText
{
    /// <summary>The text, at most 8,000 characters.</summary>
    [Id(0)] public required string Text { get; init; }

    /// <summary>One of <see cref="RewriteStyles"/>.</summary>
    [Id(1)] public required string Style { get; init; }

    /// <summary>The language of a translation as a BCP 47 tag.</summary>
    [Id(2)] public string? Locale { get; init; }
}
