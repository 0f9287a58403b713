namespace SupportPlatform.Knowledge;

/// <summary>A passage found.</summary>
[GenerateSerializer, Immutable, Alias("support.knowledge.search-hit")]
public sealed record SearchHit
{
    /// <summary>The source's name.</summary>
    [Id(0)] public required string Source { get; init; }

    /// <summary>The page, counted from 1, where the source has pages.</summary>
    [Id(1)] public int? Page { get; init; }

    /// <summary>The passage's id.</summary>
    [Id(2)] public required string ChunkId { get; init; }

    /// <summary>How well it fits; comparable within one result only.</summary>
    [Id(3)] public required double Score { get; init; }

    /// <summary>The passage.</summary>
    [Id(4)] public required string Text { get; init; }

    /// <summary>The source's title.</summary>
    [Id(5)] public string? Title { get; init; }

    /// <summary>The heading above the passage.</summary>
    [Id(6)] public string? Section { get; init; }
}
