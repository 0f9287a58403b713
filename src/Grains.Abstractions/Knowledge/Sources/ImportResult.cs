using System.Collections.Immutable;

namespace SupportPlatform.Knowledge;

/// <summary>What an import did, or would do.</summary>
[GenerateSerializer, Immutable, Alias("support.knowledge.import-result")]
public sealed record ImportResult
{
    /// <summary>How many entries were added.</summary>
    [Id(0)] public required int Added { get; init; }

    /// <summary>How many were replaced.</summary>
    [Id(1)] public required int Updated { get; init; }

    /// <summary>How many were there already as they are.</summary>
    [Id(2)] public required int Unchanged { get; init; }

    /// <summary>How many lines were left out.</summary>
    [Id(3)] public required int Rejected { get; init; }

    /// <summary>What is wrong with lines, by number.</summary>
    [Id(4)] public required ImmutableArray<ImportProblem> Problems { get; init; }

    /// <summary>Whether nothing was changed.</summary>
    [Id(5)] public required bool DryRun { get; init; }
}
