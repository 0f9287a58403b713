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
            if (e.Type is EventTypes.MessagePosted or EventTypes.NoteAdded or EventTypes.Whispered && e.Data.Contains("\"clientMessageId\"", StringComparison.Ordinal) &&
                EventFormat.ReadClientMessageId(e.Data) == clientMessageId)
            {
                return e.Seq;
            }
        }

        return null;
    }

    /// <summary>
    /// The customer's messages from one number through another, the ids of what they came with, and the messages before
    /// them. What has no text is left out, unless nothing has.
    /// </summary>
    public static (ImmutableArray<string> Questions, ImmutableArray<HistoryMessage> History, ImmutableArray<string> Attached) Recall(EventTail tail, long from, long through)
    {
        var questions = ImmutableArray.CreateBuilder<string>();
        var history = ImmutableArray.CreateBuilder<HistoryMessage>();
        var attached = ImmutableArray.CreateBuilder<string>();
        foreach (var e in tail.Events)
        {
            if (e.Type != EventTypes.MessagePosted || e.Seq > through) continue;
            var message = EventFormat.ReadMessage(e.Data);
            var isQuestion = e.Seq >= from && message.Role == MessageRole.Customer;
            if (isQuestion) attached.AddRange((message.Attachments ?? []).Select(a => a.AttachmentId));
            if (string.IsNullOrWhiteSpace(message.Text)) continue;
            if (isQuestion) questions.Add(message.Text);
            else history.Add(new HistoryMessage(message.Role, message.Text, e.Seq));
        }

        if (questions.Count == 0 && attached.Count > 0) questions.Add("");
        return (questions.ToImmutable(), history.ToImmutable(), attached.ToImmutable());
    }
}
