namespace SupportPlatform.Conversations.Relay;

/// <summary>One clock for all event streams: each gets a comment when it has been quiet for a while.</summary>
internal sealed class StreamHeartbeats : BackgroundService
{
    private readonly HeartbeatWheel<RelayedStream> _wheel;

    /// <summary>Made by the container.</summary>
    public StreamHeartbeats(TimeProvider time) => _wheel = new(time, static s => s.Relay.Beat(s.Stream));

    /// <summary>Keeps a stream alive until what it returns is disposed.</summary>
    public IDisposable Add(RelaySubscriber stream, ConversationRelay relay)
    {
        var member = new RelayedStream(this, stream, relay);
        _wheel.Add(member);
        return member;
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => _wheel.Run(stoppingToken);

    private sealed record RelayedStream(StreamHeartbeats Owner, RelaySubscriber Stream, ConversationRelay Relay) : IDisposable
    {
        public void Dispose() => Owner._wheel.Remove(this);
    }
}
