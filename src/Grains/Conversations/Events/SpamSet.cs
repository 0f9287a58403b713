using System.Text.Json.Serialization;

namespace SupportPlatform.Conversations.Events;

/// <summary>Staff said whether the conversation is spam; for staff alone.</summary>
internal sealed record SpamSet : ConversationEvent
{
    [JsonIgnore]
    public override string Type => EventTypes.SpamSet;

    /// <summary>Whether it is.</summary>
    public required bool IsSpam { get; init; }

    /// <summary>Who said so; null: the platform.</summary>
    public StaffMember? By { get; init; }
}
