namespace SupportPlatform.Conversations;

/// <summary>What a conversation may be begun with; all of it optional.</summary>
public sealed record StartConversationBody
{
    /// <summary>The contact's id. Only the store's own token for that contact, or the administration key, may name one.</summary>
    public string? ContactId { get; init; }

    /// <summary>The customer's language as a BCP 47 tag.</summary>
    public string? Locale { get; init; }

    /// <summary>Where the customer writes from: <c>widget</c>, <c>whatsapp</c>, <c>sms</c>, <c>mail</c> or <c>api</c>.</summary>
    public string? Channel { get; init; }

    /// <summary>The page on which the customer begins to write.</summary>
    public PageVisit? Page { get; init; }
}
