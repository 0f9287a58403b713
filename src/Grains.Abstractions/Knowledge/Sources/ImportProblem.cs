namespace SupportPlatform.Knowledge;

/// <summary>What is wrong with a line of an import.</summary>
[GenerateSerializer, Immutable, Alias("support.knowledge.import-problem")]
public sealed record ImportProblem
{
    /// <summary>Its number in the file, counted from 1.</summary>
    [Id(0)] public required int Line { get; init; }

    /// <summary>A stable code: that of a refusal, <c>invalid_json</c>, <c>duplicate_id</c> (an earlier line has the id; this one was left out) or <c>duplicate_text</c> (another entry says the same; this one was imported).</summary>
    [Id(1)] public required string Code { get; init; }

    /// <summary>What is wrong.</summary>
    [Id(2)] public required string Message { get; init; }
}
