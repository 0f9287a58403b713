namespace SupportPlatform.Conversations;

/// <summary>Staff refuse a draft of the assistant.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.reject-draft")]
public sealed record RejectDraft
{
    /// <summary>The draft.</summary>
    [Id(0)] public required string DraftId { get; init; }

    /// <summary>The agent.</summary>
    [Id(1)] public required string AgentId { get; init; }

    /// <summary>The agent's name.</summary>
    [Id(2)] public required string AgentName { get; init; }

    /// <summary>With what the assistant tries again, at most 500 characters; null offers the customer a person.</summary>
    [Id(3)] public string? Guidance { get; init; }
}
