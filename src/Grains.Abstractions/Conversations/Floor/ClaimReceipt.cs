namespace SupportPlatform.Conversations;

/// <summary>Who has the floor after a claim.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.claim-receipt")]
public sealed record ClaimReceipt
{
    /// <summary>Whether the claiming agent has it, now or already before.</summary>
    [Id(0)] public required bool Won { get; init; }

    /// <summary>The agent who has it.</summary>
    [Id(1)] public required string AgentId { get; init; }

    /// <summary>That agent's name.</summary>
    [Id(2)] public required string AgentName { get; init; }

    /// <summary>The number of the conversation's last event; no character of the assistant comes after a won claim's.</summary>
    [Id(3)] public required long Seq { get; init; }
}
