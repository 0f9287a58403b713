using SupportPlatform.Bench.Measures;
using SupportPlatform.Bench.Processes;
using SupportPlatform.Bench.Servers;

namespace SupportPlatform.Bench.Verbs;

/// <summary>
/// Streams of tokens to one follower each: through conversations, and through a plain hub that sends the same tokens
/// one by one. The ratio is that of the server's processor time a token.
/// </summary>
internal static class RelayVerb
{
    /// <summary>Runs both and prints.</summary>
    public static async Task Run(Arguments arguments)
    {
        var streams = arguments.Count("streams", 250);
        var rate = arguments.Count("rate", 80);
        var warm = arguments.Seconds("warm", 4);
        var window = arguments.Seconds("window", 10);
        Console.WriteLine($"{streams} streams of {rate} tokens/s each, measured for {window.TotalSeconds:F0} s after {warm.TotalSeconds:F0} s");
        var baseline = await Measure("baseline");
        var product = await Measure("product");
        new Report("relay")
            .Row("server CPU a token (µs)", "cpu_us_per_token", product.Cpu, baseline.Cpu)
            .Row("delay p50 (ms)", "p50_ms", product.P50, baseline.P50)
            .Row("delay p99 (ms)", "p99_ms", product.P99, baseline.P99)
            .Row("delay max (ms)", "max_ms", product.Max, baseline.Max)
            .Row("tokens/s", "tokens_per_s", product.PerSecond, baseline.PerSecond)
            .Row("tokens a chunk", "tokens_per_chunk", product.PerChunk, baseline.PerChunk)
            .Row("tokens lost", "lost", product.Lost, baseline.Lost)
            .Row("breaks in the text", "breaks", product.Breaks, baseline.Breaks)
            .Print(product.Cpu / baseline.Cpu, "CPU a token", "ratio ≤ 0.8 (1000 streams of 20/s: ≤ 1.5), p99 ≤ 45 ms, none lost");

        async Task<RelayFigures> Measure(string server)
        {
            await using var serving = Serving.Start(
                server, ("streams", streams), ("rate", rate), ("warm", warm.TotalSeconds), ("window", window.TotalSeconds));
            var url = (await serving.Expect("ready", TimeSpan.FromSeconds(60))).GetProperty("url").GetString()!;
            await using var load = Child.Start(
                "load-relay", ("url", url), ("server", server), ("streams", streams), ("warm", warm.TotalSeconds), ("window", window.TotalSeconds));
            var paced = await serving.Expect("paced", warm + window + TimeSpan.FromSeconds(60));
            var received = await load.Expect("received", TimeSpan.FromSeconds(30));
            return RelayFigures.Of(paced, received, streams, window);
        }
    }
}
