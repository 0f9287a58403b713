using Xunit;

namespace SupportPlatform.Conversations;

/// <summary>Writers that append numbered messages and remember what was acknowledged, until they are stopped.</summary>
internal sealed class AppendLoad
{
    private readonly LogHarness _silo;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task<Writer[]> _writers;
    private long _acknowledged;

    public AppendLoad(LogHarness silo, int writers)
    {
        _silo = silo;
        _writers = Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(Run)));
    }

    /// <summary>How many appends were acknowledged so far.</summary>
    public long Acknowledged => Interlocked.Read(ref _acknowledged);

    /// <summary>Waits until so many more appends were acknowledged.</summary>
    public async Task UntilMore(int appends)
    {
        for (var goal = Acknowledged + appends; Acknowledged < goal && !_writers.IsCompleted;) await Task.Delay(5);
    }

    /// <summary>
    /// Stops the writers; checks that each log is free of gaps and holds every acknowledged message once, and of the
    /// others at most one time each.
    /// </summary>
    public async Task StopAndCheck()
    {
        await _stop.CancelAsync();
        foreach (var writer in await _writers)
        {
            var texts = await _silo.Texts(writer.Key);
            Assert.Equal(texts.Count, texts.Distinct().Count());
            Assert.Equal(writer.Acknowledged, texts.Where(writer.Acknowledged.Contains));
            Assert.Subset(writer.Tried, texts.Skip(1).ToHashSet());
        }
    }

    private async Task<Writer> Run()
    {
        var log = await _silo.NewLog();
        var writer = new Writer(log.Key, [], []);
        for (var n = 0; !_stop.IsCancellationRequested; n++)
        {
            var text = $"message {n}";
            writer.Tried.Add(text);
            try
            {
                var logged = await log.Append(LogHarness.Messages(text), default);
                Assert.Equal(log.LastSeq, Assert.Single(logged).Seq);
                writer.Acknowledged.Add(text);
                Interlocked.Increment(ref _acknowledged);
            }
            catch (Exception e) when (e is SupportException or FencedException)
            {
                // As a grain does: step down, open anew.
                log = (await _silo.Store.Open(log.Key, 10, default))!.Log;
            }
        }

        return writer;
    }

    private sealed record Writer(string Key, List<string> Acknowledged, HashSet<string> Tried);
}
