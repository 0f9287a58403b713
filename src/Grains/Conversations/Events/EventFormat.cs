using System.Text.Encodings.Web;
using System.Text.Json;

namespace SupportPlatform.Conversations.Events;

/// <summary>
/// How events and the conversation's state become JSON: camel case, nulls left out. The relaxed encoder keeps rows
/// legible; it is safe since text reaches HTML only as text.
/// </summary>
internal static class EventFormat
{
    private static readonly EventJson Json = new(new JsonSerializerOptions(EventJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>The event as the log keeps it.</summary>
    public static NewEvent ToNewEvent(ConversationEvent e) => new(
        e.Type,
        JsonSerializer.Serialize(e, e.GetType(), Json),
        e is TurnCompleted { Details: { } details } ? JsonSerializer.Serialize(details, Json.TurnDetails) : null,
        e switch
        {
            MessagePosted message => message.ClientMessageId,
            AttachmentProcessed processed => DueKinds.Attachment(processed.AttachmentId),
            _ => null,
        });

    /// <summary>Reads the data of a <see cref="EventTypes.MessagePosted"/>.</summary>
    public static MessagePosted ReadMessage(string data) =>
        JsonSerializer.Deserialize(data, Json.MessagePosted) ?? throw new JsonException("An event's data is null.");

    /// <summary>The state as the log keeps it.</summary>
    public static string Write(ConversationState state) => JsonSerializer.Serialize(state, Json.ConversationState);

    /// <summary>Reads a kept state.</summary>
    public static ConversationState ReadState(string state) =>
        JsonSerializer.Deserialize(state, Json.ConversationState) ?? throw new JsonException("A conversation's state is null.");
}
