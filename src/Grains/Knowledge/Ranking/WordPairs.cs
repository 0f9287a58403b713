namespace SupportPlatform.Knowledge;

/// <summary>
/// How much of what a query says in neighbouring words a passage says so too: "prior authorization" is one thing, and a
/// passage that has both words apart says less of it. After the sequential dependence model of Metzler and Croft (2005).
/// </summary>
internal sealed class WordPairs
{
    // One word may stand between: "authorization that is prior".
    private const int Reach = 2;

    private readonly Dictionary<(string, string), double> _weights = [];
    private readonly double _all;

    /// <summary>The pairs of a query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="terms">How common its words are.</param>
    public WordPairs(KnowledgeQuery query, TermIndex terms)
    {
        // How often a passage repeats a name says nothing about what is asked.
        var names = query.Concepts.Where(c => c.NamedSources.Length > 0).SelectMany(c => c.Wordings[0].Terms).ToHashSet(StringComparer.Ordinal);
        string? before = null;
        foreach (var term in query.Tokens.Where(t => !t.IsStop).Select(t => t.Term))
        {
            if (before is not null && before != term && !(names.Contains(before) && names.Contains(term))) _weights[(before, term)] = Idf(before) + Idf(term);
            before = term;
        }

        _all = _weights.Values.Sum();

        double Idf(string term) => terms.Idf(terms.CountOf(term));
    }

    /// <summary>The share of the pairs that the passage says, by their weight: 0 to 1.</summary>
    public double ShareIn(Passage passage)
    {
        if (_weights.Count == 0) return 0;
        var said = Tokens.Of(passage.Text);
        var found = new HashSet<(string, string)>();
        for (var i = 0; i < said.Count; i++)
        {
            for (var next = i + 1; next < said.Count && next <= i + Reach; next++)
                if (_weights.ContainsKey((said[i], said[next]))) found.Add((said[i], said[next]));
        }

        return found.Sum(p => _weights[p]) / _all;
    }
}
