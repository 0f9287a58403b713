using System.Text.Json.Serialization;

namespace SupportPlatform.Conversations.Events;

/// <summary>The conversation is no longer put aside: its time has come, or something happened in it; for staff alone.</summary>
internal sealed record Woken : ConversationEvent
{
    [JsonIgnore]
    public override string Type => EventTypes.Woken;
}
