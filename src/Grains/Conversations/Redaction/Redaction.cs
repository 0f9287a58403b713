using System.Collections.Immutable;
using SupportPlatform.Conversations.Events;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Conversations;

/// <summary>
/// Takes the words of a source that the store removed out of a conversation's events. The citation stays with its number
/// and title, so that the marker in the text still says where it came from; what was said to the customer stays as said. Pure.
/// </summary>
/// <param name="Source">The source's name.</param>
/// <param name="Through">The last moment of what is meant, where there is a source of that name again; null for all.</param>
internal sealed record Redaction(string Source, DateTimeOffset? Through)
{
    /// <summary>The types of the events that may have a source's words.</summary>
    public static readonly ImmutableArray<string> Types = [EventTypes.MessagePosted, EventTypes.TurnCompleted];

    /// <summary>The event without the words; the same one where it has none.</summary>
    public LoggedEvent Of(LoggedEvent e) => e.At > Through ? e : e.Type switch
    {
        EventTypes.MessagePosted => OfMessage(e),
        EventTypes.TurnCompleted => OfTurn(e),
        _ => e,
    };

    private LoggedEvent OfMessage(LoggedEvent e)
    {
        var message = EventFormat.ReadMessage(e.Data);
        if (message.Citations.IsDefault || !message.Citations.Any(IsMeant)) return e;
        return e with { Data = EventFormat.ToNewEvent(message with { Citations = [.. message.Citations.Select(c => IsMeant(c) ? Emptied(c) : c)] }).Data };
    }

    // The passages that the answer was written from are kept for staff.
    private LoggedEvent OfTurn(LoggedEvent e)
    {
        var completed = EventFormat.ReadCompleted(e.Data, e.StaffData);
        if (completed.Details is not { } details || details.Trace.Passages.IsDefault || !details.Trace.Passages.Any(IsMeant)) return e;
        var trace = details.Trace with { Passages = [.. details.Trace.Passages.Select(p => IsMeant(p) ? p with { Text = "", Section = null } : p)] };
        return e with { StaffData = EventFormat.ToNewEvent(completed with { Details = details with { Trace = trace } }).StaffData };
    }

    private bool IsMeant(Citation citation) => !citation.FromCustomer && citation.Source == Source && !citation.Removed;

    private bool IsMeant(SearchHit hit) => hit.Source == Source && hit.Text.Length > 0;

    private static Citation Emptied(Citation citation) => citation with { Quote = "", Section = null, Removed = true };
}
