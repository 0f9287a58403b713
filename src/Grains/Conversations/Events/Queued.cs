using System.Text.Json.Serialization;

namespace SupportPlatform.Conversations.Events;

/// <summary>The conversation has a place in a queue.</summary>
internal sealed record Queued : ConversationEvent
{
    [JsonIgnore]
    public override string Type => EventTypes.Queued;

    /// <summary>The team whose queue it waits in.</summary>
    public required string Desk { get; init; }

    /// <summary>The place, from 1.</summary>
    public required int Position { get; init; }

    /// <summary>For how long it will wait yet, in seconds, where that is known.</summary>
    public int? EstimateSeconds { get; init; }
}
