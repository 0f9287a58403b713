namespace SupportPlatform.Desk;

/// <summary>What a saved view shows, in the words of the list's parameters, each at most 100 characters; null for all.</summary>
[GenerateSerializer, Immutable, Alias("support.desk.view-filter")]
public sealed record ViewFilter
{
    /// <summary>The view that it narrows.</summary>
    [Id(0)] public string? View { get; init; }

    /// <summary>How the conversations stand.</summary>
    [Id(1)] public string? Status { get; init; }

    /// <summary>The team in whose queue they wait.</summary>
    [Id(2)] public string? Desk { get; init; }

    /// <summary>The agent who has the floor.</summary>
    [Id(3)] public string? Agent { get; init; }

    /// <summary>A tag.</summary>
    [Id(4)] public string? Tag { get; init; }

    /// <summary>How pressing they are.</summary>
    [Id(5)] public string? Priority { get; init; }
}
