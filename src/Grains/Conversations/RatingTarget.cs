using SupportPlatform.Conversations.Events;

namespace SupportPlatform.Conversations;

/// <summary>What a log says of something that is about to be rated.</summary>
/// <param name="Role">Who said the message; null where there is no such message, or the conversation is rated.</param>
/// <param name="Last">The rating that counts so far.</param>
internal sealed record RatingTarget(string? Role, Rated? Last)
{
    /// <summary>Reads it from a log's events, oldest first; where there are earlier events, this is what they made of it.</summary>
    public RatingTarget After(IEnumerable<LoggedEvent> events, string? messageId)
    {
        var target = this;
        foreach (var e in events)
        {
            if (e.Type == EventTypes.MessagePosted && target.Role is null && messageId is not null &&
                e.Data.Contains(messageId, StringComparison.Ordinal) && EventFormat.ReadMessage(e.Data) is var message && message.MessageId == messageId)
            {
                target = target with { Role = message.Role };
            }
            else if (e.Type == EventTypes.Rated && EventFormat.Read<Rated>(e.Data) is var rated && rated.MessageId == messageId)
            {
                target = target with { Last = rated };
            }
        }

        return target;
    }
}
