namespace SupportPlatform.Security;

/// <summary>Who a visitor's token says it is.</summary>
/// <param name="Store">The store that signed it.</param>
/// <param name="ContactId">The contact.</param>
/// <param name="ExpiresAt">When it ends.</param>
/// <param name="Name">The contact's name, when the token says it.</param>
/// <param name="Email">The contact's mail address, when the token says it.</param>
internal sealed record VisitorIdentity(string Store, string ContactId, DateTimeOffset ExpiresAt, string? Name = null, string? Email = null)
{
    /// <summary>The caller that it stands for.</summary>
    public Caller ToCaller() => Caller.Visitor(Store, ContactId) with { Name = Name, Email = Email };
}
