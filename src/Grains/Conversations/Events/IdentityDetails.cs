using System.Collections.Immutable;
using SupportPlatform.Contacts;
using SupportPlatform.Security;

namespace SupportPlatform.Conversations.Events;

/// <summary>What staff may know of a contact whom the store's token vouches for.</summary>
internal record IdentityDetails
{
    /// <summary>The customer's name.</summary>
    public string? Name { get; init; }

    /// <summary>The customer's mail address.</summary>
    public string? Email { get; init; }

    /// <summary>What else the store says of the customer.</summary>
    public ImmutableDictionary<string, string>? Attributes { get; init; }

    /// <summary>The customer's latest orders.</summary>
    public ImmutableArray<CustomerOrder>? Orders { get; init; }

    /// <summary>What a caller's token says; null when that is nothing.</summary>
    public static IdentityDetails? Of(Caller? caller) => caller is null or { Name: null, Email: null, Attributes: null, Orders.IsEmpty: true }
        ? null
        : new IdentityDetails { Name = caller.Name, Email = caller.Email, Attributes = caller.Attributes, Orders = caller.Orders.IsEmpty ? null : caller.Orders };
}
