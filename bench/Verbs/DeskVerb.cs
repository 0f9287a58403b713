using System.Collections.Concurrent;
using System.Diagnostics;
using Npgsql;
using SupportPlatform.Agents;
using SupportPlatform.Bench.Measures;
using SupportPlatform.Bench.Processes;
using SupportPlatform.Bench.Servers;
using SupportPlatform.Conversations;
using SupportPlatform.Desk;
using SupportPlatform.Security;

namespace SupportPlatform.Bench.Verbs;

/// <summary>
/// Agents who claim those who wait, first what they like and then what their desk offers them, through the grains; and rows
/// of a table, claimed by one <c>UPDATE … SKIP LOCKED</c> each. The ratio is that of the claims a second. The run fails unless
/// slots are exact and each conversation has one agent.
/// </summary>
internal static class DeskVerb
{
    private const string DeskName = "main";

    private const string Take = """
        UPDATE bench_queue SET agent = $1
         WHERE key = (SELECT key FROM bench_queue WHERE agent IS NULL ORDER BY waiting_since LIMIT 1 FOR UPDATE SKIP LOCKED)
        """;

    /// <summary>Runs both and prints.</summary>
    public static async Task Run(Arguments arguments)
    {
        var (conversations, agents) = (arguments.Count("conversations", 1_000), arguments.Count("agents", 200));
        Console.WriteLine($"{conversations} conversations wait, {agents} agents");
        var (postgres, database) = await DatabaseServer.Start();
        await using var stop = postgres;
        await using var work = Child.StartProduct("work-desk", ("database", database), ("conversations", conversations), ("agents", agents));
        var told = await work.Expect("claimed", TimeSpan.FromMinutes(10));
        double Get(string side, string name) => told.GetProperty(side).GetProperty(name).GetDouble();
        new Report("desk")
            .Row("claims a second", "claims_per_s", Get("product", "perSecond"), Get("baseline", "perSecond"))
            .Row("claim p50 (ms)", "p50_ms", Get("product", "p50"), Get("baseline", "p50"))
            .Row("claim p99 (ms)", "p99_ms", Get("product", "p99"), Get("baseline", "p99"))
            .Row("offered and accepted a second", "offers_per_s", Get("offers", "perSecond"))
            .Row("accept p99 (ms)", "accept_p99_ms", Get("offers", "p99"))
            .Print(Get("product", "perSecond") / Get("baseline", "perSecond"), "claims a second", "each conversation claimed once, slots exact");
    }

    /// <summary>Claims, in the process that holds the grains.</summary>
    public static Task Work(Arguments arguments) => ProductServer.With(arguments, async host =>
    {
        var (conversations, agents) = (arguments.Count("conversations", 0), arguments.Count("agents", 0));
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        var database = host.Services.GetRequiredService<NpgsqlDataSource>();
        CallerContext.Current = Caller.Administrator;
        var keys = Enumerable.Range(0, conversations).Select(_ => ConversationKey.New(ProductServer.Store).GrainKey).ToList();
        var names = Enumerable.Range(0, agents).Select(i => $"a-{i}").ToList();
        await Each(names, async n => await Agent(n).Put(new AgentProfile { Name = n, Slots = conversations / agents }));
        await Each(keys, async key =>
        {
            await grains.GetGrain<IConversationGrain>(key).Start(new StartConversation { ContactId = "bench" });
            await grains.GetGrain<IConversationGrain>(key).Escalate(new Escalate { Reason = EscalationReasons.Asked, Desk = DeskName });
        });

        var baseline = await Plain(database, keys, names);
        var waiting = new ConcurrentQueue<string>(keys);
        var claims = await Measure(names, conversations / agents, async name => waiting.TryDequeue(out var key) && (await Agent(name).Claim(Command(name), key)).Won);
        await Check(database, conversations, agents);

        await Each(names, async n => await Agent(n).SetPresence(AgentPresence.Online));
        await Each(keys, async key =>
        {
            var held = await database.CreateCommand($"SELECT agent FROM conversations WHERE key = '{key}'").ExecuteScalarAsync();
            await grains.GetGrain<IConversationGrain>(key).Release(new ReleaseConversation { AgentId = (string)held!, Desk = DeskName });
        });
        await grains.GetGrain<IDeskGrain>(DeskKey.Of(ProductServer.Store, DeskName)).Configure(new DeskSettings { Assignment = DeskAssignment.RoundRobin, OfferSeconds = 60 });
        var offers = await Measure(names, conversations / agents, name => Accept(Agent(name)));
        await Check(database, conversations, agents);
        Parent.Tell("claimed", new { product = claims, baseline, offers });

        IAgentGrain Agent(string name) => grains.GetGrain<IAgentGrain>(AgentKey.Of(ProductServer.Store, name));
    });

