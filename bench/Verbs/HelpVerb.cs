using System.Text.Json;
using SupportPlatform.Bench.Measures;
using SupportPlatform.Bench.Processes;
using SupportPlatform.Bench.Servers;

namespace SupportPlatform.Bench.Verbs;

/// <summary>Pages of the help centre, and a static file of the same server. The ratio is that of their number a second.</summary>
internal static class HelpVerb
{
    /// <summary>Runs both and prints.</summary>
    public static async Task Run(Arguments arguments)
    {
        var readers = arguments.Count("readers", 32);
        var seconds = arguments.Seconds("seconds", 6);
        Console.WriteLine($"{readers} readers for {seconds.TotalSeconds:F0} s each way");
        var (postgres, database) = await DatabaseServer.Start();
        await using var stop = postgres;
        await using var serving = Serving.Start("product", ("database", database));
        var url = (await serving.Expect("ready", TimeSpan.FromSeconds(60))).GetProperty("url").GetString()!;
        await using var load = Child.Start("load-pages", ("url", url), ("readers", readers), ("seconds", seconds.TotalSeconds));
        var file = await load.Expect("file", seconds + TimeSpan.FromSeconds(60));
        var page = await load.Expect("page", seconds + TimeSpan.FromSeconds(60));
        new Report("help")
            .Row("a second", "per_s", Get(page, "perSecond"), Get(file, "perSecond"))
            .Row("p50 (ms)", "p50_ms", Get(page, "p50"), Get(file, "p50"))
            .Row("p99 (ms)", "p99_ms", Get(page, "p99"), Get(file, "p99"))
            .Row("bytes each", "bytes", Get(page, "bytes"), Get(file, "bytes"))
            .Print(Get(page, "perSecond") / Get(file, "perSecond"), "pages to files", "per_s ≥ 2000, ratio ≥ 0.4");
    }

    private static double Get(JsonElement told, string name) => told.GetProperty(name).GetDouble();
}
