namespace SupportPlatform.Conversations;

/// <summary>The header of a conversation that is about to be created; it does not change afterwards.</summary>
internal sealed record NewConversation
{
    /// <summary>The store's id.</summary>
    public required string Store { get; init; }

    /// <summary>The contact's id within the store.</summary>
    public required string ContactId { get; init; }

    /// <summary>Where the customer writes from.</summary>
    public required string Channel { get; init; }

    /// <summary>The customer's language, when known.</summary>
    public string? Locale { get; init; }

    /// <summary>When it begins.</summary>
    public required DateTimeOffset At { get; init; }
}
