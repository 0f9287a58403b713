using System.Collections.Immutable;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Conversations;

/// <summary>What a running turn found and decided, before it writes; for staff alone.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.turn-evidence")]
public sealed record TurnEvidence
{
    /// <summary>What the turn does: <c>answer</c>, <c>ask-which</c>, <c>ask-more</c>, <c>offer-person</c>, <c>still-stuck</c>, <c>wants-person</c> or <c>small-talk</c>.</summary>
    [Id(0)] public required string Decision { get; init; }

    /// <summary>How much of the question the best statement covers, 0 to 1.</summary>
    [Id(1)] public required double Coverage { get; init; }

    /// <summary>The passages that it writes from, the first being number 1.</summary>
    [Id(2)] public ImmutableArray<SearchHit> Passages { get; init; } = [];
}
