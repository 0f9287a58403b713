namespace SupportPlatform.Knowledge;

/// <summary>
/// Which words name which sources: those of a title that are said mostly in that source, as a product's name is. A
/// question that names one source is not answered from another.
/// </summary>
internal sealed class SourceNames
{
    // The share of a word's passages that must be in the source. Names of products had 0.8 and more on the development
    // data, words of their kind (tent, table) 0.5 to 1, common words (camping) under 0.4.
    private const double LeastShare = 0.6;

    private readonly Dictionary<string, List<int>> _names = new(StringComparer.Ordinal);

    /// <summary>Finds the names.</summary>
    /// <param name="passages">All passages.</param>
    /// <param name="sourceOf">Each passage's source number.</param>
    /// <param name="terms">Their words.</param>
    public SourceNames(IReadOnlyList<Passage> passages, int[] sourceOf, TermIndex terms)
    {
        var counts = new Dictionary<int, int>();
        var seen = new HashSet<int>();
        for (var p = 0; p < passages.Count; p++)
        {
            var source = sourceOf[p];
            if (!seen.Add(source)) continue;
            foreach (var term in Tokens.Of(TermIndex.TitleText(passages[p])).Distinct(StringComparer.Ordinal))
            {
                if (term.All(char.IsDigit)) continue;
                counts.Clear();
                var said = 0;
                foreach (var posting in terms.Postings(term))
                {
                    if (passages[posting.Passage].Weight < 1) continue;
                    said++;
                    counts[sourceOf[posting.Passage]] = counts.GetValueOrDefault(sourceOf[posting.Passage]) + 1;
                }

                if (said == 0 || counts.GetValueOrDefault(source) < LeastShare * said) continue;
                if (!_names.TryGetValue(term, out var list)) _names[term] = list = [];
                list.Add(source);
            }
        }
    }

    /// <summary>The sources that the term names; empty for all that is no name.</summary>
    public IReadOnlyList<int> Of(string term) => _names.GetValueOrDefault(term) ?? [];
}
