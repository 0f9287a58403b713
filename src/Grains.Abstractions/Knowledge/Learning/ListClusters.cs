namespace SupportPlatform.Knowledge;

/// <summary>Asks for a page of gaps or proposals, the most frequent first.</summary>
[GenerateSerializer, Immutable, Alias("support.knowledge.list-clusters")]
public sealed record ListClusters
{
    /// <summary>Only those that stand so; null for all.</summary>
    [Id(0)] public string? Status { get; init; }

    /// <summary>What the page begins after, as the page before said; null for the first page.</summary>
    [Id(1)] public string? After { get; init; }

    /// <summary>How many at most, 1 to 500.</summary>
    [Id(2)] public int Limit { get; init; } = Limits.DefaultPage;
}
