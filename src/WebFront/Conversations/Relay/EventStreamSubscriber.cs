using SupportPlatform.Conversations.Wire;

namespace SupportPlatform.Conversations.Relay;

/// <summary>A stream of server-sent events.</summary>
internal sealed class EventStreamSubscriber(HttpResponse response, long after) : StreamSubscriber(response, after)
{
    /// <inheritdoc/>
    public override async ValueTask Send(RelayBatch batch)
    {
        using var all = new MemoryStream();
        foreach (var e in batch.Events.ToArray()) all.Write(e.ForStream());
        foreach (var change in batch.Typing ?? []) all.Write(EventStreamFrames.Typing(change.Role, change.IsTyping));
        if (batch.Status is { } status) all.Write(EventStreamFrames.Status(status.TurnId, status.Status));
        if (batch.Chunk is { } chunk) all.Write(chunk.ForStream());
        if (batch.Heartbeat && all.Length == 0) all.Write(EventStreamFrames.Heartbeat);
        await Write(all.ToArray());
    }
}
