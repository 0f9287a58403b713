using System.Text.Json.Serialization;

namespace SupportPlatform.Conversations.Events;

/// <summary>Staff want to approve answers in this conversation, or no longer.</summary>
internal sealed record ApprovalSet : ConversationEvent
{
    [JsonIgnore]
    public override string Type => EventTypes.ApprovalSet;

    /// <summary>The agent's id within the store.</summary>
    public required string AgentId { get; init; }

    /// <summary>The agent's name.</summary>
    public required string Author { get; init; }

    /// <summary>Whether answers wait for approval.</summary>
    public required bool Required { get; init; }
}
