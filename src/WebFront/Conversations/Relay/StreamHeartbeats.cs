using System.Collections.Concurrent;

namespace SupportPlatform.Conversations.Relay;

/// <summary>One clock for all event streams: each gets a comment when it has been quiet for a while.</summary>
internal sealed class StreamHeartbeats(TimeProvider time) : BackgroundService
{
    /// <summary>How often.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<RelaySubscriber, ConversationRelay> _streams = new();

    /// <summary>Keeps a stream alive until it is removed.</summary>
    public void Add(RelaySubscriber stream, ConversationRelay relay) => _streams[stream] = relay;

    /// <summary>Stops doing so.</summary>
    public void Remove(RelaySubscriber stream) => _streams.TryRemove(stream, out _);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var (stream, relay) in _streams) relay.Beat(stream);
        }
    }
}
