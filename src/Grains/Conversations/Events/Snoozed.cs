using System.Text.Json.Serialization;

namespace SupportPlatform.Conversations.Events;

/// <summary>Staff put the conversation aside, or took that back; for staff alone.</summary>
internal sealed record Snoozed : ConversationEvent
{
    [JsonIgnore]
    public override string Type => EventTypes.Snoozed;

    /// <summary>Until when; null: no longer.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Who did it; null: the platform.</summary>
    public StaffMember? By { get; init; }
}
