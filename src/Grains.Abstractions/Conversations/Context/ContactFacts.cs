using System.Collections.Immutable;
using SupportPlatform.Contacts;

namespace SupportPlatform.Conversations;

/// <summary>What is known of a customer.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.contact-facts")]
public sealed record ContactFacts
{
    /// <summary>The contact's id within the store.</summary>
    [Id(0)] public required string ContactId { get; init; }

    /// <summary>The name.</summary>
    [Id(1)] public string? Name { get; init; }

    /// <summary>The mail address.</summary>
    [Id(2)] public string? Email { get; init; }

    /// <summary>Whether the store vouches for the mail address; else the customer wrote it.</summary>
    [Id(3)] public required bool IsVerified { get; init; }

    /// <summary>What else the store's token says of the customer.</summary>
    [Id(4)] public ImmutableDictionary<string, string> Attributes { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The customer's language as a BCP 47 tag, when known.</summary>
    [Id(5)] public string? Locale { get; init; }

    /// <summary>The customer's latest orders, as the store's token names them.</summary>
    [Id(6)] public ImmutableArray<CustomerOrder> Orders { get; init; } = [];
}
