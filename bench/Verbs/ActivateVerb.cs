using System.Text.Json;
using SupportPlatform.Bench.Load;
using SupportPlatform.Bench.Measures;
using SupportPlatform.Bench.Processes;
using SupportPlatform.Bench.Servers;

namespace SupportPlatform.Bench.Verbs;

/// <summary>
/// The first call to conversations that are only rows, by HTTP; and the same rows read by one plain query. The ratio is
/// that of the 99th percentiles.
/// </summary>
internal static class ActivateVerb
{
    /// <summary>Runs both and prints.</summary>
    public static async Task Run(Arguments arguments)
    {
        var rate = arguments.Count("rate", 200);
        var events = arguments.Count("events", 200);
        var seconds = arguments.Seconds("seconds", 8);
        var conversations = (int)(rate * (seconds + ActivateLoad.WarmTime).TotalSeconds) + rate;
        Console.WriteLine($"{rate} cold conversations a second of {events} events each, for {seconds.TotalSeconds:F0} s");
        var (postgres, database) = await DatabaseServer.Start();
        await using var stop = postgres;
        await using (var writer = Child.StartProduct("write-cold", ("database", database), ("conversations", conversations), ("events", events)))
            await writer.Expect("written", TimeSpan.FromSeconds(120));

        var baseline = await Measure("baseline");
        var product = await Measure("product");
        new Report("activate")
            .Row("first read p50 (ms)", "p50_ms", Get(product, "p50"), Get(baseline, "p50"))
            .Row("first read p99 (ms)", "p99_ms", Get(product, "p99"), Get(baseline, "p99"))
            .Row("first read max (ms)", "max_ms", Get(product, "max"), Get(baseline, "max"))
            .Row("reads", "reads", Get(product, "count"), Get(baseline, "count"))
            .Print(Get(product, "p99") / Get(baseline, "p99"), "p99", "p99_ms ≤ 15");

        async Task<JsonElement> Measure(string server)
        {
            await using var serving = Serving.Start(server, ("database", database));
            var url = (await serving.Expect("ready", TimeSpan.FromSeconds(60))).GetProperty("url").GetString()!;
            await using var load = Child.Start("load-activate", ("url", url), ("rate", rate), ("seconds", seconds.TotalSeconds));
            return await load.Expect("read", TimeSpan.FromSeconds(120));
        }
    }

    private static double Get(JsonElement told, string name) => told.GetProperty(name).GetDouble();
}
