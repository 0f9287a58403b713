using System.Text.Json.Serialization;

namespace SupportPlatform.Conversations.Events;

/// <summary>Somebody wrote into a resolved conversation, or staff opened it again.</summary>
internal sealed record Reopened : ConversationEvent
{
    [JsonIgnore]
    public override string Type => EventTypes.Reopened;
}
