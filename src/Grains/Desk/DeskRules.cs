using System.Collections.Immutable;
using SupportPlatform.Agents;

namespace SupportPlatform.Desk;

/// <summary>
/// To whom a desk offers what waits: from queue, agents and time to changes of offers. Pure. Whoever waits longest is served
/// first, where each level of priority counts as five minutes (conversations.queued_at in orleans.sql), so that what is
/// pressing overtakes many and holds up none for ever. Everybody in the queue is offered again and again until somebody
/// takes it.
/// </summary>
internal static class DeskRules
{
    /// <summary>What changes.</summary>
    /// <param name="settings">How the desk works.</param>
    /// <param name="queue">Those who wait, the next one first.</param>
    /// <param name="online">The desk's agents who take conversations.</param>
    /// <param name="now">The time.</param>
    public static ImmutableArray<OfferChange> Decide(
        DeskSettings settings, IReadOnlyList<WaitingConversation> queue, IReadOnlyList<StoredAgent> online, DateTimeOffset now)
    {
        var lease = TimeSpan.FromSeconds(settings.OfferSeconds);
        var offers = settings.Assignment != DeskAssignment.Manual;
        var agents = online.Select(a => new OfferedAgent(a)).ToDictionary(a => a.Id, StringComparer.Ordinal);
        var stale = queue.Where(c => c.Offer is { AgentId: { } agent } offer && !(offers && agents.ContainsKey(agent) && offer.ExpiresAt > now)).ToHashSet();
        foreach (var conversation in stale) agents.GetValueOrDefault(conversation.Offer!.AgentId!)?.Withdraw();
        var changes = ImmutableArray.CreateBuilder<OfferChange>();
        foreach (var conversation in queue)
        {
            var isStale = stale.Contains(conversation);
            var old = conversation.Offer;
            if (old?.AgentId is not null && !isStale) continue;
            var passed = old?.Passed ?? [];
            if (isStale && offers) passed = passed.Add(old!.AgentId!);
            if (!passed.IsEmpty && old!.ExpiresAt <= now && Choose(settings, conversation, agents.Values, passed) is null) passed = [];
            if (offers && Choose(settings, conversation, agents.Values, passed) is { } chosen)
            {
                chosen.Offer(now);
                changes.Add(new OfferChange(conversation, chosen.Id, now + lease, passed));
            }
            else if (isStale)
            {
                changes.Add(new OfferChange(conversation, null, old!.ExpiresAt, passed));
            }
        }

        return changes.ToImmutable();
    }

    // Who writes the customer's language is waited for, unless nobody is there who does. A skill only decides among those free.
    private static OfferedAgent? Choose(
        DeskSettings settings, WaitingConversation conversation, IEnumerable<OfferedAgent> agents, ImmutableArray<string> passed)
    {
        var language = conversation.Locale?.Split('-')[0];
        var all = agents.ToList();
        var speakers = all.Where(a => language is null || a.Writes(language)).ToList();
        return (speakers.Count > 0 ? speakers : all)
            .Where(a => a.Free > 0 && !passed.Contains(a.Id))
            .OrderByDescending(a => conversation.Type is { } type && a.Knows(type))
            .ThenBy(a => settings.Assignment == DeskAssignment.LeastBusy ? a.Load : 0)
            .ThenBy(a => a.LastOffer)
            .ThenBy(a => a.Id, StringComparer.Ordinal)
            .FirstOrDefault();
    }
}
