using SupportPlatform.Bench.Measures;
using SupportPlatform.Bench.Processes;

namespace SupportPlatform.Bench.Load;

/// <summary>Visitors who each watch one answer being streamed.</summary>
internal static class RelayLoad
{
    /// <summary>Joins, asks, and receives until every stream has ended.</summary>
    public static async Task Run(Arguments arguments)
    {
        var receivers = Enumerable.Range(0, arguments.Count("streams", 0)).Select(_ => new TokenReceiver()).ToArray();
        await using var crowd = await ChatCrowd.Join(arguments, receivers.Length, 32, i => receivers[i].Receive);
        crowd.TellJoined();
        foreach (var client in crowd.Clients) await client.Send(CancellationToken.None);
        await Task.WhenAll(receivers.Select(r => r.Complete));

        var all = receivers.SelectMany(r => r.Tokens).ToArray();
        var start = all.MinBy(t => TokenClock.Between(all[0].Emitted - 100_000_000, t.Emitted)).Emitted;
        var from = arguments.Seconds("warm", 0).TotalMicroseconds;
        var to = from + arguments.Seconds("window", 0).TotalMicroseconds;
        var delays = new Percentiles(all
            .Where(t => TokenClock.Between(start, t.Emitted) is var at && at >= from && at < to)
            .Select(t => TokenClock.Between(t.Emitted, t.Arrived) / 1000d));
        Parent.Tell("received", new
        {
            p50 = delays.At(0.5),
            p99 = delays.At(0.99),
            max = delays.At(1),
            tokens = delays.Count,
            finished = receivers.Sum(r => (long)r.Finished),
            breaks = receivers.Sum(r => r.Breaks),
            chunks = receivers.Sum(r => (long)r.Chunks),
        });
    }
}
