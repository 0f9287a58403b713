using System.Collections.Immutable;

namespace SupportPlatform.Knowledge;

/// <summary>A question with its answer, and what became of it.</summary>
[GenerateSerializer, Immutable, Alias("support.knowledge.faq-view")]
public sealed record FaqView
{
    /// <summary>Its id.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>The question.</summary>
    [Id(1)] public required string Question { get; init; }

    /// <summary>Other ways to ask it.</summary>
    [Id(2)] public required ImmutableArray<string> Variants { get; init; }

    /// <summary>The answer as Markdown.</summary>
    [Id(3)] public required string Answer { get; init; }

    /// <summary>The category.</summary>
    [Id(4)] public string? Category { get; init; }

    /// <summary>The language.</summary>
    [Id(5)] public string? Locale { get; init; }

    /// <summary>How many times it was replaced, counted from 1.</summary>
    [Id(6)] public required long Revision { get; init; }

    /// <summary>In how many answers it was cited.</summary>
    [Id(7)] public required long Answers { get; init; }

    /// <summary>When it was changed last.</summary>
    [Id(8)] public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary><c>published</c> or <c>draft</c>.</summary>
    [Id(10)] public string State { get; init; } = SourceStates.Published;

    /// <summary>For whom it is; see <see cref="Audiences"/>.</summary>
    [Id(9)] public string Audience { get; init; } = Audiences.Customers;
}
