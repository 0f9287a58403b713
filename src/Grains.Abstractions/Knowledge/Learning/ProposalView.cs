using System.Collections.Immutable;

namespace SupportPlatform.Knowledge;

/// <summary>A question with an answer that worked for customers, for somebody to publish.</summary>
[GenerateSerializer, Immutable, Alias("support.knowledge.proposal-view")]
public sealed record ProposalView
{
    /// <summary>Its id; also that of a new entry made from it.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>See <see cref="ProposalKinds"/>.</summary>
    [Id(1)] public required string Kind { get; init; }

    /// <summary>The entry that it is about, unless it is a new one.</summary>
    [Id(2)] public string? FaqId { get; init; }

    /// <summary>The question, without personal data.</summary>
    [Id(3)] public required string Question { get; init; }

    /// <summary>Other ways in which it was asked; at most 20.</summary>
    [Id(4)] public required ImmutableArray<string> Variants { get; init; }

    /// <summary>The answer, without personal data and citations.</summary>
    [Id(5)] public required string Answer { get; init; }

    /// <summary>How sure it is, 0 to 1: how often such an answer was given, by whom, how it was rated, and how alike they are.</summary>
    [Id(6)] public required double Confidence { get; init; }

    /// <summary>How many times it was answered so.</summary>
    [Id(7)] public required long Count { get; init; }

    /// <summary>See <see cref="ProposalStatuses"/>.</summary>
    [Id(8)] public required string Status { get; init; }

    /// <summary>The conversations of the last 50 times, newest first, by public id.</summary>
    [Id(9)] public required ImmutableArray<string> Conversations { get; init; }

    /// <summary>When it was answered so last.</summary>
    [Id(10)] public required DateTimeOffset LastAt { get; init; }
}
