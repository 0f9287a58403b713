using SupportPlatform.Conversations.Wire;

namespace SupportPlatform.Conversations.Relay;

/// <summary>
/// The answer to one message as <c>data:</c> lines: <c>chunk</c> adds text, <c>reset</c> takes back what was sent (the
/// assistant began anew, or the checked answer differs from the streamed one), <c>action</c> names what the customer
/// can do now, <c>done</c> ends.
/// </summary>
/// <param name="response">The response.</param>
/// <param name="question">The number of the message that is to be answered.</param>
internal sealed class AnswerStreamSubscriber(HttpResponse response, long question) : StreamSubscriber(response, question)
{
    private string _sent = "";
    private string? _turnId;
    private bool _done;

    /// <inheritdoc/>
    public override async ValueTask Send(RelayBatch batch)
    {
        foreach (var e in batch.Events.ToArray())
        {
            if (_done) return;
            await Send(e);
        }

        if (_done) return;
        if (batch.Chunk is { } chunk)
        {
            if (_turnId != chunk.TurnId || chunk.Offset < _sent.Length) await Reset();
            _turnId = chunk.TurnId;
            await Chunk(chunk.Text);
        }
        else if (batch.Heartbeat)
        {
            await Write(EventStreamFrames.Heartbeat);
        }
    }

    private async Task Send(RelayableEvent e)
    {
        if (e.Message is { Role: MessageRole.Assistant or MessageRole.Agent } message)
        {
            if (!message.Text.StartsWith(_sent, StringComparison.Ordinal)) await Reset();
            await Chunk(message.Text[_sent.Length..]);
            foreach (var action in message.Actions)
            {
                await Write(EventStreamFrames.Data(json =>
                {
                    json.WriteString("type"u8, "action"u8);
                    json.WriteString("action"u8, action);
                }));
            }

            await Finish();
        }
        else if (e.Event.Type == EventTypes.Resolved || (e.Event.Type == EventTypes.TurnCancelled && e.Named("reason") == "stopped"))
        {
            await Finish();
        }
    }

    private async Task Chunk(string text)
    {
        if (text.Length == 0) return;
        _sent += text;
        await Write(EventStreamFrames.Data(json =>
        {
            json.WriteString("type"u8, "chunk"u8);
            json.WriteString("content"u8, text);
        }));
    }

    private async Task Reset()
    {
        if (_sent.Length == 0) return;
        _sent = "";
        await Write(EventStreamFrames.Data(json => json.WriteString("type"u8, "reset"u8)));
    }

    private async Task Finish()
    {
        _done = true;
        await Write(EventStreamFrames.Data(json => json.WriteString("type"u8, "done"u8)));
        End(null);
    }
}
