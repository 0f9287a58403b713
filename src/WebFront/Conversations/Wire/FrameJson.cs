using System.Text.Json;

namespace SupportPlatform.Conversations.Wire;

/// <summary>The JSON that both transports share.</summary>
internal static class FrameJson
{
    /// <summary>Writes <c>{seq, type, at, data}</c>; the data goes through as the log has it.</summary>
    public static void WriteEvent(Utf8JsonWriter json, LoggedEvent e)
    {
        json.WriteStartObject();
        json.WriteNumber("seq"u8, e.Seq);
        json.WriteString("type"u8, e.Type);
        json.WriteString("at"u8, e.At.UtcDateTime);
        json.WritePropertyName("data"u8);
        json.WriteRawValue(e.Data, skipInputValidation: true);
        json.WriteEndObject();
    }
}
