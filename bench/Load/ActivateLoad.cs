using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using SupportPlatform.Bench.Measures;
using SupportPlatform.Bench.Processes;
using SupportPlatform.Bench.Servers;

namespace SupportPlatform.Bench.Load;

/// <summary>Readers who open conversations that nobody has open.</summary>
internal static class ActivateLoad
{
    /// <summary>Reads each conversation once; the first ones warm the server up and do not count.</summary>
    public static async Task Run(Arguments arguments)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(arguments.Text("url")) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ProductServer.AdminKey);
        var count = arguments.Count("conversations", 0);
        var warm = count / 4;
        var took = new ConcurrentBag<double>();
        var readers = new ParallelOptions { MaxDegreeOfParallelism = arguments.Count("readers", 1) };
        await Parallel.ForAsync(0, warm, readers, async (i, ct) => await Read(i, ct));
        var clock = Stopwatch.StartNew();
        await Parallel.ForAsync(warm, count, readers, async (i, ct) => took.Add(await Read(i, ct)));
        var elapsed = clock.Elapsed;
        var times = new Percentiles(took);
        Parent.Tell("read", new { p50 = times.At(0.5), p99 = times.At(0.99), max = times.At(1), perSecond = Math.Round(times.Count / elapsed.TotalSeconds) });

        async Task<double> Read(int i, CancellationToken cancellationToken)
        {
            var start = Stopwatch.GetTimestamp();
            using var response = await http.GetAsync(ColdConversations.Address(i), cancellationToken);
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            if (!response.IsSuccessStatusCode || body.Length == 0) throw new BenchException($"Not read: {(int)response.StatusCode}");
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
    }
}
