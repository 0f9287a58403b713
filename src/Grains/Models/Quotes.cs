using System.Collections.Immutable;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Models;

/// <summary>Makes the citations of an answer, each with the passage's own words that stand behind it.</summary>
internal static class Quotes
{
    private const int LongestQuote = 400;

    /// <summary>The citations, in order of first mention.</summary>
    public static ImmutableArray<Citation> For(AnswerCheck answer, IReadOnlyList<RankedPassage> passages) =>
        [.. answer.Cited.Select(n => Cite(n, passages[n - 1].Passage, AnswerCheck.FirstCitingWords(answer.Text, n)))];

    private static Citation Cite(int n, Passage passage, string words) => new()
    {
        N = n,
        Source = passage.Source,
        Title = passage.Title,
        Page = passage.Page,
        Section = passage.Section,
        Revision = passage.Revision,
        ChunkId = passage.ChunkId,
        Quote = Clip(Behind(passage, words)),
        Url = passage.Url,
        FromCustomer = passage.FromCustomer,
    };

    // The statement that shares most with what the answer says of the passage.
    private static string Behind(Passage passage, string words)
    {
        var said = Tokens.Of(words).ToHashSet(StringComparer.Ordinal);
        var best = passage.Statements
            .Select(s => (s.Text, s.Terms))
            .OrderByDescending(s => s.Terms.Count == 0 ? 0 : s.Terms.Count(said.Contains) / Math.Sqrt(s.Terms.Count))
            .FirstOrDefault();
        return best.Text ?? passage.Text;
    }

    private static string Clip(string text)
    {
        if (text.Length <= LongestQuote) return text;
        var cut = PlainWords.SentenceEnd(text, LongestQuote);
        return text[..Math.Min(cut, LongestQuote)].TrimEnd();
    }
}
