using System.Text.Json.Serialization;

namespace SupportPlatform.Conversations.Events;

/// <summary>A turn was stopped; nothing of it stands.</summary>
internal sealed record TurnCancelled : ConversationEvent
{
    [JsonIgnore]
    public override string Type => EventTypes.TurnCancelled;

    /// <summary>The turn's id; null when it had not begun yet.</summary>
    public string? TurnId { get; init; }

    /// <summary>Why: one of <see cref="CancelReasons"/>.</summary>
    public required string Reason { get; init; }
}
