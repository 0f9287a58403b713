namespace SupportPlatform.Knowledge;

/// <summary>What is published in place of what was proposed.</summary>
[GenerateSerializer, Immutable, Alias("support.knowledge.publish-proposal")]
public sealed record PublishProposal
{
    /// <summary>The question as it is shown; null for the proposed one, or that of the entry that it is about.</summary>
    [Id(0)] public string? Question { get; init; }

    /// <summary>The answer as Markdown; null for the proposed one, or that of the entry which gets another way to ask.</summary>
    [Id(1)] public string? Answer { get; init; }

    /// <summary>The category; null for that of the entry that it is about.</summary>
    [Id(2)] public string? Category { get; init; }
}
