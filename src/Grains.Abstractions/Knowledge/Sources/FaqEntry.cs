using System.Collections.Immutable;

namespace SupportPlatform.Knowledge;

/// <summary>A question with its answer.</summary>
[GenerateSerializer, Immutable, Alias("support.knowledge.faq-entry")]
public sealed record FaqEntry
{
    /// <summary>Its id, 1 to 100 letters, digits, <c>.</c>, <c>_</c>, <c>:</c> and <c>-</c>; null for one that is derived from the question.</summary>
    [Id(0)] public string? Id { get; init; }

    /// <summary>The question as it is shown, at most 1,000 characters.</summary>
    [Id(1)] public required string Question { get; init; }

    /// <summary>Other ways to ask it, at most 200 of 1,000 characters; found, never shown.</summary>
    [Id(2)] public ImmutableArray<string> Variants { get; init; } = [];

    /// <summary>The answer as Markdown, at most 20,000 characters.</summary>
    [Id(3)] public required string Answer { get; init; }

    /// <summary>The category that it is listed under, at most 100 characters.</summary>
    [Id(4)] public string? Category { get; init; }

    /// <summary>Its language as a BCP 47 tag.</summary>
    [Id(5)] public string? Locale { get; init; }

    /// <summary><c>published</c>, or <c>draft</c> for one that answers do not use; a draft may be without an answer.</summary>
    [Id(7)] public string State { get; init; } = SourceStates.Published;

    /// <summary>For whom it is; see <see cref="Audiences"/>.</summary>
    [Id(6)] public string Audience { get; init; } = Audiences.Customers;
}
