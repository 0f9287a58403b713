using System.Collections.Immutable;

namespace SupportPlatform.Knowledge;

/// <summary>Lines of an import of instructions.</summary>
[GenerateSerializer, Immutable, Alias("support.knowledge.instruction-import")]
public sealed record InstructionImport
{
    /// <summary>The lines, at most 500.</summary>
    [Id(0)] public required ImmutableArray<InstructionLine> Lines { get; init; }

    /// <summary>Whether to change nothing and only say what would be changed.</summary>
    [Id(1)] public bool DryRun { get; init; }
}
