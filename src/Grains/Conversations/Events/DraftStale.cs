using System.Text.Json.Serialization;

namespace SupportPlatform.Conversations.Events;

/// <summary>A draft can no longer be sent.</summary>
internal sealed record DraftStale : ConversationEvent
{
    [JsonIgnore]
    public override string Type => EventTypes.DraftStale;

    /// <summary>The draft's id.</summary>
    public required string DraftId { get; init; }

    /// <summary>Why: a <see cref="CancelReasons"/>, or <see cref="Expired"/>.</summary>
    public required string Reason { get; init; }

    /// <summary>Nobody decided in time; a person was asked for.</summary>
    public const string Expired = "expired";
}
