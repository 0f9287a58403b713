using System.Text.Json.Serialization;

namespace SupportPlatform.Conversations.Events;

/// <summary>Staff refused a draft.</summary>
internal sealed record DraftRejected : ConversationEvent
{
    [JsonIgnore]
    public override string Type => EventTypes.DraftRejected;

    /// <summary>The draft's id.</summary>
    public required string DraftId { get; init; }

    /// <summary>The agent's id within the store.</summary>
    public required string AgentId { get; init; }

    /// <summary>The agent's name.</summary>
    public required string Author { get; init; }

    /// <summary>With what the assistant tries again; null where the customer is offered a person.</summary>
    public string? Guidance { get; init; }
}
