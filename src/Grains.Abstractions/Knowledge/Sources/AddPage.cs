namespace SupportPlatform.Knowledge;

/// <summary>Makes a page of the web a source. One that is there already is fetched again.</summary>
[GenerateSerializer, Immutable, Alias("support.knowledge.add-page")]
public sealed record AddPage
{
    /// <summary>Its address: http or https, at most 2,000 characters.</summary>
    [Id(0)] public required string Url { get; init; }

    /// <summary>Its language as a BCP 47 tag, where it is known.</summary>
    [Id(1)] public string? Locale { get; init; }

    /// <summary>The category that it is listed under.</summary>
    [Id(2)] public string? Category { get; init; }

    /// <summary>For whom it is; see <see cref="Audiences"/>.</summary>
    [Id(3)] public string Audience { get; init; } = Audiences.Customers;
}
