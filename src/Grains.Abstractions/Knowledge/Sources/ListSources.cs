namespace SupportPlatform.Knowledge;

/// <summary>Asks for a page of sources.</summary>
[GenerateSerializer, Immutable, Alias("support.knowledge.list-sources")]
public sealed record ListSources
{
    /// <summary>Their kind; see <see cref="SourceKinds"/>.</summary>
    [Id(0)] public required string Kind { get; init; }

    /// <summary>The id after which the page begins; null for the first page.</summary>
    [Id(1)] public string? After { get; init; }

    /// <summary>How many at most, 1 to 500.</summary>
    [Id(2)] public int Limit { get; init; } = Limits.DefaultPage;

    /// <summary>Only those with this status; null for all.</summary>
    [Id(3)] public string? Status { get; init; }
}
