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
    public static MessagePosted ReadMessage(string data) =>
        JsonSerializer.Deserialize(data, Json.MessagePosted) ?? throw new JsonException("An event's data is null.");

    /// <summary>The client's own id in an event's data; null when there is none.</summary>
    public static string? ReadClientMessageId(string data)
    {
        using var document = JsonDocument.Parse(data);
        return document.RootElement.TryGetProperty("clientMessageId", out var id) ? id.GetString() : null;
    }

    /// <summary>Reads the data of a <see cref="EventTypes.TurnCompleted"/>, with what staff may know of it.</summary>
    public static TurnCompleted ReadCompleted(string data, string? staffData)
    {
        var completed = JsonSerializer.Deserialize(data, Json.TurnCompleted) ?? throw new JsonException("An event's data is null.");
        return staffData is null ? completed : completed with { Details = JsonSerializer.Deserialize(staffData, Json.TurnDetails) };
    }

    /// <summary>Reads the data of an event, or what staff may know of it.</summary>
    public static T Read<T>(string data) =>
        JsonSerializer.Deserialize(data, (JsonTypeInfo<T>)Json.GetTypeInfo(typeof(T))!) ?? throw new JsonException("An event's data is null.");

    /// <summary>Reads the data of a <see cref="EventTypes.Rated"/>.</summary>
    public static Rated ReadRated(string data) =>
        JsonSerializer.Deserialize(data, Json.Rated) ?? throw new JsonException("An event's data is null.");

    /// <summary>Reads what staff may know of a <see cref="EventTypes.ConversationStarted"/>.</summary>
    public static StartDetails? ReadStart(string? staffData) =>
        staffData is null ? null : JsonSerializer.Deserialize(staffData, Json.StartDetails);

    /// <summary>Reads the data of a <see cref="EventTypes.FormSubmitted"/>, with what staff may know of it.</summary>
    public static FormSubmitted ReadSubmitted(string data, string? staffData)
    {
        var submitted = JsonSerializer.Deserialize(data, Json.FormSubmitted) ?? throw new JsonException("An event's data is null.");
        return staffData is null ? submitted : submitted with { Answers = JsonSerializer.Deserialize(staffData, Json.FormAnswers) };
    }

    /// <summary>Reads what lists show of a kept state.</summary>
    public static LineFacts ReadLine(string state) =>
        JsonSerializer.Deserialize(state, Json.LineFacts) ?? throw new JsonException("A conversation's state is null.");

    /// <summary>Reads the data of a <see cref="EventTypes.NoteAdded"/>.</summary>
    public static NoteAdded ReadNote(string data) =>
        JsonSerializer.Deserialize(data, Json.NoteAdded) ?? throw new JsonException("An event's data is null.");

    /// <summary>Reads who the contact of a <see cref="EventTypes.ConversationStarted"/> is, with what staff may know.</summary>
    public static (string ContactId, StartDetails? Details) ReadStarted(string data, string? staffData) =>
        (JsonSerializer.Deserialize(data, Json.ConversationStarted)?.ContactId ?? throw new JsonException("An event's data is null."),
         staffData is null ? null : JsonSerializer.Deserialize(staffData, Json.StartDetails));

    /// <summary>Reads what staff may know of a <see cref="EventTypes.FormSubmitted"/>; null for nothing.</summary>
    public static FormAnswers? ReadFormAnswers(string? staffData) =>
        staffData is null ? null : JsonSerializer.Deserialize(staffData, Json.FormAnswers);

    /// <summary>Reads the clocks of a kept state.</summary>
    public static SlaState? ReadSla(string sla) => JsonSerializer.Deserialize(sla, Json.SlaState);

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
