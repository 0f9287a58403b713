using System.Text.Json.Serialization;

namespace SupportPlatform.Conversations.Events;

/// <summary>The visitor is a contact that the store knows; the conversation is that contact's from here on.</summary>
internal sealed record ContactIdentified : ConversationEvent
{
    [JsonIgnore]
    public override string Type => EventTypes.ContactIdentified;

    /// <summary>The contact's id within the store.</summary>
    public required string ContactId { get; init; }

    /// <summary>More for staff alone.</summary>
    [JsonIgnore]
    public IdentityDetails? Details { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override object? StaffData => Details;
}
