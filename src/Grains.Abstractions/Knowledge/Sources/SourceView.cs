namespace SupportPlatform.Knowledge;

/// <summary>A source of a store's knowledge, as administrators see it.</summary>
[GenerateSerializer, Immutable, Alias("support.knowledge.source-view")]
public sealed record SourceView
{
    /// <summary>Its id, unique among the store's sources of its kind.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>What it is; see <see cref="SourceKinds"/>.</summary>
    [Id(1)] public required string Kind { get; init; }

    /// <summary>What citations show as its source: a document's file name, an entry's id, a page's address.</summary>
    [Id(2)] public required string Name { get; init; }

    /// <summary>Its title.</summary>
    [Id(3)] public required string Title { get; init; }

    /// <summary>How far it is; see <see cref="SourceStatuses"/>.</summary>
    [Id(4)] public required string Status { get; init; }

    /// <summary>Why it failed, as a stable code; null where it did not.</summary>
    [Id(5)] public string? FailureCode { get; init; }

    /// <summary>Why it failed and what to do about it.</summary>
    [Id(6)] public string? Failure { get; init; }

    /// <summary>How many times it was replaced, counted from 1.</summary>
    [Id(7)] public required long Revision { get; init; }

    /// <summary>The revision that answers use; null as long as none was ever ready.</summary>
    [Id(8)] public long? ReadyRevision { get; init; }

    /// <summary><c>published</c>, or <c>draft</c>, which answers do not use.</summary>
    [Id(9)] public required string State { get; init; }

    /// <summary>The SHA-256 of the original's bytes in hexadecimal; null where there is no original.</summary>
    [Id(10)] public string? Hash { get; init; }

    /// <summary>The original's length in bytes.</summary>
    [Id(11)] public long? Bytes { get; init; }

    /// <summary>Its language as a BCP 47 tag, where it is known.</summary>
    [Id(12)] public string? Locale { get; init; }

    /// <summary>The category that it is listed under.</summary>
    [Id(13)] public string? Category { get; init; }

    /// <summary>Into how many passages the served revision was cut.</summary>
    [Id(14)] public required int Passages { get; init; }

    /// <summary>In how many answers it was cited.</summary>
    [Id(15)] public required long Answers { get; init; }

    /// <summary>When it was added.</summary>
    [Id(16)] public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was changed last.</summary>
    [Id(17)] public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Who keeps it up to date; null for what administrators added.</summary>
    [Id(18)] public string? Origin { get; init; }

    /// <summary>For whom it is; see <see cref="Audiences"/>.</summary>
    [Id(19)] public string Audience { get; init; } = Audiences.Customers;
}
