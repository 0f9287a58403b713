using System.Text.Json.Serialization;

namespace SupportPlatform.Conversations.Events;

/// <summary>Staff guide the assistant.</summary>
internal sealed record Whispered : ConversationEvent
{
    [JsonIgnore]
    public override string Type => EventTypes.Whispered;

    /// <summary>The agent's id within the store.</summary>
    public required string AgentId { get; init; }

    /// <summary>The agent's name.</summary>
    public required string Author { get; init; }

    /// <summary>The guidance.</summary>
    public required string Text { get; init; }

    /// <summary>The client's id of it, if it came from one.</summary>
    public string? ClientMessageId { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string? PostedAs => ClientMessageId;
}
