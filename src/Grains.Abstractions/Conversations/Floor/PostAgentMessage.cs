using System.Collections.Immutable;

namespace SupportPlatform.Conversations;

/// <summary>A human agent's message to the customer, or a note for staff alone.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.post-agent-message")]
public sealed record PostAgentMessage
{
    /// <summary>The agent.</summary>
    [Id(0)] public required string AgentId { get; init; }

    /// <summary>The agent's name, for notes of agents who do not have the floor.</summary>
    [Id(1)] public required string AgentName { get; init; }

    /// <summary>The client's id of the message, at most 100 characters; a repeated one posts nothing.</summary>
    [Id(2)] public required string ClientMessageId { get; init; }

    /// <summary>The text, at most 8,000 characters; only a message with an attachment may have none.</summary>
    [Id(3)] public required string Text { get; init; }

    /// <summary>The ids of at most 10 agents whom a note names.</summary>
    [Id(4)] public ImmutableArray<string> Mentions { get; init; } = [];

    /// <summary>The ids of at most 5 attachments of the conversation that go with a message to the customer.</summary>
    [Id(5)] public ImmutableArray<string> Attachments { get; init; } = [];
}
