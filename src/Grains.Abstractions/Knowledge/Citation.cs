namespace SupportPlatform.Knowledge;

/// <summary>The passage behind the marker <c>[n]</c> of an answer.</summary>
[GenerateSerializer, Immutable, Alias("support.knowledge.citation")]
public sealed record Citation
{
    /// <summary>The number in the text.</summary>
    [Id(0)] public required int N { get; init; }

    /// <summary>The source's name: a file's name or an article's address.</summary>
    [Id(1)] public required string Source { get; init; }

    /// <summary>The source's title.</summary>
    [Id(2)] public required string Title { get; init; }

    /// <summary>The page, counted from 1, where the source has pages.</summary>
    [Id(3)] public int? Page { get; init; }

    /// <summary>The heading above the passage.</summary>
    [Id(4)] public string? Section { get; init; }

    /// <summary>The revision of the source that was quoted.</summary>
    [Id(5)] public required string Revision { get; init; }

    /// <summary>The passage's id.</summary>
    [Id(6)] public required string ChunkId { get; init; }

    /// <summary>The passage's own words.</summary>
    [Id(7)] public required string Quote { get; init; }

    /// <summary>Where the source can be read.</summary>
    [Id(8)] public string? Url { get; init; }

    /// <summary>Whether the source is what the customer attached; otherwise it is the store's.</summary>
    [Id(9)] public bool FromCustomer { get; init; }

    /// <summary>Whether the store has removed the source since, and the passage's words with it.</summary>
    [Id(10)] public bool Removed { get; init; }
}
