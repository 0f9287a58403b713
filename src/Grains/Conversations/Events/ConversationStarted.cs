using System.Text.Json.Serialization;

namespace SupportPlatform.Conversations.Events;

/// <summary>A contact opened the conversation.</summary>
internal sealed record ConversationStarted : ConversationEvent
{
    [JsonIgnore]
    public override string Type => EventTypes.ConversationStarted;

    /// <summary>The contact's id within the store.</summary>
    public required string ContactId { get; init; }

    /// <summary>Where the customer writes from.</summary>
    public required string Channel { get; init; }

    /// <summary>The customer's language as a BCP 47 tag, when known.</summary>
    public string? Locale { get; init; }

    /// <summary>More for staff alone.</summary>
    [JsonIgnore]
    public StartDetails? Details { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override object? StaffData => Details;
}
