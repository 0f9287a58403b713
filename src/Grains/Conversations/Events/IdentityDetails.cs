namespace SupportPlatform.Conversations.Events;

/// <summary>What staff may know of an identified contact.</summary>
/// <param name="Name">The customer's name, vouched for by the store's token.</param>
/// <param name="Email">The customer's mail address, vouched for by the store's token.</param>
internal sealed record IdentityDetails(string? Name, string? Email);
