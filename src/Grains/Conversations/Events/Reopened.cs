using System.Text.Json.Serialization;

namespace SupportPlatform.Conversations.Events;

/// <summary>The customer wrote into a resolved conversation.</summary>
internal sealed record Reopened : ConversationEvent
{
    [JsonIgnore]
    public override string Type => EventTypes.Reopened;
}
