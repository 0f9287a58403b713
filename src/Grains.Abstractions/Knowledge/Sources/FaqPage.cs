using System.Collections.Immutable;

namespace SupportPlatform.Knowledge;

/// <summary>Questions with their answers, by id.</summary>
[GenerateSerializer, Immutable, Alias("support.knowledge.faq-page")]
public sealed record FaqPage
{
    /// <summary>The entries.</summary>
    [Id(0)] public required ImmutableArray<FaqView> Items { get; init; }

    /// <summary>The id after which the next page begins; null at the end.</summary>
    [Id(1)] public string? Next { get; init; }
}
