using SupportPlatform.Bench.Measures;
using SupportPlatform.Bench.Processes;
using SupportPlatform.Bench.Servers;

namespace SupportPlatform.Bench.Verbs;

/// <summary>
/// Open conversations, each with a connected follower, and a plain hub with as many connections in a group each. The
/// ratio is that of the server's memory for one.
/// </summary>
internal static class IdleVerb
{
    private static readonly TimeSpan JoinTimeout = TimeSpan.FromSeconds(120);

    /// <summary>Runs both and prints.</summary>
    public static async Task Run(Arguments arguments)
    {
        var conversations = arguments.Count("conversations", 10_000);
        var posts = arguments.Count("posts", 200);
        var seconds = arguments.Seconds("seconds", 8);
        Console.WriteLine($"{conversations} conversations with a follower each; {posts} messages/s among them for {seconds.TotalSeconds:F0} s");
        var baseline = await Measure("baseline");
        var product = await Measure("product");
        new Report("idle")
            .Row("server memory each (KB)", "kb_each", product.KbEach, baseline.KbEach)
            .Row("of it managed (KB)", "managed_kb_each", product.ManagedKbEach, baseline.ManagedKbEach)
            .Row("acknowledgement p50 (ms)", "ack_p50_ms", product.P50, baseline.P50)
            .Row("acknowledgement p99 (ms)", "ack_p99_ms", product.P99, baseline.P99)
            .Row("acknowledgement max (ms)", "ack_max_ms", product.Max, baseline.Max)
            .Row("joined a second", "joins_per_s", product.JoinsPerSecond, baseline.JoinsPerSecond)
            .Print(product.KbEach / baseline.KbEach, "memory each", "kb_each ≤ 40, ack_p99_ms ≤ 25");

        async Task<IdleFigures> Measure(string server)
        {
            await using var serving = Serving.Start(server);
            var url = (await serving.Expect("ready", TimeSpan.FromSeconds(60))).GetProperty("url").GetString()!;
            await using var load = Child.Start(
                "load-idle", ("url", url), ("server", server), ("conversations", conversations), ("posts", posts), ("seconds", seconds.TotalSeconds));
            await load.Expect("joined", JoinTimeout);
            var before = await Memory(serving);
            var clock = System.Diagnostics.Stopwatch.StartNew();
            await load.Tell("join");
            await load.Expect("joined", JoinTimeout);
            var joining = clock.Elapsed;
            await load.Tell("post");
            var acknowledged = await load.Expect("acknowledged", seconds + JoinTimeout);

            // At the end, so that the conversations' messages are counted and the full collection disturbs no figure.
            var after = await Memory(serving);
            return new IdleFigures(
                Math.Round((after.Kb - before.Kb) / (double)conversations, 2),
                Math.Round((after.Managed - before.Managed) / (double)conversations, 2),
                acknowledged.GetProperty("p50").GetDouble(),
                acknowledged.GetProperty("p99").GetDouble(),
                acknowledged.GetProperty("max").GetDouble(),
                Math.Round(conversations / joining.TotalSeconds));
        }
    }

    private static async Task<(long Kb, long Managed)> Memory(Child server)
    {
        await server.Tell("memory");
        var told = await server.Expect("memory", TimeSpan.FromSeconds(30));
        return (told.GetProperty("kb").GetInt64(), told.GetProperty("managed").GetInt64());
    }
}
