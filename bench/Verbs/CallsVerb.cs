using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SupportPlatform.Bench.Calls;
using SupportPlatform.Bench.Measures;
using SupportPlatform.Bench.Processes;
using SupportPlatform.Bench.Servers;
using SupportPlatform.Hosting;

namespace SupportPlatform.Bench.Verbs;

/// <summary>
/// Empty grain calls, one at a time for each caller, each to a grain of its own; with and without the product's call
/// filter. The baseline is the least that an actor can be: a channel and a loop. The ratio is that of calls a second.
/// </summary>
internal static class CallsVerb
{
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(2);

    /// <summary>Runs all and prints.</summary>
    public static async Task Run(Arguments arguments)
    {
        var callers = arguments.Count("callers", 64);
        var seconds = arguments.Seconds("seconds", 6);
        Console.WriteLine($"{callers} callers for {seconds.TotalSeconds:F0} s each way");
        using var folder = new ScratchFolder();
        await using var postgres = await BenchDatabase.Start(folder.Path);
        var baseline = await Measure(callers, seconds, _ => new Mailbox().Ping);
        var plain = await Engine(withFilters: false);
        var filtered = await Engine(withFilters: true);
        new Report("calls")
            .Row("calls a second", "per_s", plain, baseline)
            .Row("with the call filter", "filtered_per_s", filtered)
            .Print(plain / baseline, "calls a second", "product.per_s ≥ 500,000 on 2 cores");

        async Task<double> Engine(bool withFilters)
        {
            await using var host = await SiloHost.Start(
                ["--urls=http://127.0.0.1:0", $"--Data:Folder={folder.Path}", $"--ConnectionStrings:SupportPlatform={postgres.ConnectionString}", "--Demo:Enabled=false", "--Logging:LogLevel:Default=Warning"],
                builder =>
                {
#if ENGINE_EMBEDDED
                    builder.Services.Configure<Orleans.Hosting.EmbeddedGrainOptions>(o => o.Assemblies.Add(typeof(EmptyGrain).Assembly));
#endif
                    if (!withFilters) builder.Services.RemoveAll<IIncomingGrainCallFilter>();
                });
            var grains = host.Services.GetRequiredService<IGrainFactory>();
            return await Measure(callers, seconds, i => grains.GetGrain<IEmptyGrain>($"bench/{i}").Ping);
        }
    }

    private static async Task<double> Measure(int callers, TimeSpan seconds, Func<int, Func<Task>> target)
    {
        var clock = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, callers).Select(i => Task.Run(async () =>
        {
            var ping = target(i);
            var count = 0L;
            while (clock.Elapsed < Warm + seconds)
            {
                // The clock is read once in a hundred calls.
                for (var n = 0; n < 100; n++) await ping();
                if (clock.Elapsed >= Warm) count += 100;
            }

            return count;
        })));
        return Math.Round(counts.Sum() / (clock.Elapsed - Warm).TotalSeconds);
    }
}