    private static ClaimConversation Command(string name) => new() { AgentId = name, AgentName = name };

    private static async Task<bool> Accept(IAgentGrain agent)
    {
        for (var limit = Stopwatch.StartNew(); limit.Elapsed < TimeSpan.FromMinutes(2);)
        {
            var view = await agent.SetPresence(AgentPresence.Online);
            if (view.Offers.Length > 0) return (await agent.Accept(view.Offers[0].OfferId)).Won;
            await Task.Delay(100);
        }

        throw new BenchException("An agent was offered nothing for two minutes.");
    }

    private static async Task<object> Plain(NpgsqlDataSource database, List<string> keys, List<string> names)
    {
        await using var table = database.CreateCommand("""
            CREATE TABLE bench_queue (key text PRIMARY KEY, waiting_since timestamptz NOT NULL, agent text);
            CREATE INDEX ON bench_queue (waiting_since) WHERE agent IS NULL
            """);
        await table.ExecuteNonQueryAsync();
        await using var fill = database.CreateCommand("INSERT INTO bench_queue SELECT k, clock_timestamp() FROM unnest($1) k");
        fill.Parameters.AddWithValue(keys.ToArray());
        await fill.ExecuteNonQueryAsync();
        return await Measure(names, keys.Count / names.Count, async name =>
        {
            await using var take = database.CreateCommand(Take);
            take.Parameters.AddWithValue(name);
            return await take.ExecuteNonQueryAsync() == 1;
        });
    }

    // Each agent claims as many as fit, one after another.
    private static async Task<object> Measure(List<string> names, int most, Func<string, Task<bool>> claim)
    {
        var clock = Stopwatch.StartNew();
        var took = await Task.WhenAll(names.Select(async name =>
        {
            var times = new List<double>();
            while (times.Count < most)
            {
                var start = clock.Elapsed;
                if (!await claim(name)) throw new BenchException($"{name} got {times.Count} of {most}.");
                times.Add((clock.Elapsed - start).TotalMilliseconds);
            }

            return times;
        }));
        var all = new Percentiles(took.SelectMany(t => t));
        return new { perSecond = Math.Round(all.Count / clock.Elapsed.TotalSeconds), p50 = all.At(0.5), p99 = all.At(0.99) };
    }

    private static async Task Check(NpgsqlDataSource database, int conversations, int agents)
    {
        await using var command = database.CreateCommand("""
            SELECT coalesce(sum(n), 0)::bigint, count(*), coalesce(max(n), 0)::bigint,
                   (SELECT count(*) FROM (SELECT key FROM events WHERE type = 'agent-joined' GROUP BY key HAVING count(*) > 2) t)
              FROM (SELECT count(*) AS n FROM conversations WHERE agent IS NOT NULL GROUP BY agent) a
            """);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        var (claimed, holders, most, twice) = (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3));
        if (claimed != conversations || holders != agents || most != conversations / agents || twice != 0)
            throw new BenchException($"{claimed} of {conversations} are claimed by {holders} agents, {most} at most each; {twice} more than once.");
    }

    private static Task Each<T>(IEnumerable<T> items, Func<T, Task> action) =>
        Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (item, _) => await action(item));
}
