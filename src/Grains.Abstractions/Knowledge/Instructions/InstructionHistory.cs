using System.Collections.Immutable;

namespace SupportPlatform.Knowledge;

/// <summary>The versions of an instruction, newest first; at most 100.</summary>
[GenerateSerializer, Immutable, Alias("support.knowledge.instruction-history")]
public sealed record InstructionHistory
{
    /// <summary>The versions.</summary>
    [Id(0)] public required ImmutableArray<InstructionVersion> Items { get; init; }
}
