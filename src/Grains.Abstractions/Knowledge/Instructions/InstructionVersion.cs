using System.Collections.Immutable;

namespace SupportPlatform.Knowledge;

/// <summary>A version of an instruction.</summary>
[GenerateSerializer, Immutable, Alias("support.knowledge.instruction-version")]
public sealed record InstructionVersion
{
    /// <summary>Its number, counted from 1.</summary>
    [Id(0)] public required long Version { get; init; }

    /// <summary>What it said.</summary>
    [Id(1)] public required string Text { get; init; }

    /// <summary>Its state.</summary>
    [Id(2)] public required string State { get; init; }

    /// <summary>Who wrote it.</summary>
    [Id(3)] public string? Author { get; init; }

    /// <summary>When it was written.</summary>
    [Id(4)] public required DateTimeOffset At { get; init; }

    /// <summary>How the text differs from the version before: lines that begin with <c>+ </c>, <c>- </c> or two spaces.</summary>
    [Id(5)] public required ImmutableArray<string> Diff { get; init; }
}
