using System.Text.Json.Serialization;

namespace SupportPlatform.Conversations.Events;

/// <summary>Staff gave the conversation to another agent or to a queue; for staff alone.</summary>
internal sealed record Transferred : ConversationEvent
{
    [JsonIgnore]
    public override string Type => EventTypes.Transferred;

    /// <summary>The agent who had the floor; null: the assistant.</summary>
    public string? From { get; init; }

    /// <summary>That agent's name.</summary>
    public string? FromName { get; init; }

    /// <summary>The agent who gets it.</summary>
    public string? To { get; init; }

    /// <summary>That agent's name.</summary>
    public string? ToName { get; init; }

    /// <summary>The team whose queue it goes to.</summary>
    public string? Desk { get; init; }

    /// <summary>A note for whoever comes next.</summary>
    public string? Note { get; init; }

    /// <summary>Who did it; null: the platform.</summary>
    public StaffMember? By { get; init; }
}
