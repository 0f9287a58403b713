using System.Text.Json.Serialization;

namespace SupportPlatform.Conversations.Events;

/// <summary>The customer is asked to fill in a form.</summary>
internal sealed record FormRequested : ConversationEvent
{
    [JsonIgnore]
    public override string Type => EventTypes.FormRequested;

    /// <summary>The form.</summary>
    public required Form Form { get; init; }
}
