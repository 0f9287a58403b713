namespace SupportPlatform.Contacts;

/// <summary>An order of a customer, as the store's token names it.</summary>
[GenerateSerializer, Immutable, Alias("support.contacts.customer-order")]
public sealed record CustomerOrder
{
    /// <summary>The store's number of it, at most 200 characters.</summary>
    [Id(0)] public required string OrderId { get; init; }

    /// <summary>How far it is, in the store's words, at most 200 characters.</summary>
    [Id(1)] public string? Status { get; init; }

    /// <summary>What it costs, with its currency, as the store writes it, at most 200 characters.</summary>
    [Id(2)] public string? Total { get; init; }

    /// <summary>When it was placed.</summary>
    [Id(3)] public DateTimeOffset? At { get; init; }

    /// <summary>Its page at the store's, an absolute http or https address of at most 500 characters.</summary>
    [Id(4)] public string? Url { get; init; }
}
