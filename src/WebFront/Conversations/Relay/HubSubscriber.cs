using Microsoft.AspNetCore.SignalR;
using SupportPlatform.Conversations.Wire;

namespace SupportPlatform.Conversations.Relay;

/// <summary>A socket.</summary>
/// <param name="connection">The socket.</param>
/// <param name="conversationId">The public id, as it stands in messages.</param>
/// <param name="after">The number of the last event that the client has.</param>
/// <param name="derivedAfter">
/// After which number it is also told what events mean (an answer is complete, a person joined): what happens from now on,
/// or what it missed since it was last here. The past is events alone.
/// </param>
internal sealed class HubSubscriber(HubConnectionContext connection, string conversationId, long after, long derivedAfter) : RelaySubscriber(after)
{
    /// <inheritdoc/>
    public override ValueTask Send(RelayBatch batch)
    {
        var bytes = batch is { Events.IsEmpty: true, Typing: null, Status: null, Chunk: { } only }
            ? only.ForHub(conversationId)
            : Join(batch);
        return bytes.Length == 0
            ? ValueTask.CompletedTask
            : connection.WriteAsync(new SerializedHubMessage([new SerializedMessage("json", bytes)]), connection.ConnectionAborted);
    }

    /// <inheritdoc/>
    public override void End(Exception? error) => connection.Abort();

    private byte[] Join(RelayBatch batch)
    {
        var parts = new List<byte[]>();
        foreach (var e in batch.Events.Span) parts.Add(e.ForHub(conversationId, derived: e.Event.Seq > derivedAfter));
        foreach (var change in batch.Typing ?? []) parts.Add(HubFrames.Typing(change.Role, change.IsTyping));
        if (batch.Status is { } status) parts.Add(HubFrames.Status(conversationId, status.TurnId, status.Status));
        if (batch.Chunk is { } chunk) parts.Add(chunk.ForHub(conversationId));
        return parts.Count == 1 ? parts[0] : Concat(parts);
    }

    private static byte[] Concat(List<byte[]> parts)
    {
        var all = new byte[parts.Sum(p => p.Length)];
        var at = 0;
        foreach (var part in parts)
        {
            part.CopyTo(all, at);
            at += part.Length;
        }

        return all;
    }
}
