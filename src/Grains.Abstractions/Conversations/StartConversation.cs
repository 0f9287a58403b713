namespace SupportPlatform.Conversations;

/// <summary>Opens a conversation for a contact.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.start-conversation")]
public sealed record StartConversation
{
    /// <summary>The contact's id within the store, at most 100 characters.</summary>
    [Id(0)] public required string ContactId { get; init; }

    /// <summary>Where the customer writes from: <c>widget</c>, <c>whatsapp</c>, <c>sms</c>, <c>mail</c> or <c>api</c>.</summary>
    [Id(1)] public string Channel { get; init; } = "api";

    /// <summary>The customer's language as a BCP 47 tag, when known.</summary>
    [Id(2)] public string? Locale { get; init; }

    /// <summary>Where the customer began to write, when known.</summary>
    [Id(3)] public PageVisit? Page { get; init; }
}
