using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportPlatform.Conversations.Events;

/// <summary>How events and the conversation's state become JSON: camel case, nulls left out, text unescaped where JSON allows.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(ConversationStarted))]
[JsonSerializable(typeof(MessagePosted))]
[JsonSerializable(typeof(TurnStarted))]
[JsonSerializable(typeof(TurnCompleted))]
[JsonSerializable(typeof(TurnCancelled))]
[JsonSerializable(typeof(TurnFailed))]
[JsonSerializable(typeof(Resolved))]
[JsonSerializable(typeof(Reopened))]
[JsonSerializable(typeof(TurnDetails))]
[JsonSerializable(typeof(ConversationState))]
internal sealed partial class EventJson : JsonSerializerContext
{
    /// <summary>The one instance. Text goes into HTML only as text, so the relaxed encoder is safe and keeps rows legible.</summary>
    public static EventJson Instance { get; } = new(new JsonSerializerOptions(Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>The event as the log keeps it.</summary>
    public static NewEvent ToNewEvent(ConversationEvent e) => new(
        e.Type,
        JsonSerializer.Serialize(e, e.GetType(), Instance),
        e is TurnCompleted { Details: { } details } ? JsonSerializer.Serialize(details, Instance.TurnDetails) : null,
        (e as MessagePosted)?.ClientMessageId);

    /// <summary>Reads the data of a <see cref="EventTypes.MessagePosted"/>.</summary>
    public static MessagePosted ReadMessage(string data) =>
        JsonSerializer.Deserialize(data, Instance.MessagePosted) ?? throw new JsonException("An event's data is null.");
}
