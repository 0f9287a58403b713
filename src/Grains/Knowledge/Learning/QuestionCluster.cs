using System.Collections.Immutable;
using SupportPlatform.Conversations;

namespace SupportPlatform.Knowledge;

/// <summary>Answers whose questions mean the same.</summary>
/// <param name="Id">Its id.</param>
/// <param name="State">One of <see cref="ClusterStates"/>; published also where an entry with its id is.</param>
/// <param name="Faq">The entry made from it; a draft, too.</param>
/// <param name="Count">How many answers there are.</param>
/// <param name="FirstAt">When the first was given.</param>
/// <param name="LastAt">When the last was given.</param>
/// <param name="Turns">The last 50 of them, oldest first.</param>
internal sealed record QuestionCluster(
    string Id, string State, string? Faq, long Count, DateTimeOffset FirstAt, DateTimeOffset LastAt, ImmutableArray<ClusteredTurn> Turns)
{
    /// <summary>The conversations, newest first, by public id.</summary>
    public ImmutableArray<string> Conversations =>
        [.. Turns.Reverse().Select(t => ConversationKey.FromGrainKey(t.Conversation).PublicId).Distinct(StringComparer.Ordinal)];

    /// <summary>The wordings of its questions, oldest first.</summary>
    public IEnumerable<string> Questions => Turns.Select(t => t.Question).Distinct(StringComparer.OrdinalIgnoreCase);
}
