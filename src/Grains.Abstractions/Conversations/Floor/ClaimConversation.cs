namespace SupportPlatform.Conversations;

/// <summary>A human agent takes the floor.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.claim-conversation")]
public sealed record ClaimConversation
{
    /// <summary>The agent's id within the store, at most 100 characters.</summary>
    [Id(0)] public required string AgentId { get; init; }

    /// <summary>The name that the customer reads, 1 to 60 characters.</summary>
    [Id(1)] public required string AgentName { get; init; }

    /// <summary>The address of the agent's picture, https.</summary>
    [Id(2)] public string? PictureUrl { get; init; }
}
