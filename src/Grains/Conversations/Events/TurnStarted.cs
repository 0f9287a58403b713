using System.Text.Json.Serialization;

namespace SupportPlatform.Conversations.Events;

/// <summary>The assistant began to answer.</summary>
internal sealed record TurnStarted : ConversationEvent
{
    [JsonIgnore]
    public override string Type => EventTypes.TurnStarted;

    /// <summary>The turn's id.</summary>
    public required string TurnId { get; init; }

    /// <summary>The floor's number under which all output of the turn is made.</summary>
    public required long Floor { get; init; }

    /// <summary>Which try at the same messages it is, from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>The number of the last customer message that it uses.</summary>
    public required long Through { get; init; }
}
