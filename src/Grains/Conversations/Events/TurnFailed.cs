using System.Text.Json.Serialization;

namespace SupportPlatform.Conversations.Events;

/// <summary>A turn ended without an answer; another follows, or an answer without the model.</summary>
internal sealed record TurnFailed : ConversationEvent
{
    [JsonIgnore]
    public override string Type => EventTypes.TurnFailed;

    /// <summary>The turn's id.</summary>
    public required string TurnId { get; init; }

    /// <summary>Whether the turn will be tried again.</summary>
    public required bool Retrying { get; init; }
}
