using System.Collections.Immutable;

namespace SupportPlatform.Knowledge;

/// <summary>The answer of one turn.</summary>
[GenerateSerializer, Immutable, Alias("support.knowledge.answer-view")]
public sealed record AnswerView
{
    /// <summary>The text, with markers <c>[n]</c>.</summary>
    [Id(0)] public required string Answer { get; init; }

    /// <summary>The passages behind the markers.</summary>
    [Id(1)] public required ImmutableArray<Citation> Citations { get; init; }

    /// <summary>How sure it is, 0 to 1.</summary>
    [Id(2)] public required double Confidence { get; init; }

    /// <summary><c>answered</c>, <c>clarify</c>, <c>handoff</c> or <c>refused</c>; see <see cref="Outcomes"/>.</summary>
    [Id(3)] public required string Outcome { get; init; }

    /// <summary>Choices or follow-up questions that can be answered from the same knowledge.</summary>
    [Id(4)] public ImmutableArray<string> Suggestions { get; init; } = [];
}
