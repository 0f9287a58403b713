using SupportPlatform.Conversations.Events;

namespace SupportPlatform.Conversations;

/// <summary>What can be found of an event. Pure.</summary>
/// <param name="Role">A <see cref="MessageRole"/>, or <see cref="Note"/>.</param>
/// <param name="Author">Who said it, where it is not the customer.</param>
/// <param name="Text">The text.</param>
internal sealed record SaidText(string Role, string? Author, string Text)
{
    /// <summary>The role of a note of staff.</summary>
    public const string Note = "note";

    /// <summary>The types of events in which something can be found.</summary>
    public static readonly string[] Types =
        [EventTypes.ConversationStarted, EventTypes.ContactIdentified, EventTypes.MessagePosted, EventTypes.NoteAdded, EventTypes.FormSubmitted];

    /// <summary>What can be found: who the customer is, what was said, and what was written in forms.</summary>
    public static SaidText Of(string type, string data, string? staffData)
    {
        switch (type)
        {
            case EventTypes.MessagePosted:
                var message = EventFormat.ReadMessage(data);
                return new SaidText(message.Role, message.Author, message.Text);
            case EventTypes.NoteAdded:
                var note = EventFormat.Read<NoteAdded>(data);
                return new SaidText(Note, note.Author, note.Text);
            case EventTypes.ConversationStarted:
                return Person(staffData, EventFormat.Read<ConversationStarted>(data).ContactId);
            case EventTypes.ContactIdentified:
                return Person(staffData, EventFormat.Read<ContactIdentified>(data).ContactId);
            default:
                var answers = EventFormat.ReadDetails<FormAnswers>(staffData);
                return new SaidText(MessageRole.Customer, null, string.Join(' ', answers?.Values.Values ?? []));
        }
    }

    private static SaidText Person(string? staffData, string contact)
    {
        var known = EventFormat.ReadDetails<IdentityDetails>(staffData);
        string?[] said = [known?.Name, known?.Email, contact, .. known?.Orders?.Select(o => o.OrderId) ?? []];
        return new SaidText(MessageRole.Customer, null, string.Join(' ', said.Where(t => t is not null)));
    }
}
