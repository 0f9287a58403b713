using System.Text.Json.Serialization;

namespace SupportPlatform.Conversations.Events;

/// <summary>Staff said how pressing the conversation is; for staff alone.</summary>
internal sealed record PrioritySet : ConversationEvent
{
    [JsonIgnore]
    public override string Type => EventTypes.PrioritySet;

    /// <summary><c>low</c>, <c>normal</c>, <c>high</c> or <c>urgent</c>.</summary>
    [JsonConverter(typeof(WirePriority))]
    public required ConversationPriority Priority { get; init; }

    /// <summary>Who did it; null: the platform.</summary>
    public StaffMember? By { get; init; }
}
