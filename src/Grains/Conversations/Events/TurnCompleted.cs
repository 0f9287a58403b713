using System.Text.Json.Serialization;

namespace SupportPlatform.Conversations.Events;

/// <summary>The assistant's message stands; the turn is over.</summary>
internal sealed record TurnCompleted : ConversationEvent
{
    [JsonIgnore]
    public override string Type => EventTypes.TurnCompleted;

    /// <summary>The turn's id.</summary>
    public required string TurnId { get; init; }

    /// <summary>The message that it wrote.</summary>
    public required string MessageId { get; init; }

    /// <summary>One of <see cref="Knowledge.Outcomes"/>.</summary>
    public required string Outcome { get; init; }

    /// <summary>How it came about, for staff alone.</summary>
    [JsonIgnore]
    public TurnDetails? Details { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override object? StaffData => Details;
}
