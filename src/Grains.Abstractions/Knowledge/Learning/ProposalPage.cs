using System.Collections.Immutable;

namespace SupportPlatform.Knowledge;

/// <summary>Proposals, the most frequent first; those that would change nothing are left out.</summary>
[GenerateSerializer, Immutable, Alias("support.knowledge.proposal-page")]
public sealed record ProposalPage
{
    /// <summary>The proposals; a page may have fewer than were asked for, and others follow.</summary>
    [Id(0)] public required ImmutableArray<ProposalView> Items { get; init; }

    /// <summary>What the next page begins after; null at the end.</summary>
    [Id(1)] public string? Next { get; init; }
}
