using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SupportPlatform.Bench.Calls;
using SupportPlatform.Bench.Measures;
using SupportPlatform.Bench.Processes;
using SupportPlatform.Bench.Servers;

namespace SupportPlatform.Bench.Verbs;

/// <summary>
/// Empty grain calls, one at a time for each caller, each to a grain of its own; the same to a few grains,
/// whose calls have to queue; and with the product's call filter. The baseline is the least that an actor can be: a channel and a loop. The ratio is that of calls a second.
/// </summary>
internal static class CallsVerb
{
    private const int SharedGrains = 8;

    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(2);

    /// <summary>Runs all and prints.</summary>
    public static async Task Run(Arguments arguments)
    {
        var callers = arguments.Count("callers", 64);
        var seconds = arguments.Seconds("seconds", 5);
        Console.WriteLine($"{callers} callers for {seconds.TotalSeconds:F0} s each way");
        var (postgres, database) = await DatabaseServer.Start();
        await using var stop = postgres;
        var baseline = await Work("mailboxes");
        var plain = await Work("grains");
        var shared = await Work("shared");
        var filtered = await Work("filtered");
        new Report("calls")
            .Row("calls a second", "per_s", plain, baseline)
            .Row($"of {SharedGrains} grains for all", "shared_per_s", shared)
            .Row("with the call filter", "filtered_per_s", filtered)
            .Print(plain / baseline, "calls a second", "product.per_s ≥ 500,000 on 2 cores");

        async Task<double> Work(string actors)
        {
            await using var work = Child.StartProduct(
                "work-calls", ("actors", actors), ("database", database), ("callers", callers), ("seconds", seconds.TotalSeconds));
            return (await work.Expect("called", seconds + TimeSpan.FromSeconds(60))).GetProperty("perSecond").GetDouble();
        }
    }

    /// <summary>Calls, in the process that holds the actors.</summary>
    public static Task Work(Arguments arguments)
    {
        var actors = arguments.Text("actors");
        return actors == "mailboxes"
            ? Tell(_ => new Mailbox().Ping)
            : ProductServer.With(
                arguments,
                host =>
                {
                    var grains = host.Services.GetRequiredService<IGrainFactory>();
                    return Tell(i => grains.GetGrain<IEmptyGrain>($"bench/{(actors == "shared" ? i % SharedGrains : i)}").Ping);
                },
                builder =>
                {
#if ENGINE_EMBEDDED
                    builder.Services.Configure<Orleans.Hosting.EmbeddedGrainOptions>(o => o.Assemblies.Add(typeof(EmptyGrain).Assembly));
#endif
                    if (actors != "filtered") builder.Services.RemoveAll<IIncomingGrainCallFilter>();
                });

        async Task Tell(Func<int, Func<Task>> target) =>
            Parent.Tell("called", new { perSecond = await Measure(arguments.Count("callers", 0), arguments.Seconds("seconds", 0), target) });
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
