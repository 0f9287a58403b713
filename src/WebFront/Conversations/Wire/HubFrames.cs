using System.Text.Json;

namespace SupportPlatform.Conversations.Wire;

/// <summary>
/// Frames as invocations of the SignalR JSON protocol, ready to be written to any number of sockets: a frame becomes
/// bytes once, not once a socket.
/// </summary>
internal static class HubFrames
{
    private const byte RecordSeparator = 0x1e;

    /// <summary>An event of the log, as <c>event</c>; with <paramref name="derived"/> also the messages that name its meaning.</summary>
    public static byte[] Event(RelayableEvent relayed, string conversationId, bool derived)
    {
        var buffer = FrameBuffer.Rent();
        var e = relayed.Event;
        FrameJson.WriteEvent(Begin(buffer, "event"u8), e);
        End(buffer);
        if (derived) WriteDerived(buffer, relayed, conversationId);
        return buffer.ToArray();
    }

    /// <summary>Text of the running turn.</summary>
    public static byte[] Chunk(string conversationId, string turnId, int offset, string text)
    {
        var buffer = FrameBuffer.Rent();
        var json = Begin(buffer, "response_chunk"u8);
        json.WriteStartObject();
        json.WriteString("chunk"u8, text);
        json.WriteString("conversationId"u8, conversationId);
        json.WriteString("turnId"u8, turnId);
        json.WriteNumber("offset"u8, offset);
        json.WriteEndObject();
        End(buffer);
        return buffer.ToArray();
    }

    /// <summary>What the running turn does.</summary>
    public static byte[] Status(string conversationId, string turnId, string status)
    {
        var buffer = FrameBuffer.Rent();
        var json = Begin(buffer, "status"u8);
        json.WriteStartObject();
        json.WriteString("conversationId"u8, conversationId);
        json.WriteString("turnId"u8, turnId);
        json.WriteString("status"u8, status);
        json.WriteEndObject();
        End(buffer);
        return buffer.ToArray();
    }

    /// <summary>Somebody began or stopped typing.</summary>
    public static byte[] Typing(string role, bool isTyping)
    {
        var buffer = FrameBuffer.Rent();
        var json = Begin(buffer, "typing"u8);
        json.WriteStartObject();
        json.WriteBoolean("isTyping"u8, isTyping);
        json.WriteBoolean("isHuman"u8, role != MessageRole.Assistant);
        json.WriteEndObject();
        End(buffer);
        return buffer.ToArray();
    }

    private static void WriteDerived(FrameBuffer buffer, RelayableEvent relayed, string conversationId)
    {
        switch (relayed.Event.Type)
        {
            case EventTypes.MessagePosted when relayed.Message is { Role: MessageRole.Assistant } message:
                var complete = Begin(buffer, "response_complete"u8);
                complete.WriteStartObject();
                complete.WriteString("conversationId"u8, conversationId);
                if (message.TurnId is { } turnId) complete.WriteString("turnId"u8, turnId);
                complete.WriteString("content"u8, message.Text);
                complete.WritePropertyName("actions"u8);
                complete.WriteStartArray();
                foreach (var action in message.Actions) complete.WriteStringValue(action);
                complete.WriteEndArray();
                complete.WriteBoolean("handedOff"u8, message.HandedOff);
                complete.WriteEndObject();
                End(buffer);
                break;
            case EventTypes.ToolCompleted:
                var action1 = Begin(buffer, "action_performed"u8);
                action1.WriteStartObject();
                action1.WriteString("type"u8, relayed.Named("tool") ?? relayed.Named("name") ?? relayed.Event.Type);
                action1.WritePropertyName("data"u8);
                action1.WriteRawValue(relayed.Event.Data, skipInputValidation: true);
                action1.WriteEndObject();
                End(buffer);
                break;
            case EventTypes.AgentJoined:
                var joined = Begin(buffer, "human_joined"u8);
                joined.WriteStartObject();
                joined.WriteString("agentName"u8, relayed.Named("agentName") ?? relayed.Named("name") ?? "");
                joined.WriteEndObject();
                End(buffer);
                break;
        }
    }

    /// <summary>Begins an invocation of the client; its argument follows.</summary>
    public static Utf8JsonWriter Begin(FrameBuffer buffer, ReadOnlySpan<byte> target)
    {
        var json = buffer.BeginJson();
        json.WriteStartObject();
        json.WriteNumber("type"u8, 1);
        json.WriteString("target"u8, target);
        json.WritePropertyName("arguments"u8);
        json.WriteStartArray();
        return json;
    }

    /// <summary>Ends it.</summary>
    public static void End(FrameBuffer buffer)
    {
        var json = buffer.Json;
        json.WriteEndArray();
        json.WriteEndObject();
        buffer.EndJson();
        buffer.Append([RecordSeparator]);
    }
}
