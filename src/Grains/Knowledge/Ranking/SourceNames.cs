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

    private readonly int[] _sourceOf;
    private readonly TermIndex _terms;
    private readonly Dictionary<string, List<int>> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<int, HashSet<string>> _titles = [];

    // By first letter and length: a slip keeps the one and hardly changes the other.
    private readonly ILookup<(char First, int Length), string> _alike;

    /// <summary>Finds the names.</summary>
    /// <param name="passages">All passages.</param>
    /// <param name="sourceOf">Each passage's source number.</param>
    /// <param name="terms">Their words.</param>
    public SourceNames(IReadOnlyList<Passage> passages, int[] sourceOf, TermIndex terms)
    {
        (_sourceOf, _terms) = (sourceOf, terms);
        var seen = new HashSet<int>();
        var main = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var p = 0; p < passages.Count; p++)
        {
            var source = sourceOf[p];
            if (!seen.Add(source)) continue;
            _titles[source] = Tokens.Of(TermIndex.TitleText(passages[p])).ToHashSet(StringComparer.Ordinal);
            foreach (var term in _titles[source])
            {
                if (term.All(char.IsDigit)) continue;
                if (!main.TryGetValue(term, out var owner)) main[term] = owner = Owner(term, passages, sourceOf, terms);
                if (owner != source) continue;
                if (!_names.TryGetValue(term, out var list)) _names[term] = list = [];
                list.Add(source);
            }
        }

        _alike = _names.Keys.ToLookup(n => (n[0], n.Length));
    }

    // The source in which a word is mostly said; -1 for a word that belongs to none.
    private static int Owner(string term, IReadOnlyList<Passage> passages, int[] sourceOf, TermIndex terms)
    {
        var counts = new Dictionary<int, int>();
        var said = 0;
        foreach (var passage in terms.PassagesWith(terms.IdOf(term)))
        {
            if (passages[passage].Weight < 1) continue;
            said++;
            counts[sourceOf[passage]] = counts.GetValueOrDefault(sourceOf[passage]) + 1;
        }

        foreach (var (source, count) in counts)
            if (count >= LeastShare * said) return source;
        return -1;
    }

    /// <summary>The sources that the term names; empty for all that is no name.</summary>
    public IReadOnlyList<int> Of(string term) => _names.GetValueOrDefault(term) ?? [];

    /// <summary>Whether the source's title has the term.</summary>
    public bool TitleHas(int source, string term) => _titles.TryGetValue(source, out var title) && title.Contains(term);

    /// <summary>Whether a passage of the source has the term.</summary>
    public bool IsSaidIn(int source, string term)
    {
        foreach (var passage in _terms.PassagesWith(_terms.IdOf(term)))
            if (_sourceOf[passage] == source) return true;
        return false;
    }

    /// <summary>The name that a term was meant to be; null when it is near none, or near several.</summary>
    public string? Nearest(string term)
    {
        var most = EditDistance.Allowed(term.Length);
        if (most == 0) return null;
        var near = Enumerable.Range(term.Length - most, (2 * most) + 1).SelectMany(length => _alike[(term[0], length)])
            .Where(n => EditDistance.Between(term, n, most) <= most).Take(2).ToList();
        return near.Count == 1 ? near[0] : null;
    }
}
