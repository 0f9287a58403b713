namespace SupportPlatform.Conversations;

/// <summary>
/// Gives a conversation to another agent, who has the floor at once, or to a team's queue. Whoever has the floor may, a
/// supervisor always, and everybody where nobody has it.
/// </summary>
[GenerateSerializer, Immutable, Alias("support.conversations.transfer-conversation")]
public sealed record TransferConversation
{
    /// <summary>The agent who gets it; either this or <see cref="Desk"/>.</summary>
    [Id(0)] public string? AgentId { get; init; }

    /// <summary>The team whose queue it goes to.</summary>
    [Id(1)] public string? Desk { get; init; }

    /// <summary>A note for whoever comes next, at most 2,000 characters; staff alone read it.</summary>
    [Id(2)] public string? Note { get; init; }

    /// <summary>Who does it; left out by staff who have signed in.</summary>
    [Id(3)] public StaffMember? By { get; init; }
}
