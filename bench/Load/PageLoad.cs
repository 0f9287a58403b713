using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using SupportPlatform.Bench.Measures;
using SupportPlatform.Bench.Processes;
using SupportPlatform.Bench.Servers;

namespace SupportPlatform.Bench.Load;

/// <summary>Readers of a help centre of twenty articles, and of a static file.</summary>
internal static class PageLoad
{
    private const int Articles = 20;
    private static readonly TimeSpan WarmTime = TimeSpan.FromSeconds(2);

    /// <summary>Publishes the articles and reads.</summary>
    public static async Task Run(Arguments arguments)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(arguments.Text("url")) };
        await Publish(http);
        var readers = arguments.Count("readers", 0);
        var seconds = arguments.Seconds("seconds", 0);
        await Read("file", _ => "/index.html");
        await Read("page", i => $"/help/{ProductServer.Store}/articles/article-{i % Articles}");

        async Task Read(string name, Func<int, string> path)
        {
            await Measure(http, path, readers, WarmTime);
            var (times, bytes, took) = await Measure(http, path, readers, seconds);
            Parent.Tell(name, new { perSecond = times.Count / took.TotalSeconds, p50 = times.At(0.5), p99 = times.At(0.99), bytes });
        }
    }

    private static async Task<(Percentiles Times, double Bytes, TimeSpan Took)> Measure(HttpClient http, Func<int, string> path, int readers, TimeSpan span)
    {
        var times = new ConcurrentBag<double>();
        var bytes = 0;
        var clock = Stopwatch.StartNew();
        await Parallel.ForAsync(0, readers, new ParallelOptions { MaxDegreeOfParallelism = readers }, async (reader, ct) =>
        {
            for (var i = reader; clock.Elapsed < span; i++)
            {
                var start = Stopwatch.GetTimestamp();
                using var response = await http.GetAsync(path(i), ct);
                bytes = (await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(ct)).Length;
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        });
        return (new Percentiles(times), bytes, clock.Elapsed);
    }

    private static async Task Publish(HttpClient http)
    {
        for (var i = 0; i < Articles; i++)
        {
            var paragraphs = Enumerable.Range(1, 12).Select(p => string.Create(
                CultureInfo.InvariantCulture, $"## Step {p}\n\nTurn the dial to position {p}, wait **{p * 10} seconds**, and read what the display of model {i} says before you go on."));
            var article = new { id = $"article-{i}", title = $"How model {i} is set up", category = $"Category {i % 4}", state = "published", body = string.Join("\n\n", paragraphs) };
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/stores/{ProductServer.Store}/articles") { Content = JsonContent.Create(article, options: JsonSerializerOptions.Web) };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", ProductServer.AdminKey);
            using var response = await http.SendAsync(request);
            if (!response.IsSuccessStatusCode) throw new BenchException($"Not published: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        }
    }
}
