using Microsoft.Extensions.Options;
using SupportPlatform.Agents;

namespace SupportPlatform.Desk;

/// <summary>One look at a desk: reads queue and agents, lets the rules decide, keeps the offers.</summary>
internal sealed class DeskRound(DeskStore store, AgentStore agents, IOptions<DeskOptions> options, TimeProvider time)
{
    /// <summary>Makes the offers that are to be made; returns the queue as it was read.</summary>
    public async Task<IReadOnlyList<WaitingConversation>> Run(string shop, string desk, CancellationToken cancellationToken)
    {
        await store.Clean(shop, desk, cancellationToken);
        var queue = await store.Queue(shop, desk, cancellationToken);
        if (queue.Count == 0) return queue;
        var settings = await store.Settings(shop, desk, cancellationToken);
        var online = await Online(shop, desk, cancellationToken);
        var now = time.GetUtcNow();
        var changes = DeskRules.Decide(settings, queue, online, now);
        if (!changes.IsEmpty) await store.Save(shop, desk, changes, now, cancellationToken);
        return queue;
    }

    /// <summary>The desk's agents who take conversations.</summary>
    public async Task<IReadOnlyList<StoredAgent>> Online(string shop, string desk, CancellationToken cancellationToken)
    {
        var all = await agents.OfDesk(shop, desk, cancellationToken);
        var now = time.GetUtcNow();
        return [.. all.Where(a => AgentRules.Presence(a, now, options.Value.PresenceGrace) == AgentPresence.Online)];
    }
}
