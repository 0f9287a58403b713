using System.Diagnostics;
using System.Net.Http.Headers;
using SupportPlatform.Bench.Measures;
using SupportPlatform.Bench.Processes;
using SupportPlatform.Bench.Servers;

namespace SupportPlatform.Bench.Load;

/// <summary>Readers who open conversations that nobody has open.</summary>
internal static class ActivateLoad
{
    /// <summary>For how long reads warm the server up and do not count.</summary>
    public static readonly TimeSpan WarmTime = TimeSpan.FromSeconds(4);

    /// <summary>Reads each conversation once.</summary>
    public static async Task Run(Arguments arguments)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(arguments.Text("url")) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ProductServer.AdminKey);
        var rate = arguments.Count("rate", 0);
        var next = 0;
        await Open(WarmTime);
        var times = new Percentiles(await Open(arguments.Seconds("seconds", 0)));
        Parent.Tell("read", new { p50 = times.At(0.5), p99 = times.At(0.99), max = times.At(1), count = times.Count });

        // At an even pace, whatever the answers take: the next visitor does not wait for the one before.
        async Task<IEnumerable<double>> Open(TimeSpan span)
        {
            var reads = new List<Task<double>>();
            var clock = Stopwatch.StartNew();
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
            while (clock.Elapsed < span && await timer.WaitForNextTickAsync())
            {
                while (reads.Count < Math.Min(clock.Elapsed.TotalSeconds, span.TotalSeconds) * rate) reads.Add(Read(next++, CancellationToken.None));
            }

            return await Task.WhenAll(reads);
        }

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
