using System.Runtime.InteropServices;

namespace SupportPlatform.Knowledge;

/// <summary>
/// Runs of 3 and 4 characters of all terms: what finds the terms that are like a word, as misspelt words, parts of
/// compounds, and other forms of words in languages that the stemmer does not know.
/// </summary>
internal sealed class GramIndex
{
    private const int ShortestTerm = 3;

    private readonly TermIndex _terms;
    private readonly Dictionary<ulong, (int From, int To)> _grams;
    private readonly int[] _having;
    private readonly byte[] _counts;

    /// <summary>Indexes the terms.</summary>
    public GramIndex(TermIndex terms)
    {
        _terms = terms;
        _counts = new byte[terms.Terms.Count];
        var pairs = new List<(ulong Gram, int Term)>();
        for (var t = 0; t < terms.Terms.Count; t++)
        {
            if (terms.Terms[t].Length < ShortestTerm) continue;
            foreach (var gram in Grams(terms.Terms[t]).Distinct())
            {
                pairs.Add((gram, t));
                _counts[t]++;
            }
        }

        pairs.Sort();
        _having = [.. pairs.Select(p => p.Term)];
        _grams = [];
        for (int from = 0, to; from < pairs.Count; from = to)
        {
            for (to = from + 1; to < pairs.Count && pairs[to].Gram == pairs[from].Gram;) to++;
            _grams[pairs[from].Gram] = (from, to);
        }
    }

    /// <summary>The grams of a word, with its bounds.</summary>
    public static IEnumerable<ulong> Grams(string folded)
    {
        var word = $"\u0002{folded}\u0003";
        for (var i = 0; i + 3 <= word.Length; i++)
        {
            var three = ((ulong)word[i] << 32) | ((ulong)word[i + 1] << 16) | word[i + 2];
            yield return three;
            if (i + 4 <= word.Length) yield return (three << 16) | word[i + 3];
        }
    }

    /// <summary>The terms most like a term, best first, with how like they are: 0 to 1 (Dice). The term itself is not among them.</summary>
    /// <param name="term">The term.</param>
    /// <param name="least">The least likeness.</param>
    /// <param name="most">How many at most.</param>
    public List<(int Term, double Likeness)> Like(string term, double least, int most)
    {
        if (term.Length < ShortestTerm) return [];
        var shared = new Dictionary<int, int>();
        var grams = Grams(term).Distinct().ToList();
        foreach (var gram in grams)
        {
            if (!_grams.TryGetValue(gram, out var range)) continue;
            foreach (var having in _having.AsSpan(range.From..range.To))
                CollectionsMarshal.GetValueRefOrAddDefault(shared, having, out _)++;
        }

        return [.. shared.Select(s => (Term: s.Key, Likeness: 2.0 * s.Value / (grams.Count + _counts[s.Key])))
            .Where(s => s.Likeness >= least && s.Likeness < 1 && !_terms.PassagesWith(s.Term).IsEmpty)
            .OrderByDescending(s => s.Likeness).ThenBy(s => s.Term).Take(most)];
    }
}
