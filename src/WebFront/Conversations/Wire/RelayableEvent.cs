using System.Text.Json;

namespace SupportPlatform.Conversations.Wire;

/// <summary>An event on its way to followers, with the forms that it has already been given.</summary>
/// <param name="e">The event.</param>
internal sealed class RelayableEvent(LoggedEvent e)
{
    private byte[]? _hub;
    private byte[]? _hubDerived;
    private byte[]? _stream;
    private byte[]? _staff;
    private MessageFacts? _message;

    /// <summary>The event.</summary>
    public LoggedEvent Event { get; } = e;

    /// <summary>The message of a <see cref="EventTypes.MessagePosted"/>, else null.</summary>
    public MessageFacts? Message => Event.Type == EventTypes.MessagePosted ? _message ??= MessageFacts.Read(Event.Data) : null;

    /// <summary>The form for sockets.</summary>
    public byte[] ForHub(string conversationId, bool derived) => derived
        ? _hubDerived ??= HubFrames.Event(this, conversationId, derived: true)
        : _hub ??= HubFrames.Event(this, conversationId, derived: false);

    /// <summary>The form for sockets of staff.</summary>
    public byte[] ForStaff(string conversationId) => _staff ??= StaffFrames.Event(conversationId, Event);

    /// <summary>The form for event streams.</summary>
    public byte[] ForStream() => _stream ??= EventStreamFrames.Event(Event);

    /// <summary>A string of the event's data.</summary>
    public string? Named(string name)
    {
        using var document = JsonDocument.Parse(Event.Data);
        return document.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }
}
