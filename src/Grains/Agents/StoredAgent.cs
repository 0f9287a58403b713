namespace SupportPlatform.Agents;

/// <summary>An agent as the database has it.</summary>
internal sealed record StoredAgent
{
    /// <summary>The agent's id within the store.</summary>
    public required string Id { get; init; }

    /// <summary>What the store says of the agent.</summary>
    public required AgentProfile Profile { get; init; }

    /// <summary>The presence that the agent chose last.</summary>
    public required AgentPresence Chosen { get; init; }

    /// <summary>When the agent was last heard of.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>When something was offered to the agent last.</summary>
    public DateTimeOffset? OfferedAt { get; init; }

    /// <summary>How many claims and changes of the profile there were.</summary>
    public required long Revision { get; init; }

    /// <summary>Whether the profile's address has accepted its invitation.</summary>
    public bool HasJoined { get; init; }

    /// <summary>When the invitation of the profile's address ends, or has ended; null for none.</summary>
    public DateTimeOffset? InvitedUntil { get; init; }

    /// <summary>How many conversations the agent has.</summary>
    public required int Conversations { get; init; }

    /// <summary>How many are offered.</summary>
    public required int Offers { get; init; }
}
