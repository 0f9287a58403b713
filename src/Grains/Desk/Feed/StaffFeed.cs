using System.Collections.Immutable;
using SupportPlatform.Conversations;

namespace SupportPlatform.Desk;

/// <summary>
/// What staff see of a store, and in which version which part of it changed. It is no queue: of each conversation only the
/// newest state is kept, and of conversations only those that changed last.
/// </summary>
internal sealed class StaffFeed(StaffFeedReader reader, string store, TimeProvider time)
{
    private const int MostLines = 5_000;
    private const int MostAtOnce = 200;
    private static readonly TimeSpan CountInterval = TimeSpan.FromMilliseconds(500);
    private readonly Dictionary<string, (ConversationLine Line, long Version)> _lines = [];
    private readonly Dictionary<string, (FeedAgent Agent, long Version)> _agents = [];
    private ILookup<string, OfferedConversation> _offers = Enumerable.Empty<OfferedConversation>().ToLookup(_ => "");
    private ImmutableArray<string> _agentIds = [];
    private long _agentIdsVersion;
    private OpenCounts? _counts;
    private DateTimeOffset _at;
    private long _counted;
    private bool _isStale = true;
    private long _forgotten;

    /// <summary>Grows with each change.</summary>
    public long Version { get; private set; } = 1;

    /// <summary>Reads what may have changed.</summary>
    public async Task Look(CancellationToken cancellationToken)
    {
        var before = Version;
        var now = time.GetUtcNow();
        await foreach (var lines in reader.Changed(store, _at == default ? now : _at, cancellationToken))
        {
            foreach (var line in lines) Take(line);
        }

        Take(await reader.Agents(store, cancellationToken));
        _offers = await reader.Offers(store, cancellationToken);
        _isStale |= Version != before;
        if (_counts is null || (_isStale && time.GetElapsedTime(_counted) >= CountInterval))
        {
            _counts = await reader.Count(store, cancellationToken);
            (_counted, _isStale) = (time.GetTimestamp(), false);
        }

        Forget();
        _at = now;
    }

    /// <summary>What somebody does not know yet, and moves their place; null when they know everything.</summary>
    /// <exception cref="InvalidOperationException">They are so far behind that some of it is forgotten.</exception>
    public StaffChange? Take(StaffFeedPlace place)
    {
        if (place.Lines < _forgotten) throw new InvalidOperationException("The follower is too far behind.");
        var lines = place.Lines == Version ? [] : _lines.Values.Where(l => l.Version > place.Lines).OrderBy(l => l.Version).Take(MostAtOnce).ToList();
        place.Lines = lines.Count == MostAtOnce ? lines[^1].Version : Version;
        var agents = place.Agents == Version ? [] : _agents.Values.Where(a => a.Version > place.Agents).ToList();
        ImmutableArray<string>? agentIds = place.Agents < _agentIdsVersion ? _agentIds : null;
        place.Agents = Version;
        var counts = Counts(place);
        var offers = Offers(place);
        if (lines.Count == 0 && agents.Count == 0 && agentIds is null && counts is null && offers is null) return null;
        return new StaffChange
        {
            Lines = lines.Count == 0 ? null : [.. lines.Select(l => l.Line)],
            Agents = agents.Count == 0 ? null : [.. agents.Select(a => a.Agent.View)],
            Counts = counts,
            Offers = offers,
            At = _at,
            AgentIds = agentIds,
        };
    }

    private void Take(ConversationLine line)
    {
        if (_lines.TryGetValue(line.ConversationId, out var known) && known.Line.LastSeq == line.LastSeq && known.Line.UpdatedAt == line.UpdatedAt) return;
        _lines[line.ConversationId] = (line, ++Version);
    }

    private void Take(IReadOnlyList<FeedAgent> agents)
    {
        foreach (var agent in agents)
        {
            if (!_agents.TryGetValue(agent.View.AgentId, out var known) || known.Agent.Mark != agent.Mark) _agents[agent.View.AgentId] = (agent, ++Version);
        }

        ImmutableArray<string> ids = [.. agents.Select(a => a.View.AgentId)];

        // Of a store with more agents than are read here nobody can be told who has gone.
        if (ids.Length == Limits.PageSize || ids.SequenceEqual(_agentIds)) return;
        foreach (var gone in _agentIds.Except(ids)) _agents.Remove(gone);
        (_agentIds, _agentIdsVersion) = (ids, ++Version);
    }

    private ConversationCounts? Counts(StaffFeedPlace place)
    {
        var desks = place.AgentId is { } agentId && _agents.TryGetValue(agentId, out var me) ? me.Agent.View.Profile.Desks : [];
        var counts = _counts?.Of(place.AgentId, desks);
        return counts == place.Counts ? null : place.Counts = counts;
    }

    private ImmutableArray<OfferedConversation>? Offers(StaffFeedPlace place)
    {
        if (place.AgentId is not { } agentId) return null;
        var offers = _offers[agentId].ToImmutableArray();
        var mark = string.Join(' ', offers.Select(o => o.OfferId));
        if (mark == place.Offers) return null;
        place.Offers = mark;
        return offers;
    }

    private void Forget()
    {
        if (_lines.Count <= MostLines) return;
        var old = _lines.OrderBy(l => l.Value.Version).Take(_lines.Count - (MostLines / 2)).ToList();
        foreach (var (key, _) in old) _lines.Remove(key);
        _forgotten = old[^1].Value.Version;
    }
}
