using SupportPlatform.Agents;

namespace SupportPlatform.Desk;

/// <summary>An agent in the feed.</summary>
/// <param name="View">What staff see.</param>
/// <param name="Revision">How many claims and changes of the profile there were.</param>
internal sealed record FeedAgent(AgentView View, long Revision)
{
    /// <summary>What makes it worth saying anew; that an agent was heard of again does not.</summary>
    public (long Revision, AgentPresence Presence, int Conversations, bool HasJoined, DateTimeOffset? InvitedUntil) Mark =>
        (Revision, View.Presence, View.Conversations, View.HasJoined, View.InvitedUntil);
}
