namespace SupportPlatform.Knowledge;

/// <summary>A message with both answers.</summary>
[GenerateSerializer, Immutable, Alias("support.knowledge.instruction-test-row")]
public sealed record InstructionTestRow
{
    /// <summary>The message.</summary>
    [Id(0)] public required string Message { get; init; }

    /// <summary>The answer with what is published.</summary>
    [Id(1)] public required AnswerView Published { get; init; }

    /// <summary>The answer with the draft.</summary>
    [Id(2)] public required AnswerView Draft { get; init; }
}
