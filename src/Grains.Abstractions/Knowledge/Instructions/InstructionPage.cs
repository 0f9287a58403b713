using System.Collections.Immutable;

namespace SupportPlatform.Knowledge;

/// <summary>Instructions, by id.</summary>
[GenerateSerializer, Immutable, Alias("support.knowledge.instruction-page")]
public sealed record InstructionPage
{
    /// <summary>The instructions.</summary>
    [Id(0)] public required ImmutableArray<InstructionView> Items { get; init; }

    /// <summary>The id after which the next page begins; null at the end.</summary>
    [Id(1)] public string? Next { get; init; }
}
