namespace SupportPlatform.Knowledge;

/// <summary>Makes an uploaded file a document of the store. A document of the same name gets a new revision.</summary>
[GenerateSerializer, Immutable, Alias("support.knowledge.add-document")]
public sealed record AddDocument
{
    /// <summary>The upload's id.</summary>
    [Id(0)] public required Guid Upload { get; init; }

    /// <summary>The file's name: shown, and never used as a path.</summary>
    [Id(1)] public required string FileName { get; init; }

    /// <summary>The file's length in bytes, as the sender counted it.</summary>
    [Id(2)] public required long Bytes { get; init; }

    /// <summary>Its language as a BCP 47 tag, where it is known.</summary>
    [Id(3)] public string? Locale { get; init; }

    /// <summary>The category that it is listed under.</summary>
    [Id(4)] public string? Category { get; init; }

    /// <summary>Who keeps it up to date, as <c>demo</c>; null for what administrators uploaded.</summary>
    [Id(5)] public string? Origin { get; init; }

    /// <summary>For whom it is; see <see cref="Audiences"/>.</summary>
    [Id(6)] public string Audience { get; init; } = Audiences.Customers;
}
