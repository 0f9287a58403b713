using Microsoft.AspNetCore.SignalR;
using SupportPlatform.Conversations.Relay;
using SupportPlatform.Conversations.Wire;
using SupportPlatform.Hosting;

namespace SupportPlatform.Conversations.Staff;

/// <summary>One conversation on a socket of staff, which has others beside it.</summary>
/// <param name="connection">The socket.</param>
/// <param name="conversationId">The public id, as it stands in messages.</param>
/// <param name="after">The number of the last event that the client has.</param>
internal sealed class StaffSubscriber(HubConnectionContext connection, string conversationId, long after) : RelaySubscriber(after)
{
    private volatile bool _left;

    /// <summary>Nothing more is sent: the socket has closed the conversation.</summary>
    public void Left() => _left = true;

    /// <inheritdoc/>
    public override ValueTask Send(RelayBatch batch)
    {
        var bytes = new List<byte>();
        foreach (var e in batch.Events.Span) bytes.AddRange(e.ForStaff(conversationId));
        foreach (var change in batch.Typing ?? []) bytes.AddRange(StaffFrames.Typing(conversationId, change.Role, change.IsTyping));
        if (batch.Viewers is { } viewers) bytes.AddRange(StaffFrames.Viewers(conversationId, viewers));
        if (batch.Brief is { } brief) bytes.AddRange(StaffFrames.Brief(conversationId, brief));
        if (batch.Finding is { } finding) bytes.AddRange(StaffFrames.Evidence(conversationId, finding.TurnId, finding.Evidence));
        if (batch.Status is { } status) bytes.AddRange(StaffFrames.Status(conversationId, status.TurnId, status.Status));
        if (batch.Chunk is { } chunk) bytes.AddRange(chunk.ForStaff(conversationId));
        return Write([.. bytes]);
    }

    /// <inheritdoc/>
    public override void End(Exception? error)
    {
        if (_left) return;
        _ = Close(error is SupportException refused ? refused.Code : FrontProblemCodes.Internal);
    }

    private async Task Close(string code)
    {
        try
        {
            await Write(StaffFrames.Closed(conversationId, code));
        }
        catch (Exception) when (connection.ConnectionAborted.IsCancellationRequested)
        {
            // It is gone.
        }
    }

    private ValueTask Write(byte[] bytes) => bytes.Length == 0 || _left
        ? ValueTask.CompletedTask
        : connection.WriteAsync(new SerializedHubMessage([new SerializedMessage("json", bytes)]), connection.ConnectionAborted);
}
