using System.Buffers;
using System.Collections.Immutable;

namespace SupportPlatform.Knowledge;

/// <summary>Ranks the passages of documents by their words, by what is like their words, and by the sources that a query names.</summary>
internal sealed class DocumentSearch(ImmutableArray<Passage> passages, int[] sourceOf, TermIndex terms, GramIndex grams)
{
    // Words find most; the grams only decide between like passages and find what the words miss. A passage of another
    // source than the named one falls behind those of the named one. Measured on product_qa of the development data.
    private const double GramShare = 0.35;
    private const double LeastLikeness = 0.4;
    private const int MostLike = 6;
    private const double OtherSourceFactor = 0.3;
    private const double NameShare = 0.2;
    private const double LeastScore = 0.01;

    // What is near in meaning adds to the score by its place among the nearest, since cosines of different models do not
    // compare: so much for the first, half of it for the eleventh.
    private const float MeaningShare = 0.35f;
    private const int MeaningDepth = 10;

    // Measured on northwind_docqa, by halves: of the questions of each half more find their page, from 0.2 to 0.8 alike.
    private const double PairShare = 0.4;

    // So many are looked at before like ones are dropped.
    private const int Candidates = 30;

    private readonly float[] _weights = [.. passages.Select(p => (float)p.Weight)];

    /// <summary>The passages that fit best, best first.</summary>
    public ImmutableArray<RankedPassage> Search(KnowledgeQuery query, int k)
    {
        if (passages.IsEmpty) return [];
        var scores = ArrayPool<float>.Shared.Rent(passages.Length);
        var best = ArrayPool<float>.Shared.Rent(passages.Length);
        try
        {
            var span = scores.AsSpan(0, passages.Length);
            span.Clear();
            AddWords(query, span, best.AsSpan(0, passages.Length));
            AddLike(query, span, best.AsSpan(0, passages.Length));
            AddMeaning(query.Near, span);
            Weigh(query, span);
            return Shortlist.Of(WithPairs(query, Top(span, Math.Max(Candidates, 2 * k))), terms, k);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(scores);
            ArrayPool<float>.Shared.Return(best);
        }
    }

    private void AddWords(KnowledgeQuery query, Span<float> scores, Span<float> best)
    {
        var hasAspects = query.Aspects.Any();
        var ideal = query.Concepts.Sum(Weight) * (TermIndex.K1 + 1);
        if (ideal <= 0) return;
        foreach (var concept in query.Concepts)
        {
            if (!concept.IsKnown) continue;
            best.Clear();
            foreach (var wording in concept.Wordings) AddWording(wording, best);
            AddScaled(best, (float)(Weight(concept) / ideal), scores);
        }

        // A name says which source; how often a passage repeats it says nothing about what is asked.
        double Weight(Concept concept) => concept.Weight * (hasAspects && concept.NamedSources.Length > 0 ? NameShare : 1);
    }

    // A wording of several terms counts where all of them are, with their mean impact.
    private void AddWording(Wording wording, Span<float> best)
    {
        if (wording.Terms.Length == 1)
        {
            AddTerm(terms.IdOf(wording.Terms[0]), wording.Weight, best);
            return;
        }

        var ids = wording.Terms.Distinct(StringComparer.Ordinal).Select(terms.IdOf).OrderBy(id => terms.PassagesWith(id).Length).ToArray();
        var rarest = terms.PassagesWith(ids[0]);
        for (var i = 0; i < rarest.Length; i++)
        {
            var impact = terms.Impacts(ids[0])[i];
            var all = true;
            for (var j = 1; all && j < ids.Length; j++)
            {
                var at = terms.PassagesWith(ids[j]).BinarySearch(rarest[i]);
                all = at >= 0;
                if (all) impact += terms.Impacts(ids[j])[at];
            }

            if (all) best[rarest[i]] = Math.Max(best[rarest[i]], (float)wording.Weight * impact / ids.Length);
        }
    }

