using System.Collections.Immutable;

namespace SupportPlatform.Conversations;

/// <summary>A store's conversations that are not resolved, counted once for all of its agents.</summary>
internal sealed class OpenCounts(IReadOnlyList<OpenCount> counts)
{
    /// <summary>How many an agent's lists have.</summary>
    /// <param name="agentId">The agent; null for somebody who is none.</param>
    /// <param name="desks">The desks that the agent serves; none means all.</param>
    public ConversationCounts Of(string? agentId, ImmutableArray<string> desks)
    {
        int Sum(Func<OpenCount, bool> isWanted) => counts.Where(c => !c.IsSnoozed && isWanted(c)).Sum(c => c.Conversations);
        return new ConversationCounts
        {
            Mine = Sum(c => agentId is not null && c.Agent == agentId),
            Waiting = Sum(c => c.Desk is not null),
            Unassigned = Sum(c => c.Desk is { } desk && (desks.IsDefaultOrEmpty || desks.Contains(desk))),
            Assistant = Sum(c => c.Status == ConversationStatus.Open),
            Others = Sum(c => c.Agent is { } agent && agent != agentId),
            All = Sum(_ => true),
            Snoozed = counts.Where(c => c.IsSnoozed).Sum(c => c.Conversations),
            Mentions = Sum(c => agentId is not null && c.Mentioned.Contains(agentId)),
        };
    }
}
