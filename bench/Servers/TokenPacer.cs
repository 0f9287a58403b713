using System.Diagnostics;
using System.Threading.Channels;
using SupportPlatform.Bench.Measures;

namespace SupportPlatform.Bench.Servers;

/// <summary>
/// Stands in for the models: when all streams are open, one thread emits tokens to them in turn, evenly spaced, each
/// stream at the rate. It also reads the processor time of this process at the window's edges.
/// </summary>
internal sealed class TokenPacer
{
    private readonly int _streams;
    private readonly double _perSecond;
    private readonly TimeSpan _warm;
    private readonly TimeSpan _window;
    private readonly Channel<string>[] _channels;
    private int _opened = -1;

    /// <summary>A pacer for a number of streams and a rate in tokens a second each.</summary>
    public TokenPacer(int streams, double rate, TimeSpan warm, TimeSpan window)
    {
        (_streams, _perSecond, _warm, _window) = (streams, streams * rate, warm, window);

        // A second more than is measured, so that the end of the streams is outside of the window.
        TokensEach = (int)(rate * (warm + window + TimeSpan.FromSeconds(1)).TotalSeconds);
        _channels = [.. Enumerable.Range(0, streams).Select(_ => Channel.CreateUnbounded<string>(
            new UnboundedChannelOptions { SingleReader = true, SingleWriter = true }))];
    }

    /// <summary>How many tokens each stream gets.</summary>
    public int TokensEach { get; }

    /// <summary>Called once, on the pacer's thread, with the processor time in microseconds and the tokens of the window.</summary>
    public Action<double, long>? Measured { get; set; }

    /// <summary>The next stream. The last one starts the clock.</summary>
    /// <exception cref="InvalidOperationException">More are opened than were announced: a turn ran twice.</exception>
    public ChannelReader<string> Open()
    {
        var index = Interlocked.Increment(ref _opened);
        if (index >= _streams) throw new InvalidOperationException("A stream too many.");
        if (index == _streams - 1) new Thread(Emit) { IsBackground = true, Priority = ThreadPriority.AboveNormal }.Start();
        return _channels[index].Reader;
    }

    private void Emit()
    {
        Thread.Sleep(500);
        var clock = Stopwatch.StartNew();
        var total = (long)TokensEach * _streams;
        var (emitted, first) = (0L, 0L);
        TimeSpan? before = null;
        var measured = false;
        while (emitted < total)
        {
            var now = clock.Elapsed;
            if (before is null && now >= _warm) (before, first) = (Environment.CpuUsage.TotalTime, emitted);
            if (!measured && now >= _warm + _window)
            {
                measured = true;
                Measured?.Invoke((Environment.CpuUsage.TotalTime - before!.Value).TotalMicroseconds, emitted - first);
            }

            for (var due = Math.Min(total, (long)(now.TotalSeconds * _perSecond)); emitted < due; emitted++)
                _channels[emitted % _streams].Writer.TryWrite(TokenClock.Token());
            Thread.Sleep(1);
        }

        foreach (var channel in _channels) channel.Writer.Complete();
    }
}
