namespace SupportPlatform.Conversations.Events;

/// <summary>What staff may know of a conversation's beginning.</summary>
/// <param name="Page">Where the customer began to write.</param>
/// <param name="Name">The customer's name, vouched for by the store's token.</param>
/// <param name="Email">The customer's mail address, vouched for by the store's token.</param>
internal sealed record StartDetails(PageVisit? Page, string? Name, string? Email);
