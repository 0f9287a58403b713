using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SupportPlatform.Conversations.Wire;

/// <summary>
/// Frames as server-sent events: an event has <c>id</c> (its number), <c>event</c> (its type) and <c>data</c>; a live
/// frame has no id, so that resuming by Last-Event-ID always means the log.
/// </summary>
internal static class EventStreamFrames
{
    /// <summary>How long clients wait before they connect again, in milliseconds, and proof that the stream is open.</summary>
    public static readonly byte[] Opening = "retry: 1000\n\n"u8.ToArray();

    /// <summary>A comment that keeps proxies from closing a quiet stream.</summary>
    public static readonly byte[] Heartbeat = ": still here\n\n"u8.ToArray();

    /// <summary>An event of the log.</summary>
    public static byte[] Event(LoggedEvent e)
    {
        var buffer = FrameBuffer.Rent();
        buffer.Append(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"id: {e.Seq}\nevent: {e.Type}\ndata: ")));
        FrameJson.WriteEvent(buffer.BeginJson(), e);
        return End(buffer);
    }

    /// <summary>Text of the running turn: a snapshot begins at 0 and replaces what the client has, a delta adds to it.</summary>
    public static byte[] Text(string turnId, int offset, string text)
    {
        var buffer = FrameBuffer.Rent();
        buffer.Append(offset == 0 ? "event: snapshot\ndata: "u8 : "event: delta\ndata: "u8);
        var json = buffer.BeginJson();
        json.WriteStartObject();
        json.WriteString("turnId"u8, turnId);
        json.WriteNumber("offset"u8, offset);
        json.WriteString("text"u8, text);
        json.WriteEndObject();
        return End(buffer);
    }

    /// <summary>What the running turn does.</summary>
    public static byte[] Status(string turnId, string status)
    {
        var buffer = FrameBuffer.Rent();
        buffer.Append("event: status\ndata: "u8);
        var json = buffer.BeginJson();
        json.WriteStartObject();
        json.WriteString("turnId"u8, turnId);
        json.WriteString("status"u8, status);
        json.WriteEndObject();
        return End(buffer);
    }

    /// <summary>Somebody began or stopped typing.</summary>
    public static byte[] Typing(string role, bool isTyping)
    {
        var buffer = FrameBuffer.Rent();
        buffer.Append("event: typing\ndata: "u8);
        var json = buffer.BeginJson();
        json.WriteStartObject();
        json.WriteBoolean("isTyping"u8, isTyping);
        json.WriteBoolean("isHuman"u8, role != MessageRole.Assistant);
        json.WriteEndObject();
        return End(buffer);
    }

    /// <summary>A <c>data:</c> line of its own, for the widget's answer stream.</summary>
    public static byte[] Data(Action<Utf8JsonWriter> write)
    {
        var buffer = FrameBuffer.Rent();
        buffer.Append("data: "u8);
        var json = buffer.BeginJson();
        json.WriteStartObject();
        write(json);
        json.WriteEndObject();
        return End(buffer);
    }

    private static byte[] End(FrameBuffer buffer)
    {
        buffer.EndJson();
        buffer.Append("\n\n"u8);
        return buffer.ToArray();
    }
}
