using System.Collections.Concurrent;
using System.Diagnostics;
using SupportPlatform.Bench.Measures;
using SupportPlatform.Bench.Processes;

namespace SupportPlatform.Bench.Load;

/// <summary>Visitors who mostly read: a few to warm the server up, then all, then messages among them.</summary>
internal static class IdleLoad
{
    private const int Warm = 200;

    // The server has compiled little of its turns yet.
    private static readonly TimeSpan WarmTime = TimeSpan.FromSeconds(4);

    /// <summary>Joins and writes when the parent says so.</summary>
    public static async Task Run(Arguments arguments)
    {
        await using var first = await ChatCrowd.Join(arguments, Warm, 32, _ => null);
        foreach (var client in first.Clients) await client.Send(CancellationToken.None);
        first.TellJoined();
        await ChatCrowd.WaitFor("join");
        await using var crowd = await ChatCrowd.Join(arguments, arguments.Count("conversations", 0), 64, _ => null);
        crowd.TellJoined();
        await ChatCrowd.WaitFor("post");
        var perSecond = arguments.Count("posts", 0);
        await Post(crowd, perSecond, WarmTime);
        var acknowledged = new Percentiles(await Post(crowd, perSecond, arguments.Seconds("seconds", 0)));
        Parent.Tell("acknowledged", new { p50 = acknowledged.At(0.5), p99 = acknowledged.At(0.99), max = acknowledged.At(1), count = acknowledged.Count });
        await ChatCrowd.WaitFor("end");
    }

    /// <summary>Messages at an even pace, whatever the answers take; each from another visitor.</summary>
    private static async Task<IEnumerable<double>> Post(ChatCrowd crowd, int perSecond, TimeSpan span)
    {
        var took = new ConcurrentBag<double>();
        var sent = new List<Task>();
        var random = new Random(1);
        var clock = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        while (clock.Elapsed < span && await timer.WaitForNextTickAsync())
        {
            while (sent.Count < clock.Elapsed.TotalSeconds * perSecond) sent.Add(One(crowd.Clients[random.Next(crowd.Clients.Count)], took));
        }

        await Task.WhenAll(sent);
        return took;
    }

    private static async Task One(ChatClient client, ConcurrentBag<double> took)
    {
        var start = Stopwatch.GetTimestamp();
        await client.Send(CancellationToken.None);
        took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }
}
