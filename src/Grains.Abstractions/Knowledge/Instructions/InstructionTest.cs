using System.Collections.Immutable;

namespace SupportPlatform.Knowledge;

/// <summary>Messages to be answered with a draft and without.</summary>
[GenerateSerializer, Immutable, Alias("support.knowledge.instruction-test")]
public sealed record InstructionTest
{
    /// <summary>The messages, 1 to 10.</summary>
    [Id(0)] public required ImmutableArray<string> Messages { get; init; }

    /// <summary>The draft; it takes the place of the published instruction with its id.</summary>
    [Id(1)] public required InstructionEntry Draft { get; init; }
}
