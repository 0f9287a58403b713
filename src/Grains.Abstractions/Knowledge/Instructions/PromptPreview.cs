using System.Collections.Immutable;

namespace SupportPlatform.Knowledge;

/// <summary>What a message would make of the prompt.</summary>
[GenerateSerializer, Immutable, Alias("support.knowledge.prompt-preview")]
public sealed record PromptPreview
{
    /// <summary>The prompt's id with its version.</summary>
    [Id(0)] public required string PromptId { get; init; }

    /// <summary>The first 16 hexadecimal digits of the SHA-256 of the prompt's template.</summary>
    [Id(1)] public required string PromptHash { get; init; }

    /// <summary>What the assistant would do: <c>answer</c>; or <c>ask-which</c>, <c>offer-person</c> and others, for which no model is asked.</summary>
    [Id(2)] public required string Decision { get; init; }

    /// <summary>The messages that the model would be sent; none where it would not be asked.</summary>
    [Id(3)] public required ImmutableArray<PromptMessage> Messages { get; init; }

    /// <summary>The passages in them, best first.</summary>
    [Id(4)] public required ImmutableArray<SearchHit> Passages { get; init; }

    /// <summary>The instructions in them, as <c>id/version</c>.</summary>
    [Id(5)] public required ImmutableArray<string> Instructions { get; init; }

    /// <summary>What each part costs, and what had no room.</summary>
    [Id(6)] public required ImmutableArray<PromptPart> Parts { get; init; }

    /// <summary>The instructions that had no room, as <c>id/version</c>, the most relevant first.</summary>
    [Id(7)] public ImmutableArray<string> CutInstructions { get; init; } = [];
}
