using System.Collections.Immutable;
using System.Text.Json;
using SupportPlatform.Hosting;

namespace SupportPlatform.Conversations.Wire;

/// <summary>Frames for sockets of staff, as those of <see cref="HubFrames"/>; a socket has many conversations, so each names its own.</summary>
internal static class StaffFrames
{
    /// <summary>An event of the log, its data with what staff alone may know.</summary>
    public static byte[] Event(string conversationId, LoggedEvent e) => Frame("event"u8, conversationId, json =>
    {
        json.WriteNumber("seq"u8, e.Seq);
        json.WriteString("type"u8, e.Type);
        json.WriteString("at"u8, e.At.UtcDateTime);
        json.WritePropertyName("data"u8);
        json.WriteRawValue(Merge(e.Data, e.StaffData), skipInputValidation: true);
    });

    /// <summary>Text of the running turn; what begins at 0 replaces what the client has of it.</summary>
    public static byte[] Delta(string conversationId, string turnId, int offset, string text) => Frame("delta"u8, conversationId, json =>
    {
        json.WriteString("turnId"u8, turnId);
        json.WriteNumber("offset"u8, offset);
        json.WriteString("text"u8, text);
    });

    /// <summary>What the running turn does.</summary>
    public static byte[] Status(string conversationId, string turnId, string status) => Frame("status"u8, conversationId, json =>
    {
        json.WriteString("turnId"u8, turnId);
        json.WriteString("status"u8, status);
    });

    /// <summary>Somebody began or stopped typing.</summary>
    public static byte[] Typing(string conversationId, string role, bool isTyping) => Frame("typing"u8, conversationId, json =>
    {
        json.WriteString("role"u8, role);
        json.WriteBoolean("isTyping"u8, isTyping);
    });

    /// <summary>Who of the staff has the conversation open.</summary>
    public static byte[] Viewers(string conversationId, ImmutableArray<Viewer> viewers) => Frame("viewers"u8, conversationId, json =>
    {
        json.WriteStartArray("viewers"u8);
        foreach (var viewer in viewers)
        {
            json.WriteStartObject();
            json.WriteString("agentId"u8, viewer.AgentId);
            json.WriteString("name"u8, viewer.Name);
            if (viewer.PictureUrl is { } picture) json.WriteString("pictureUrl"u8, picture);
            json.WriteString("state"u8, JsonNamingPolicy.KebabCaseLower.ConvertName(viewer.State.ToString()));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <summary>The conversation in short.</summary>
    public static byte[] Brief(string conversationId, ConversationBrief brief) => Frame("brief"u8, conversationId, json =>
    {
        json.WritePropertyName("brief"u8);
        JsonSerializer.Serialize(json, brief, WireJson.Options);
    });

    /// <summary>What the running turn found and decided.</summary>
    public static byte[] Evidence(string conversationId, string turnId, TurnEvidence evidence) => Frame("evidence"u8, conversationId, json =>
    {
        json.WriteString("turnId"u8, turnId);
        json.WritePropertyName("evidence"u8);
        JsonSerializer.Serialize(json, evidence, WireJson.Options);
    });

    /// <summary>The conversation is followed no longer.</summary>
    public static byte[] Closed(string conversationId, string code) =>
        Frame("closed"u8, conversationId, json => json.WriteString("code"u8, code));

    // Both are objects as they were written by the log, and have no name in common.
    private static string Merge(string data, string? staffData)
    {
        if (staffData is null or "{}") return data;
        return data == "{}" ? staffData : string.Concat(data.AsSpan(0, data.Length - 1), ",", staffData.AsSpan(1));
    }

    private static byte[] Frame(ReadOnlySpan<byte> target, string conversationId, Action<Utf8JsonWriter> write)
    {
        var buffer = FrameBuffer.Rent();
        var json = HubFrames.Begin(buffer, target);
        json.WriteStartObject();
        json.WriteString("conversationId"u8, conversationId);
        write(json);
        json.WriteEndObject();
        HubFrames.End(buffer);
        return buffer.ToArray();
    }
}
