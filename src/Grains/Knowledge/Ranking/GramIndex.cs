using System.Runtime.InteropServices;

namespace SupportPlatform.Knowledge;

/// <summary>
/// Runs of 3 and 4 characters of all words: what finds misspelt words, parts of compounds, and words of languages that
/// the stemmer does not know.
/// </summary>
internal sealed class GramIndex
{
    private readonly Dictionary<ulong, Posting[]> _postings;
    private readonly int _passages;

    /// <summary>Indexes the passages.</summary>
    public GramIndex(IReadOnlyList<Passage> passages)
    {
        var builder = new PostingsBuilder<ulong>();
        foreach (var passage in passages)
        {
            var keys = new Dictionary<ulong, float>();
            foreach (var token in Tokens.Read($"{TermIndex.TitleText(passage)}\n{passage.Section}\n{passage.Text}"))
                if (!token.IsStop)
                    foreach (var gram in Grams(token))
                        CollectionsMarshal.GetValueRefOrAddDefault(keys, gram, out _)++;
            builder.Add(keys, keys.Values.Sum());
        }

        _postings = builder.Build();
        _passages = passages.Count;
    }

    /// <summary>The grams of a word, with its bounds.</summary>
    public static IEnumerable<ulong> Grams(Token token)
    {
        var word = $"\u0002{Folding.Fold(token.Raw)}\u0003";
        for (var i = 0; i + 3 <= word.Length; i++)
        {
            var three = ((ulong)word[i] << 32) | ((ulong)word[i + 1] << 16) | word[i + 2];
            yield return three;
            if (i + 4 <= word.Length) yield return (three << 16) | word[i + 3];
        }
    }

    /// <summary>Adds the query's similarity to each passage's score, from 0 to about <paramref name="share"/>.</summary>
    public void AddScores(IReadOnlyCollection<Token> query, Span<double> scores, double share)
    {
        var grams = query.Where(t => !t.IsStop).SelectMany(Grams).Distinct().ToList();
        var ideal = grams.Sum(g => Idf(_postings.GetValueOrDefault(g)?.Length ?? 0)) * (PostingsBuilder<ulong>.K1 + 1);
        if (ideal <= 0) return;
        foreach (var gram in grams)
        {
            if (!_postings.TryGetValue(gram, out var postings)) continue;
            var weight = share * Idf(postings.Length) / ideal;
            foreach (var posting in postings) scores[posting.Passage] += weight * posting.Impact;
        }
    }

    private double Idf(int documents) => Math.Log(1 + ((_passages - documents + 0.5) / (documents + 0.5)));
}
