using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using SupportPlatform.Agents;
using SupportPlatform.Conversations;
using SupportPlatform.Security;
using SupportPlatform.Stores;

namespace SupportPlatform.Desk;

/// <summary>
/// A team's queue. What it remembers, whom it told what and how fast the queue moves, may be lost; queue and offers are rows.
/// </summary>
[GrainType("desk")]
internal sealed class DeskGrain(DeskStore store, DeskBook book, DeskRound round, DeskSignal signal, IOptions<DeskOptions> options, TimeProvider time)
    : Grain, IDeskGrain
{
    private const int MostDepartures = 50;
    private const int MostTold = 50;
    private readonly Dictionary<string, (int Position, DateTimeOffset At)> _told = [];
    private readonly Queue<DateTimeOffset> _departures = [];
    private HashSet<string> _waiting = [];

    private string Store => StoreKey.OfGrainKey(this.GetPrimaryKeyString());

    private string Desk => DeskKey.DeskOf(this.GetPrimaryKeyString());

    /// <inheritdoc/>
    public async Task<DeskSettings> Configure(DeskSettings settings, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        DeskKey.Of(Store, Desk);
        if (!Enum.IsDefined(settings.Assignment))
            throw new SupportException(ProblemCodes.InvalidRequest, "The assignment is manual, round-robin or least-busy.");
        if (settings.OfferSeconds is < 5 or > 600)
            throw new SupportException(ProblemCodes.InvalidRequest, "offerSeconds is 5 to 600.");
        await store.Configure(Store, Desk, settings, cancellationToken);
        signal.Set(Store);
        return settings;
    }

    /// <inheritdoc/>
    public async Task<DeskSettings> GetSettings(CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        return await store.Settings(Store, Desk, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<QueueView> GetQueue(CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Agent);
        var queue = await store.Queue(Store, Desk, cancellationToken);
        var online = await round.Online(Store, Desk, cancellationToken);
        return new QueueView
        {
            Waiting = [.. queue.Select((c, i) => new QueueLine
            {
                ConversationId = ConversationKey.FromGrainKey(c.Key).PublicId,
                Position = i + 1,
                WaitingSince = c.WaitingSince,
                Type = c.Type,
                Locale = c.Locale,
                OfferedTo = c.Offer?.AgentId,
            })],
            AgentsOnline = online.Count,
            FreeSlots = online.Sum(a => Math.Max(0, a.Profile.Slots - a.Conversations)),
        };
    }

    /// <inheritdoc/>
    public async Task WakeUp(CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        var queue = await round.Run(Store, Desk, cancellationToken);
        var now = time.GetUtcNow();
        Remember(queue, now);
        await Tell(queue, now, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<bool> SetMembers(ImmutableArray<string> agentIds, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        DeskKey.Of(Store, Desk);
        if (agentIds.IsDefault || agentIds.Length > Limits.PageSize || agentIds.Any(a => a is not { Length: <= Limits.ClientIdLength }))
            throw new SupportException(ProblemCodes.InvalidRequest, $"agentIds are at most {Limits.PageSize}.");
        if (!await book.SetMembers(Store, Desk, agentIds, cancellationToken)) return false;
        signal.Set(Store);
        return true;
    }

    /// <inheritdoc/>
    public async Task<bool> Delete(CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        var profile = await GrainFactory.GetGrain<IStoreGrain>(Store).GetProfile(cancellationToken);
        if (DeskNames.In(profile?.Settings).Contains(Desk))
            throw new SupportException(ProblemCodes.DeskInUse, "The store's rules or promises name this desk.");
        if (!await book.Delete(Store, Desk, cancellationToken)) return false;
        signal.Set(Store);
        return true;
    }

    private void Remember(IReadOnlyList<WaitingConversation> queue, DateTimeOffset now)
    {
        var waiting = queue.Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var key in _waiting.Where(k => !waiting.Contains(k)))
        {
            _told.Remove(key);
            _departures.Enqueue(now);
            if (_departures.Count > MostDepartures) _departures.Dequeue();
        }

        _waiting = waiting;
    }

    private async Task Tell(IReadOnlyList<WaitingConversation> queue, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // A conversation that does not answer holds up its own news and nobody's offers.
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(options.Value.PlaceInterval);
        var calls = new List<Task>();
        for (var i = 0; i < queue.Count && calls.Count < MostTold; i++)
        {
            var (key, position) = (queue[i].Key, i + 1);
            if (!PlaceRules.IsNews(_told.TryGetValue(key, out var told) ? told : null, position, now, options.Value.PlaceInterval)) continue;
            _told[key] = (position, now);
            var place = new QueuePlace { Desk = Desk, Position = position, EstimateSeconds = PlaceRules.Estimate(_departures, position, now) };
            calls.Add(Tell(key, place, timeout.Token));
        }

        await Task.WhenAll(calls);
    }

    private async Task Tell(string key, QueuePlace place, CancellationToken cancellationToken)
    {
        try
        {
            await GrainFactory.GetGrain<IConversationGrain>(key).SetPlace(place, cancellationToken).WaitAsync(cancellationToken);
        }
        catch (Exception e) when (e is SupportException or OperationCanceledException or TimeoutException)
        {
            // It is told at the next look; the others' places are news now.
            _told.Remove(key);
        }
    }
}
