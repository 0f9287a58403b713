using System.Text.Json.Serialization;

namespace SupportPlatform.Conversations.Events;

/// <summary>The conversation wants a person.</summary>
internal sealed record EscalationRequested : ConversationEvent
{
    [JsonIgnore]
    public override string Type => EventTypes.EscalationRequested;

    /// <summary>One of <see cref="EscalationReasons"/>.</summary>
    public required string Reason { get; init; }

    /// <summary>One of <see cref="EscalationTypes"/>; the name on the wire is taken by the event's own.</summary>
    [JsonPropertyName("type")]
    public required string Kind { get; init; }

    /// <summary>The team whose queue it waits in.</summary>
    public required string Desk { get; init; }

    /// <summary>What shows the reason, for staff alone.</summary>
    [JsonIgnore]
    public EscalationDetails? Details { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override object? StaffData => Details;
}
