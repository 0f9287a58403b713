namespace SupportPlatform.Conversations;

/// <summary>Staff want to approve the assistant's answers in a conversation, or no longer.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.set-approval")]
public sealed record SetApproval
{
    /// <summary>The agent.</summary>
    [Id(0)] public required string AgentId { get; init; }

    /// <summary>The agent's name.</summary>
    [Id(1)] public required string AgentName { get; init; }

    /// <summary>Whether answers wait for approval, whatever the store's settings say.</summary>
    [Id(2)] public required bool Required { get; init; }
}
