using Microsoft.Extensions.Options;
using Npgsql;
using SupportPlatform.Agents;
using SupportPlatform.Desk;

namespace SupportPlatform.Conversations;

/// <summary>Reads how a store's desks and agents stand, by a few statements over indexes, however many conversations there are.</summary>
internal sealed class WallReader(
    NpgsqlDataSource database, StorageRetry retry, AgentStore agents, ConversationLists lists, IOptions<DeskOptions> options, TimeProvider time)
{
    private const string ReadDesks = """
        SELECT desk, count(*), min(waiting_since), count(*) FILTER (WHERE (state -> 'sla' ->> 'breaches')::int > 0)
          FROM conversations WHERE store = $1 AND desk IS NOT NULL AND waiting_since IS NOT NULL GROUP BY desk ORDER BY desk
        """;

    private const string ReadHeld = "SELECT key FROM conversations WHERE store = $1 AND agent IS NOT NULL ORDER BY agent, key LIMIT 2000";

    // What changed today is found by the index of lists; its clocks are in its state.
    private const string ReadToday = """
        WITH today AS (
            SELECT state -> 'sla' AS sla FROM conversations WHERE store = $1 AND listed_at >= date_bin('1 minute', $2, '2000-01-01 00:00:00+00')),
        clocks AS (
            SELECT c ->> 'name' AS name, (c ->> 'startedAt')::timestamptz AS started, (c ->> 'endedAt')::timestamptz AS ended,
                   (c ->> 'breachedAt')::timestamptz AS breached
              FROM today, json_array_elements(sla -> 'clocks') c)
        SELECT (SELECT count(*) FROM clocks WHERE name = 'first-response' AND started >= $2),
               (SELECT count(*) FROM today WHERE (sla ->> 'endedAt')::timestamptz >= $2),
               (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM ended - started)::float8)
                  FROM clocks WHERE name = 'first-response' AND ended >= $2),
               (SELECT count(*) FROM clocks WHERE breached >= $2)
        """;

    /// <summary>Reads it.</summary>
    /// <param name="store">The store.</param>
    /// <param name="midnight">When its day began.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="SupportException">The storage is unavailable.</exception>
    public async Task<WallView> Read(string store, DateTimeOffset midnight, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var found = (await agents.List(store, null, Limits.PageSize, cancellationToken))
            .Select(a => AgentRules.View(a, now, options.Value.PresenceGrace, [])).ToList();
        var desks = await retry.Read(
            database, ReadDesks, [store],
            r => (Id: r.GetString(0), Waiting: r.GetInt64(1), Since: r.GetFieldValue<DateTimeOffset>(2), Breached: r.GetInt64(3)), cancellationToken);
        var held = await retry.Read(database, ReadHeld, [store], r => r.GetString(0), cancellationToken);
        var lines = (await lists.Find(store, [.. held], cancellationToken)).Values.ToLookup(l => l.AgentId);
        var today = await retry.Read(
            database, ReadToday, [store, midnight.UtcDateTime],
            r => new DayFigures
            {
                Escalated = (int)r.GetInt64(0),
                Resolved = (int)r.GetInt64(1),
                MedianFirstResponseSeconds = r.IsDBNull(2) ? null : (int)Math.Round(r.GetDouble(2)),
                Breaches = (int)r.GetInt64(3),
            },
            cancellationToken);
        return new WallView
        {
            Desks = [.. desks.Select(d => Load(d.Id, (int)d.Waiting, now - d.Since, (int)d.Breached, Serving(found, d.Id)))],
            Agents = [.. found.Select(a => new AgentLoad { Agent = a, Lines = [.. lines[a.AgentId].OrderBy(l => l.StartedAt)] })],
            Today = today[0],
        };
    }

    private static IReadOnlyList<AgentView> Serving(IEnumerable<AgentView> agents, string desk) =>
        [.. agents.Where(a => a.Presence == AgentPresence.Online && (a.Profile.Desks.IsEmpty || a.Profile.Desks.Contains(desk)))];

    private static DeskLoad Load(string desk, int waiting, TimeSpan longest, int breached, IReadOnlyList<AgentView> online) => new()
    {
        Desk = desk,
        Waiting = waiting,
        LongestSeconds = Math.Max(0, (int)longest.TotalSeconds),
        Breached = breached,
        AgentsOnline = online.Count,
        FreeSlots = online.Sum(a => Math.Max(0, a.Profile.Slots - a.Conversations)),
    };
}
