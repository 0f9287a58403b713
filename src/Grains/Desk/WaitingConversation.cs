namespace SupportPlatform.Desk;

/// <summary>A conversation in a desk's queue, as the database has it.</summary>
/// <param name="Key">The conversation's key.</param>
/// <param name="WaitingSince">Since when it waits.</param>
/// <param name="Locale">The customer's language as a BCP 47 tag, when known.</param>
/// <param name="Type">For what kind of help.</param>
/// <param name="Offer">What was offered of it.</param>
internal sealed record WaitingConversation(string Key, DateTimeOffset WaitingSince, string? Locale, string? Type, StoredOffer? Offer);
