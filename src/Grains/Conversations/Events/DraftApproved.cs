using System.Text.Json.Serialization;

namespace SupportPlatform.Conversations.Events;

/// <summary>Staff sent a draft; the message follows.</summary>
internal sealed record DraftApproved : ConversationEvent
{
    [JsonIgnore]
    public override string Type => EventTypes.DraftApproved;

    /// <summary>The draft's id.</summary>
    public required string DraftId { get; init; }

    /// <summary>The agent's id within the store.</summary>
    public required string AgentId { get; init; }

    /// <summary>The agent's name.</summary>
    public required string Author { get; init; }

    /// <summary>Whether the agent changed the text.</summary>
    public required bool Edited { get; init; }
}
