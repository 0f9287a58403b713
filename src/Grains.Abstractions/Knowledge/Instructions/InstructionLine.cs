namespace SupportPlatform.Knowledge;

/// <summary>A line of an import of instructions.</summary>
[GenerateSerializer, Immutable, Alias("support.knowledge.instruction-line")]
public sealed record InstructionLine
{
    /// <summary>Its number in the file, counted from 1.</summary>
    [Id(0)] public required int Line { get; init; }

    /// <summary>What it says.</summary>
    [Id(1)] public required InstructionEntry Entry { get; init; }
}
