using System.Buffers;
using System.Collections.Immutable;

namespace SupportPlatform.Knowledge;

/// <summary>A store's knowledge at one moment: immutable, so that a turn keeps what it began with.</summary>
internal sealed class KnowledgeSnapshot
{
    // Words find most; the grams only decide between like passages and find what the words miss. A passage of another
    // source than the named one falls behind those of the named one. Measured on product_qa of the development data.
    private const double GramShare = 0.35;
    private const double OtherSourceFactor = 0.3;
    private const double NameShare = 0.2;
    private const double LeastScore = 0.01;

    // So many are looked at before like ones are dropped.
    private const int Candidates = 30;

    private readonly TermIndex _terms;
    private readonly GramIndex _grams;
    private readonly QueryReader _reader;
    private readonly FaqIndex _entries;
    private readonly int[] _sourceOf;
    private readonly ImmutableArray<Passage> _documents;

    /// <summary>Indexes the documents.</summary>
    public KnowledgeSnapshot(IEnumerable<SourceDocument> documents)
    {
        Sources = [.. documents.OrderBy(d => d.Name, StringComparer.Ordinal)];
        Passages = [.. Sources.SelectMany(s => s.Passages)];
        _documents = [.. Passages.Where(p => !p.IsFaq)];
        _sourceOf = [.. Sources.SelectMany((s, i) => s.Passages.Where(p => !p.IsFaq).Select(_ => i))];
        _terms = new TermIndex(_documents);
        _grams = new GramIndex(_documents);
        _entries = new FaqIndex(Passages);
        _reader = new QueryReader(_terms, new SourceNames(_documents, _sourceOf, _terms), _entries);
    }

    /// <summary>No knowledge.</summary>
    public static KnowledgeSnapshot Empty { get; } = new([]);

    /// <summary>The documents, by name.</summary>
    public ImmutableArray<SourceDocument> Sources { get; }

    /// <summary>All passages.</summary>
    public ImmutableArray<Passage> Passages { get; }

    /// <summary>Reads a query for this snapshot.</summary>
    public KnowledgeQuery Read(string text) => _reader.Read(text);

    /// <summary>The passages that fit best, best first.</summary>
    public ImmutableArray<RankedPassage> Search(KnowledgeQuery query, int k)
    {
        if (query.Entries.Count == 0) return SearchDocuments(query, k);
        return [.. query.Entries.Select(e => new RankedPassage(e.Key, e.Value))
            .Concat(SearchDocuments(query, k))
            .OrderByDescending(h => h.Score).ThenBy(h => h.Passage.ChunkId, StringComparer.Ordinal)
            .Take(k)];
    }

    private ImmutableArray<RankedPassage> SearchDocuments(KnowledgeQuery query, int k)
    {
        if (_documents.Length == 0) return [];
        var scores = ArrayPool<double>.Shared.Rent(_documents.Length);
        var best = ArrayPool<double>.Shared.Rent(_documents.Length);
        try
        {
            var span = scores.AsSpan(0, _documents.Length);
            span.Clear();
            AddWords(query, span, best.AsSpan(0, _documents.Length));
            _grams.AddScores(Asking(query), span, GramShare);
            Weigh(query, span);
            return Shortlist.Of(Top(span, Math.Max(Candidates, 2 * k)), k);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(scores);
            ArrayPool<double>.Shared.Return(best);
        }
    }

    /// <summary>How well a source is named by the query: 0 to 1, where 1 is the source named best.</summary>
    public static IReadOnlyDictionary<int, double> NamedSources(KnowledgeQuery query)
    {
        var named = new Dictionary<int, double>();
        foreach (var concept in query.Concepts)
            foreach (var source in concept.NamedSources)
                named[source] = named.GetValueOrDefault(source) + concept.Weight;
        var most = named.Count == 0 ? 1 : named.Values.Max();
        return named.Where(n => n.Value >= 0.5 * most).ToDictionary(n => n.Key, n => n.Value / most);
    }

    /// <summary>The number of a passage's source in <see cref="Sources"/>.</summary>
    public int SourceOf(Passage passage)
    {
        for (var i = 0; i < Sources.Length; i++)
            if (Sources[i].Name == passage.Source) return i;
        return -1;
    }

    private void AddWords(KnowledgeQuery query, Span<double> scores, Span<double> best)
    {
        var hasAspects = query.Aspects.Any();
        var ideal = query.Concepts.Sum(Weight) * (PostingsBuilder<string>.K1 + 1);
        if (ideal <= 0) return;
        foreach (var concept in query.Concepts)
        {
            if (!concept.IsKnown) continue;
            best.Clear();
            foreach (var wording in concept.Wordings) AddWording(wording, best);
            for (var p = 0; p < scores.Length; p++) scores[p] += best[p] * Weight(concept) / ideal;
        }

        // A name says which source; how often a passage repeats it says nothing about what is asked.
        double Weight(Concept concept) => concept.Weight * (hasAspects && concept.NamedSources.Length > 0 ? NameShare : 1);
    }

    private static List<Token> Asking(KnowledgeQuery query)
    {
        var names = query.Concepts.Where(c => c.NamedSources.Length > 0)
            .SelectMany(c => c.Name.Split(' ')).ToHashSet(StringComparer.Ordinal);
        var asking = query.Tokens.Where(t => !t.IsStop && !names.Contains(t.Raw)).ToList();
        return asking.Count > 0 ? asking : [.. query.Tokens];
    }

    // A wording of several terms counts where all of them are, with their mean impact.
    private void AddWording(Wording wording, Span<double> best)
    {
        if (wording.Terms.Length == 1)
        {
            foreach (var posting in _terms.Postings(wording.Terms[0]))
                best[posting.Passage] = Math.Max(best[posting.Passage], wording.Weight * posting.Impact);
            return;
        }

        var found = new Dictionary<int, (int Count, double Impact)>();
        foreach (var term in wording.Terms.Distinct(StringComparer.Ordinal))
            foreach (var posting in _terms.Postings(term))
            {
                var (count, impact) = found.GetValueOrDefault(posting.Passage);
                found[posting.Passage] = (count + 1, impact + posting.Impact);
            }

        var wanted = wording.Terms.Distinct(StringComparer.Ordinal).Count();
        foreach (var (passage, (count, impact)) in found)
            if (count == wanted) best[passage] = Math.Max(best[passage], wording.Weight * impact / count);
    }

    private void Weigh(KnowledgeQuery query, Span<double> scores)
    {
        var named = NamedSources(query);
        for (var p = 0; p < scores.Length; p++)
        {
            scores[p] *= _documents[p].Weight;
            if (named.Count > 0) scores[p] *= Math.Max(OtherSourceFactor, named.GetValueOrDefault(_sourceOf[p]));
        }
    }

    private ImmutableArray<RankedPassage> Top(ReadOnlySpan<double> scores, int k)
    {
        var queue = new PriorityQueue<int, (double, int)>();
        for (var p = 0; p < scores.Length; p++)
        {
            if (scores[p] < LeastScore) continue;
            if (queue.Count < k) queue.Enqueue(p, (scores[p], -p));
            else queue.EnqueueDequeue(p, (scores[p], -p));
        }

        var hits = new RankedPassage[queue.Count];
        for (var i = hits.Length - 1; i >= 0; i--)
        {
            queue.TryDequeue(out var passage, out var priority);
            hits[i] = new RankedPassage(_documents[passage], priority.Item1);
        }

        return [.. hits];
    }
}
