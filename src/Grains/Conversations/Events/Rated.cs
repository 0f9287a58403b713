using System.Text.Json.Serialization;

namespace SupportPlatform.Conversations.Events;

/// <summary>Somebody rated an answer or the conversation; the last rating of each counts.</summary>
internal sealed record Rated : ConversationEvent
{
    [JsonIgnore]
    public override string Type => EventTypes.Rated;

    /// <summary>The rated message; null for the conversation.</summary>
    public string? MessageId { get; init; }

    /// <summary>1 to 5.</summary>
    public required int Score { get; init; }

    /// <summary>Why.</summary>
    public string? Comment { get; init; }

    /// <summary>Who rated: <c>customer</c>, <c>staff</c> or <c>system</c>.</summary>
    public required string By { get; init; }
}
