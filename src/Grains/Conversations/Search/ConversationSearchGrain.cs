using System.Collections.Immutable;
using SupportPlatform.Agents;
using SupportPlatform.Security;

namespace SupportPlatform.Conversations;

/// <summary>Searches conversations, as many searches at a time as are wanted.</summary>
[StatelessWorker]
[GrainType("conversation-search")]
internal sealed class ConversationSearchGrain(SearchStore search, ConversationLists lists) : Grain, IConversationSearchGrain
{
    private const int LongestText = 200;
    private const int MostHits = 100;

    /// <inheritdoc/>
    public async Task<ConversationHits> Search(ConversationQuery query, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Agent);
        Check(query);
        var store = this.GetPrimaryKeyString();
        if (SearchTerms.Read(query.Text) is not { } words) return new ConversationHits { Hits = [] };
        var found = await search.Find(store, words, query, cancellationToken);
        var places = found.Take(query.Limit).ToList();
        if (places.Count == 0) return new ConversationHits { Hits = [] };
        var lines = await lists.Find(store, places.Select(p => p.Conversation).Distinct().ToArray(), cancellationToken);
        var said = await search.Read(places, cancellationToken);
        return new ConversationHits
        {
            Hits = [.. Hits(places, lines, said, words)],
            Cursor = found.Count > query.Limit ? places[^1].ToCursor() : null,
        };
    }

    private static IEnumerable<ConversationHit> Hits(
        IEnumerable<SearchPlace> places,
        ImmutableDictionary<string, ConversationLine> lines,
        IReadOnlyDictionary<(string, long), SaidText> said,
        SearchWords words)
    {
        foreach (var place in places)
        {
            // What was deleted meanwhile is no hit.
            if (!lines.TryGetValue(place.Conversation, out var line) || !said.TryGetValue((place.Conversation, place.Seq), out var text)) continue;
            var excerpt = Excerpt.Of(text.Text, words);
            yield return new ConversationHit
            {
                Line = line,
                Seq = place.Seq,
                At = place.At,
                Role = text.Role,
                Author = text.Author,
                Excerpt = excerpt.Text,
                Marks = excerpt.Marks,
            };
        }
    }

    private static void Check(ConversationQuery query)
    {
        Require(query.Text is { Length: >= 1 and <= LongestText }, $"q has 1 to {LongestText} characters");
        Require(query.Limit is >= 1 and <= MostHits, $"the limit is 1 to {MostHits}");
        Require((query.ContactId, query.Tag, query.AgentId) is (null or { Length: <= 100 }, null or { Length: <= 100 }, null or { Length: <= 100 }), "contact, tag and agent have at most 100 characters");
        Require(new[] { query.ContactId, query.Tag, query.AgentId }.All(t => t?.Contains('\0', StringComparison.Ordinal) is not true), "contact, tag and agent are text");
    }

    private static void Require(bool holds, string rule)
    {
        if (!holds) throw new SupportException(ProblemCodes.InvalidRequest, $"The search is not valid: {rule}.");
    }
}
