using System.Text.Json.Serialization;

namespace SupportPlatform.Conversations.Events;

/// <summary>A human agent gave the floor back.</summary>
internal sealed record AgentLeft : ConversationEvent
{
    [JsonIgnore]
    public override string Type => EventTypes.AgentLeft;

    /// <summary>The agent's id within the store.</summary>
    public required string AgentId { get; init; }

    /// <summary>The agent's name.</summary>
    public required string AgentName { get; init; }

    /// <summary>
    /// Who goes on: <c>assistant</c>, <c>queue</c>, another <c>agent</c>, or <c>nobody</c> where the conversation ends or is spam.
    /// </summary>
    public required string BackTo { get; init; }

    /// <summary>The team whose queue it waits in, if it does.</summary>
    public string? Desk { get; init; }
}
