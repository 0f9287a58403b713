namespace SupportPlatform.Conversations;

/// <summary>The page on which a customer began to write; what a browser says, and so not to be relied on.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.page-visit")]
public sealed record PageVisit
{
    /// <summary>Its address, at most 500 characters.</summary>
    [Id(0)] public string? Url { get; init; }

    /// <summary>Its title, at most 200 characters.</summary>
    [Id(1)] public string? Title { get; init; }

    /// <summary>The page from which the customer came, at most 500 characters.</summary>
    [Id(2)] public string? Referrer { get; init; }
}
