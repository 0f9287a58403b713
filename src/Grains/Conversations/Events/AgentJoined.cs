using System.Text.Json.Serialization;

namespace SupportPlatform.Conversations.Events;

/// <summary>A human agent has the floor.</summary>
internal sealed record AgentJoined : ConversationEvent
{
    [JsonIgnore]
    public override string Type => EventTypes.AgentJoined;

    /// <summary>The agent's id within the store.</summary>
    public required string AgentId { get; init; }

    /// <summary>The agent's name.</summary>
    public required string AgentName { get; init; }

    /// <summary>The address of the agent's picture.</summary>
    public string? PictureUrl { get; init; }
}
