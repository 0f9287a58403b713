namespace SupportPlatform.Knowledge;

/// <summary>A passage of a source, as answers are supplied with it.</summary>
[GenerateSerializer, Immutable, Alias("support.knowledge.passage-view")]
public sealed record PassageView
{
    /// <summary>Its id, which citations name.</summary>
    [Id(0)] public required string ChunkId { get; init; }

    /// <summary>Its place in the source, counted from 0.</summary>
    [Id(1)] public required int Ordinal { get; init; }

    /// <summary>The page, counted from 1, where the source has pages.</summary>
    [Id(2)] public int? Page { get; init; }

    /// <summary>The headings above it.</summary>
    [Id(3)] public string? Section { get; init; }

    /// <summary>Its words.</summary>
    [Id(4)] public required string Text { get; init; }
}
