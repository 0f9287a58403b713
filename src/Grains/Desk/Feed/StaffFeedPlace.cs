using SupportPlatform.Conversations;

namespace SupportPlatform.Desk;

/// <summary>How far somebody has followed a store's feed.</summary>
/// <param name="agentId">Whose counts and offers they get; null for somebody who is no agent.</param>
/// <param name="version">The version up to which they know everything.</param>
internal sealed class StaffFeedPlace(string? agentId, long version)
{
    /// <summary>Whose counts and offers they get.</summary>
    public string? AgentId { get; } = agentId;

    /// <summary>The version up to which they know the lines.</summary>
    public long Lines { get; set; } = version;

    /// <summary>The version up to which they know the agents; at first all are said.</summary>
    public long Agents { get; set; }

    /// <summary>The counts that were said.</summary>
    public ConversationCounts? Counts { get; set; }

    /// <summary>What tells the offers that were said from others; null when none were.</summary>
    public string? Offers { get; set; }
}
