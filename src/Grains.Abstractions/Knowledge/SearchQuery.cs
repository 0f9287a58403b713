namespace SupportPlatform.Knowledge;

/// <summary>A search over a store's passages.</summary>
[GenerateSerializer, Immutable, Alias("support.knowledge.search-query")]
public sealed record SearchQuery
{
    /// <summary>What is looked for, at most 8,000 characters.</summary>
    [Id(0)] public required string Query { get; init; }

    /// <summary>How many passages at most, 1 to 50.</summary>
    [Id(1)] public int K { get; init; } = 5;

    /// <summary>Whose passages are searched: <c>customers</c> for those that customers' answers use, <c>staff</c> for all.</summary>
    [Id(2)] public string Audience { get; init; } = Audiences.Customers;

    /// <summary>Only what is in this language (a BCP 47 tag), or in none in particular; null for all.</summary>
    [Id(3)] public string? Locale { get; init; }
}
