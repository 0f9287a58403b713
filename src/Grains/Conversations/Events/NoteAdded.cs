using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SupportPlatform.Conversations.Events;

/// <summary>Staff noted something for staff.</summary>
internal sealed record NoteAdded : ConversationEvent
{
    [JsonIgnore]
    public override string Type => EventTypes.NoteAdded;

    /// <summary>The agent's id within the store.</summary>
    public required string AgentId { get; init; }

    /// <summary>The agent's name.</summary>
    public required string Author { get; init; }

    /// <summary>The note.</summary>
    public required string Text { get; init; }

    /// <summary>The ids of the agents whom it names; null for nobody.</summary>
    public ImmutableArray<string>? Mentions { get; init; }

    /// <summary>The client's id of the note, if it came from one.</summary>
    public string? ClientMessageId { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string? PostedAs => ClientMessageId;
}
