using System.Collections.Immutable;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Models;

/// <summary>How an answer came about; kept with the turn, shown to staff.</summary>
internal sealed record TurnTrace
{
    /// <summary>The model that wrote it.</summary>
    public required string Model { get; init; }

    /// <summary>The prompt's id with its version, as <c>answer/2</c>.</summary>
    public required string PromptId { get; init; }

    /// <summary>The first 16 hexadecimal digits of the SHA-256 of the prompt's template.</summary>
    public required string PromptHash { get; init; }

    /// <summary>Tokens read, by the provider's count or the estimator's.</summary>
    public int InputTokens { get; init; }

    /// <summary>Tokens written, by the provider's count or the estimator's.</summary>
    public int OutputTokens { get; init; }

    /// <summary>The passages that were supplied, best first.</summary>
    public ImmutableArray<SearchHit> Passages { get; init; } = [];

    /// <summary>The store's instructions that were supplied, as <c>id/version</c>.</summary>
    public ImmutableArray<string> Instructions { get; init; } = [];

    /// <summary>What each part of the prompt cost, and how much of it had no room.</summary>
    public ImmutableArray<PromptPart> Parts { get; init; } = [];

    /// <summary>The store's instructions that had no room, as <c>id/version</c>, the most relevant first.</summary>
    public ImmutableArray<string> CutInstructions { get; init; } = [];

    /// <summary>What the turn decided, as in <see cref="Conversations.TurnEvidence.Decision"/>; null where it decided nothing.</summary>
    public string? Decision { get; init; }

    /// <summary>What staff had whispered, oldest first.</summary>
    public ImmutableArray<string> Guidance { get; init; } = [];
}
