using SupportPlatform.Knowledge;
using SupportPlatform.Models;

namespace SupportPlatform.Conversations;

/// <summary>
/// Picks the sentences that say most of a text: those whose terms the whole comes back to. No language's grammar is in it,
/// only its terms (<see cref="Tokens"/>) and where sentences end.
/// </summary>
internal static class BriefSummary
{
    private const int MostSentences = 120;

    // What is asked, and said first, says most of a matter.
    private const double Asks = 1.3;
    private const double First = 1.25;
    private const double SameWords = 0.6;

    /// <summary>The sentences of messages, oldest first, without small talk.</summary>
    public static IEnumerable<string> Sentences(IEnumerable<string> messages) => messages
        .SelectMany(m => m.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        .SelectMany(StatementReader.Sentences).Where(s => s.Length > 0 && SmallTalk.PhraseFor(s) is null);

    /// <summary>The sentences that say most, in their order.</summary>
    /// <param name="all">The sentences, oldest first; of very many the last.</param>
    /// <param name="most">How many.</param>
    /// <param name="longest">How long they may be together, in UTF-16 units.</param>
    public static IReadOnlyList<string> Of(IEnumerable<string> all, int most, int longest)
    {
        var sentences = all.TakeLast(MostSentences).Select(s => (Text: s, Terms: Tokens.Of(s).ToHashSet(StringComparer.Ordinal))).ToList();
        var counts = sentences.SelectMany(s => s.Terms).CountBy(t => t, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var ranked = Enumerable.Range(0, sentences.Count).OrderByDescending(Score).ThenBy(i => i);
        var taken = new List<int>();
        var length = 0;
        foreach (var i in ranked)
        {
            if (taken.Count == most) break;
            if (sentences[i].Terms.Count == 0 || taken.Exists(t => IsSame(sentences[t].Terms, sentences[i].Terms))) continue;
            if (taken.Count > 0 && length + sentences[i].Text.Length > longest) continue;
            taken.Add(i);
            length += sentences[i].Text.Length;
        }

        return [.. taken.Order().Select(i => sentences[i].Text)];

        double Score(int i)
        {
            var (text, terms) = sentences[i];
            if (terms.Count == 0) return 0;
            var weight = terms.Sum(t => Math.Log(1 + counts[t])) / Math.Sqrt(terms.Count);
            return weight * (IsQuestion(text) ? Asks : 1) * (i == 0 ? First : 1);
        }
    }

    /// <summary>Whether a sentence asks.</summary>
    public static bool IsQuestion(string sentence) => sentence.Length > 0 && sentence[^1] is '?' or '？' or '؟' or ';';

    private static bool IsSame(HashSet<string> a, HashSet<string> b) => a.Count(b.Contains) >= SameWords * Math.Min(a.Count, b.Count);
}
