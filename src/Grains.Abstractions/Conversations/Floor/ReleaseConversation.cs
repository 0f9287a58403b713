namespace SupportPlatform.Conversations;

/// <summary>A human agent gives the floor back.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.release-conversation")]
public sealed record ReleaseConversation
{
    /// <summary>The agent who has the floor.</summary>
    [Id(0)] public required string AgentId { get; init; }

    /// <summary>The team whose queue it goes to; null: the assistant goes on.</summary>
    [Id(1)] public string? Desk { get; init; }

    /// <summary>A note for whoever comes next, at most 2,000 characters; staff alone read it.</summary>
    [Id(2)] public string? Note { get; init; }
}
