namespace SupportPlatform.Security;

/// <summary>Who a visitor's token says it is.</summary>
/// <param name="Store">The store that signed it.</param>
/// <param name="ContactId">The contact.</param>
/// <param name="ExpiresAt">When it ends.</param>
internal sealed record VisitorIdentity(string Store, string ContactId, DateTimeOffset ExpiresAt);
