using System.Collections.Immutable;
using SupportPlatform.Contacts;

namespace SupportPlatform.Security;

/// <summary>Who a visitor's token says it is.</summary>
/// <param name="Store">The store that signed it.</param>
/// <param name="ContactId">The contact.</param>
/// <param name="ExpiresAt">When it ends.</param>
internal sealed record VisitorIdentity(string Store, string ContactId, DateTimeOffset ExpiresAt)
{
    /// <summary>The contact's name, when the token says it.</summary>
    public string? Name { get; init; }

    /// <summary>The contact's mail address, when the token says it.</summary>
    public string? Email { get; init; }

    /// <summary>What else the token says of the contact.</summary>
    public ImmutableDictionary<string, string>? Attributes { get; init; }

    /// <summary>The contact's latest orders, when the token names them.</summary>
    public ImmutableArray<CustomerOrder> Orders { get; init; } = [];

    /// <summary>The caller that it stands for.</summary>
    public Caller ToCaller() => Caller.Visitor(Store, ContactId) with { Name = Name, Email = Email, Attributes = Attributes, Orders = Orders };
}
