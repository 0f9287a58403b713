namespace SupportPlatform.Knowledge;

/// <summary>
/// How much of what a query says in neighbouring words a passage says so too: "prior authorization" is one thing, and a
/// passage that has both words apart says less of it. After the sequential dependence model of Metzler and Croft (2005).
/// </summary>
internal sealed class WordPairs
{
    // One word may stand between: "authorization that is prior".
    private const int Reach = 2;

    private readonly TermIndex _terms;
    private readonly Dictionary<(int, int), double> _weights = [];
    private readonly double _all;

    /// <summary>The pairs of a query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="terms">How common its words are, and where they stand.</param>
    public WordPairs(KnowledgeQuery query, TermIndex terms)
    {
        _terms = terms;
        // How often a passage repeats a name says nothing about what is asked.
        var names = query.Concepts.Where(c => c.NamedSources.Length > 0).SelectMany(c => c.Wordings[0].Terms).ToHashSet(StringComparer.Ordinal);
        var asked = new HashSet<(string, string)>();
        string? before = null;
        foreach (var term in query.Tokens.Where(t => !t.IsStop).Select(t => t.Term))
        {
            if (before is not null && before != term && !(names.Contains(before) && names.Contains(term)) && asked.Add((before, term)))
            {
                var weight = Idf(before) + Idf(term);
                _all += weight;
                // A word that no passage has is in no pair that one has.
                if (terms.Contains(before) && terms.Contains(term)) _weights[(terms.IdOf(before), terms.IdOf(term))] = weight;
            }

            before = term;
        }

        double Idf(string term) => terms.Idf(terms.CountOf(term));
    }

    /// <summary>The share of the pairs that the passage says, by their weight: 0 to 1.</summary>
    public double ShareIn(Passage passage)
    {
        if (_weights.Count == 0) return 0;
        var said = _terms.WordsOf(passage);
        var found = new HashSet<(int, int)>();
        for (var i = 0; i < said.Length; i++)
        {
            for (var next = i + 1; next < said.Length && next <= i + Reach; next++)
                if (_weights.ContainsKey((said[i], said[next]))) found.Add((said[i], said[next]));
        }

        return found.Sum(p => _weights[p]) / _all;
    }
}
