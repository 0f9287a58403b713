using System.Collections.Immutable;
using SupportPlatform.Conversations.Events;
using SupportPlatform.Models;

namespace SupportPlatform.Conversations;

/// <summary>Reads what was said from the log's tail.</summary>
internal static class MessageMemory
{
    /// <summary>The number of the customer's message with a client's id; null when it is not in the tail.</summary>
    public static long? Find(EventTail tail, string clientMessageId)
    {
        foreach (var e in tail.Events)
        {
            // The ordinal search spares the parsing of nearly all of them.
            if (e.Type is EventTypes.MessagePosted or EventTypes.NoteAdded && e.Data.Contains("\"clientMessageId\"", StringComparison.Ordinal) &&
                EventFormat.ReadClientMessageId(e.Data) == clientMessageId)
            {
                return e.Seq;
            }
        }

        return null;
    }

    /// <summary>The customer's messages from one number through another, and the messages before them.</summary>
    public static (ImmutableArray<string> Questions, ImmutableArray<HistoryMessage> History) Recall(EventTail tail, long from, long through)
    {
        var questions = ImmutableArray.CreateBuilder<string>();
        var history = ImmutableArray.CreateBuilder<HistoryMessage>();
        foreach (var e in tail.Events)
        {
            if (e.Type != EventTypes.MessagePosted || e.Seq > through) continue;
            var message = EventFormat.ReadMessage(e.Data);
            if (e.Seq >= from && message.Role == MessageRole.Customer) questions.Add(message.Text);
            else history.Add(new HistoryMessage(message.Role, message.Text));
        }

        return (questions.ToImmutable(), history.ToImmutable());
    }
}