    // The query's words once more, each with the terms that are written like it.
    private void AddLike(KnowledgeQuery query, Span<float> scores, Span<float> best)
    {
        var names = query.Concepts.Where(c => c.NamedSources.Length > 0)
            .SelectMany(c => c.Name.Split(' ')).ToHashSet(StringComparer.Ordinal);
        var asking = query.Tokens.Where(t => !t.IsStop && !names.Contains(t.Raw)).ToList();
        if (asking.Count == 0) asking = [.. query.Tokens.Where(t => !t.IsStop)];
        var words = asking.Select(t => t.Term).Distinct(StringComparer.Ordinal)
            .Select(t => (Id: terms.IdOf(t), Like: grams.Like(t, LeastLikeness, MostLike))).ToList();
        var ideal = words.Sum(w => Idf(w.Id, w.Like)) * (TermIndex.K1 + 1);
        if (ideal <= 0) return;
        foreach (var (id, like) in words)
        {
            best.Clear();
            AddTerm(id, 1, best);
            foreach (var (other, likeness) in like) AddTerm(other, likeness, best);
            AddScaled(best, (float)(GramShare * Idf(id, like) / ideal), scores);
        }
    }

    private static void AddMeaning(ImmutableArray<NearPassage> near, Span<float> scores)
    {
        for (var rank = 0; rank < near.Length; rank++) scores[near[rank].Place] += MeaningShare * MeaningDepth / (MeaningDepth + rank);
    }

    private ImmutableArray<RankedPassage> WithPairs(KnowledgeQuery query, ImmutableArray<RankedPassage> candidates)
    {
        var pairs = new WordPairs(query, terms);
        return [.. candidates.Select(c => c with { Score = c.Score + (PairShare * pairs.ShareIn(c.Passage)) }).OrderByDescending(c => c.Score)];
    }

    private double Idf(int id, List<(int Term, double Likeness)> like) =>
        terms.Idf(id >= 0 || like.Count == 0 ? terms.PassagesWith(id).Length : terms.PassagesWith(like[0].Term).Length);

    private void AddTerm(int id, double weight, Span<float> best)
    {
        var numbers = terms.PassagesWith(id);
        var impacts = terms.Impacts(id);
        for (var i = 0; i < numbers.Length; i++) best[numbers[i]] = Math.Max(best[numbers[i]], (float)weight * impacts[i]);
    }

    private static void AddScaled(ReadOnlySpan<float> best, float weight, Span<float> scores)
    {
        for (var p = 0; p < scores.Length; p++) scores[p] += best[p] * weight;
    }

    private void Weigh(KnowledgeQuery query, Span<float> scores)
    {
        var named = NamedSources(query);
        for (var p = 0; p < scores.Length; p++)
        {
            scores[p] *= query.Language is null || passages[p].Serves(query.Language) ? _weights[p] : 0;
            if (named.Count > 0 && scores[p] > 0)
                scores[p] *= (float)Math.Max(OtherSourceFactor, named.GetValueOrDefault(sourceOf[p]));
        }
    }

    // How well each source is named: up to 1, for the source named best.
    private static Dictionary<int, double> NamedSources(KnowledgeQuery query)
    {
        var named = new Dictionary<int, double>();
        foreach (var concept in query.Concepts)
            foreach (var source in concept.NamedSources)
                named[source] = named.GetValueOrDefault(source) + concept.Weight;
        var most = named.Count == 0 ? 1 : named.Values.Max();
        return named.Where(n => n.Value >= 0.5 * most).ToDictionary(n => n.Key, n => n.Value / most);
    }

    private ImmutableArray<RankedPassage> Top(ReadOnlySpan<float> scores, int k)
    {
        var queue = new PriorityQueue<int, (float Score, int Order)>();
        var least = (float)LeastScore;
        for (var p = 0; p < scores.Length; p++)
        {
            if (scores[p] < least) continue;
            if (queue.Count < k) queue.Enqueue(p, (scores[p], -p));
            else queue.EnqueueDequeue(p, (scores[p], -p));
            if (queue.Count == k && queue.TryPeek(out _, out var last)) least = Math.Max(least, last.Score);
        }

        var hits = new RankedPassage[queue.Count];
        for (var i = hits.Length - 1; i >= 0; i--)
        {
            queue.TryDequeue(out var passage, out var priority);
            hits[i] = new RankedPassage(passages[passage], priority.Score);
        }

        return [.. hits];
    }
}
