using System.Collections.Immutable;

namespace SupportPlatform.Knowledge;

/// <summary>The answers of a test, side by side.</summary>
[GenerateSerializer, Immutable, Alias("support.knowledge.instruction-test-result")]
public sealed record InstructionTestResult
{
    /// <summary>One row a message.</summary>
    [Id(0)] public required ImmutableArray<InstructionTestRow> Rows { get; init; }
}
