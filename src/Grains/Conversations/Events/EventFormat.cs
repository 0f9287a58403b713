using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

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
        e.StaffData is { } staff ? JsonSerializer.Serialize(staff, staff.GetType(), Json) : null,
        e.PostedAs);

    /// <summary>Reads the data of a <see cref="EventTypes.MessagePosted"/>.</summary>
    public static MessagePosted ReadMessage(string data) => Read<MessagePosted>(data);

    /// <summary>The client's own id in an event's data; null when there is none.</summary>
    public static string? ReadClientMessageId(string data)
    {
        using var document = JsonDocument.Parse(data);
        return document.RootElement.TryGetProperty("clientMessageId", out var id) ? id.GetString() : null;
    }

    /// <summary>Reads the data of a <see cref="EventTypes.TurnCompleted"/>, with what staff may know of it.</summary>
    public static TurnCompleted ReadCompleted(string data, string? staffData) =>
        Read<TurnCompleted>(data) with { Details = ReadDetails<TurnDetails>(staffData) };

    /// <summary>Reads the data of an event, or a part of a kept state.</summary>
    public static T Read<T>(string data) =>
        JsonSerializer.Deserialize(data, (JsonTypeInfo<T>)Json.GetTypeInfo(typeof(T))!) ?? throw new JsonException("An event's data is null.");

    /// <summary>Reads what staff may know of an event; null where there is no more than everybody knows.</summary>
    public static T? ReadDetails<T>(string? staffData)
        where T : class => staffData is null ? null : Read<T>(staffData);

    /// <summary>Reads what lists show of a kept state.</summary>
    public static LineFacts ReadLine(string state) =>
        JsonSerializer.Deserialize(state, Json.LineFacts) ?? throw new JsonException("A conversation's state is null.");

    /// <summary>The state as the log keeps it.</summary>
    public static string Write(ConversationState state) => JsonSerializer.Serialize(state, Json.ConversationState);

    /// <summary>Reads a kept state.</summary>
    public static ConversationState ReadState(string state)
    {
        var read = JsonSerializer.Deserialize(state, Json.ConversationState) ?? throw new JsonException("A conversation's state is null.");

        // The generated reader does not run the initializers of what a state from before these were kept lacks.
        return read with
        {
            AnsweredForms = OrEmpty(read.AnsweredForms),
            Tags = OrEmpty(read.Tags),
            Mentioned = OrEmpty(read.Mentioned),
            Guidance = OrEmpty(read.Guidance),
        };
    }

    private static ImmutableArray<T> OrEmpty<T>(ImmutableArray<T> items) => items.IsDefault ? [] : items;
}
