using SupportPlatform.Conversations;

namespace SupportPlatform.Desk;

/// <summary>A conversation that is offered to an agent, with its line in lists.</summary>
[GenerateSerializer, Immutable, Alias("support.desk.offered-conversation")]
public sealed record OfferedConversation
{
    /// <summary>The offer's id.</summary>
    [Id(0)] public required string OfferId { get; init; }

    /// <summary>The conversation's public id.</summary>
    [Id(1)] public required string ConversationId { get; init; }

    /// <summary>The desk that offers it.</summary>
    [Id(2)] public required string Desk { get; init; }

    /// <summary>When the desk will ask the next agent.</summary>
    [Id(3)] public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The conversation.</summary>
    [Id(4)] public required ConversationLine Line { get; init; }
}
