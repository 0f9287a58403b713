using System.Collections.Immutable;
using Npgsql;
using SupportPlatform.Conversations.Events;
using SupportPlatform.Stores;

namespace SupportPlatform.Conversations;

/// <summary>Reads what an agent wants to know beside what was said, from the log and without waking the conversation.</summary>
internal sealed class ContextReader(NpgsqlDataSource database, StorageRetry retry, ConversationLists lists, AttachmentStore attachments)
{
    private const int MostForms = 20;
    private const int MostPrevious = 10;

    private const string ReadFacts = """
        SELECT type, at, data, staff_data FROM events
         WHERE key = $1 AND type IN ('conversation-started', 'contact-identified', 'form-submitted', 'rated') ORDER BY seq
        """;

    /// <summary>The context of a conversation, by its key.</summary>
    /// <exception cref="SupportException">There is none, or the storage is unavailable.</exception>
    public async Task<ConversationContext> Read(string key, CancellationToken cancellationToken)
    {
        var line = await lists.ReadLine(key, cancellationToken);
        var telling = retry.Read(database, ReadFacts, [key], ReadFact, cancellationToken);
        var listing = lists.Read(
            StoreKey.OfGrainKey(key), new ConversationFilter { ContactId = line.ContactId, Limit = MostPrevious + 1 }, cancellationToken);
        var attaching = attachments.List(key, cancellationToken);
        await Task.WhenAll(telling, listing, attaching);
        var (facts, previous, files) = (await telling, await listing, await attaching);

        // Who a visitor turned out to be takes the place of what the beginning said, even where the later token says less.
        var known = facts.LastOrDefault(f => f.Type is EventTypes.ConversationStarted or EventTypes.ContactIdentified);
        var start = facts.Where(f => f.Type == EventTypes.ConversationStarted).Select(f => EventFormat.ReadDetails<StartDetails>(f.StaffData)).FirstOrDefault();
        var forms = facts.Where(f => f.Type == EventTypes.FormSubmitted).Select(Form).TakeLast(MostForms).ToImmutableArray();
        var rated = facts.Where(f => f.Type == EventTypes.Rated).Select(f => EventFormat.Read<Rated>(f.Data)).LastOrDefault(r => r.MessageId is null);
        return new ConversationContext
        {
            Line = line,
            Contact = Contact(line, EventFormat.ReadDetails<IdentityDetails>(known.StaffData), forms),
            Page = start?.Page,
            Forms = forms,
            Previous = [.. previous.Conversations.Where(c => c.ConversationId != line.ConversationId).Take(MostPrevious)],
            Rating = rated is null ? null : new ConversationRating { Score = rated.Score, Comment = rated.Comment },
            Attachments = [.. files.Select(f => f.View)],
        };
    }

    private static ContactFacts Contact(ConversationLine line, IdentityDetails? identity, ImmutableArray<FilledForm> forms)
    {
        // A later form corrects an earlier one.
        var written = forms.SelectMany(f => f.Values).GroupBy(v => v.Key).ToImmutableDictionary(v => v.Key, v => v.Last().Value);
        return new ContactFacts
        {
            ContactId = line.ContactId,
            Name = identity?.Name ?? written.GetValueOrDefault("name"),
            Email = identity?.Email ?? written.GetValueOrDefault("email"),
            IsVerified = identity?.Email is not null,
            Attributes = identity?.Attributes ?? ImmutableDictionary<string, string>.Empty,
            Orders = identity?.Orders ?? [],
            Locale = line.Locale,
        };
    }

    private static FilledForm Form((string Type, DateTimeOffset At, string Data, string? StaffData) fact)
    {
        var values = EventFormat.ReadDetails<FormAnswers>(fact.StaffData)?.Values ?? ImmutableDictionary<string, string>.Empty;
        return new FilledForm { FormId = EventFormat.Read<FormSubmitted>(fact.Data).FormId, Values = values, At = fact.At };
    }

    private static (string Type, DateTimeOffset At, string Data, string? StaffData) ReadFact(NpgsqlDataReader reader) =>
        (reader.GetString(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetString(2), reader.Text(3));
}
