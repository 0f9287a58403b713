namespace SupportPlatform.Conversations;

/// <summary>Staff approve a draft of the assistant.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.approve-draft")]
public sealed record ApproveDraft
{
    /// <summary>The draft.</summary>
    [Id(0)] public required string DraftId { get; init; }

    /// <summary>The agent.</summary>
    [Id(1)] public required string AgentId { get; init; }

    /// <summary>The agent's name.</summary>
    [Id(2)] public required string AgentName { get; init; }

    /// <summary>What is sent in its place, at most 8,000 characters; null for the draft as it is.</summary>
    [Id(3)] public string? Text { get; init; }
}
