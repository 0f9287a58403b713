using System.Runtime.InteropServices;
using SupportPlatform.Models;

namespace SupportPlatform.Knowledge;

/// <summary>
/// The entries of questions and answers, found by how a question is like their phrasings: the mean direction of all, the
/// nearest three, and the nearest.
/// </summary>
internal sealed class FaqIndex
{
    private const int MostFound = 50;
    private const int Nearest = 3;

    // Measured on faq_banking77, hint3_sofmattress and oos_clinc of the development data together: shares of the three
    // likenesses, the weight of features by their phrasings and by their entries, and that of features unknown here.
    private const float NearestShare = 0.2f;
    private const float NearestThreeShare = 0.2f;
    private const float EntryRarity = 0.4f;
    private const float UnknownWeight = 0.6f;

    // "I cannot order a pillow" is not answered by the entry of "Can I order a pillow"; measured on the same sets.
    private const double UnsharedDenial = 0.7;

    // Where two entries come near, the message is one for this store, whichever of them is meant.
    private const double RunnerUpShare = 0.3;

    // Of the messages of the two sets with such, 0.86 and 0.96 that no entry answers stay under this likeness; it was
    // chosen where both halves of hint3_sofmattress gain.
    private const double Meant = 0.245;

    // Makes a likeness one with the coverage of a statement.
    private const double Scale = AnswerPolicy.Answers / Meant;

    private const double Certain = 0.8;

    private readonly List<Passage> _entries;
    private readonly Dictionary<ulong, int> _features = [];
    private readonly float[] _rarity;
    private readonly int[] _starts;
    private readonly bool[] _denies;
    private readonly SimilarityIndex _phrasings;
    private readonly SimilarityIndex _directions;

    /// <summary>Indexes the entries.</summary>
    public FaqIndex(IEnumerable<Passage> passages)
    {
        _entries = [.. passages.Where(p => p.IsFaq)];
        _starts = new int[_entries.Count + 1];
        _denies = new bool[_entries.Count];
        var phrasings = new List<(int Feature, float Weight)[]>();
        for (var e = 0; e < _entries.Count; e++)
        {
            foreach (var phrasing in _entries[e].Phrasings)
            {
                var tokens = Tokens.Read(phrasing);
                _denies[e] |= Denials.AreIn(tokens);
                phrasings.Add([.. FaqFeatures.Read(tokens).Select(f => (IdOf(f.Key), f.Value))]);
            }

            _starts[e + 1] = phrasings.Count;
        }

        _rarity = Rarity(phrasings);
        foreach (var phrasing in phrasings)
            for (var i = 0; i < phrasing.Length; i++) phrasing[i].Weight *= _rarity[phrasing[i].Feature];
        _phrasings = new SimilarityIndex(phrasings, _features.Count);
        _directions = new SimilarityIndex([.. Enumerable.Range(0, _entries.Count).Select(e => Direction(phrasings, e))], _features.Count);
    }

    /// <summary>The entries nearest to a question; see <see cref="KnowledgeQuery.Entries"/>.</summary>
    public Dictionary<Passage, double> Find(IReadOnlyList<Token> question)
    {
        if (_entries.Count == 0 || question.Count == 0) return [];
        var known = new List<(int Feature, float Weight)>();
        var unknown = 0f;
        foreach (var (key, count) in FaqFeatures.Read(question))
        {
            if (_features.TryGetValue(key, out var feature)) known.Add((feature, count * _rarity[feature]));
            else unknown += count * UnknownWeight * count * UnknownWeight;
        }

        if (known.Count == 0) return [];
        var inner = SimilarityIndex.Length(known);
        var length = MathF.Sqrt((inner * inner) + unknown);
        var unit = known.Select(f => (f.Feature, f.Weight / length)).ToList();
        var phrasings = _phrasings.Compare(unit);
        var directions = _directions.Compare(unit);
        var denies = Denials.AreIn(question);
        var best = new PriorityQueue<int, double>();
        for (var e = 0; e < _entries.Count; e++)
        {
            if (directions[e] <= 0) continue;
            var likeness = Likeness(phrasings.AsSpan(_starts[e].._starts[e + 1]), directions[e]);
            if (denies && !_denies[e]) likeness *= UnsharedDenial;
            if (best.Count < MostFound) best.Enqueue(e, likeness);
            else best.EnqueueDequeue(e, likeness);
        }

        var runnerUp = best.UnorderedItems.Select(b => b.Priority).OrderDescending().Skip(1).FirstOrDefault();
        return best.UnorderedItems.ToDictionary(
            b => _entries[b.Element], b => Sure(Scale * (b.Priority + (RunnerUpShare * runnerUp))));
    }

    // Never above 1, and never the same for two entries that are not alike as much.
    private static double Sure(double likeness) =>
        likeness <= Certain ? likeness : 1 - ((1 - Certain) * Math.Exp((Certain - likeness) / (1 - Certain)));

    private static double Likeness(Span<float> phrasings, float direction)
    {
        Span<float> nearest = stackalloc float[Nearest];
        foreach (var cosine in phrasings)
        {
            var lower = cosine;
            for (var i = 0; i < Nearest && lower > 0; i++)
                if (lower > nearest[i]) (nearest[i], lower) = (lower, nearest[i]);
        }

        var sum = nearest[0] + nearest[1] + nearest[2];
        return (NearestShare * nearest[0]) + (NearestThreeShare * sum / Math.Min(Nearest, phrasings.Length)) +
            ((1 - NearestShare - NearestThreeShare) * direction);
    }

    private int IdOf(ulong key)
    {
        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(_features, key, out var exists);
        return exists ? id : id = _features.Count - 1;
    }

    // 0 to 1: how few phrasings, and how few entries, have a feature.
    private float[] Rarity(List<(int Feature, float Weight)[]> phrasings)
    {
        var inPhrasings = new int[_features.Count];
        var inEntries = new int[_features.Count];
        var last = new int[_features.Count];
        for (var e = 0; e < _entries.Count; e++)
        {
            for (var p = _starts[e]; p < _starts[e + 1]; p++)
            {
                foreach (var (feature, _) in phrasings[p])
                {
                    inPhrasings[feature]++;
                    if (last[feature] == e + 1) continue;
                    last[feature] = e + 1;
                    inEntries[feature]++;
                }
            }
        }

        return [.. inPhrasings.Select((n, f) =>
            ((1 - EntryRarity) * Share(n, phrasings.Count)) + (EntryRarity * Share(inEntries[f], _entries.Count)))];
    }

    private static float Share(int having, int all) =>
        MathF.Log(1 + ((all - having + 0.5f) / (having + 0.5f))) / MathF.Log(1 + ((all + 0.5f) / 0.5f));

    private (int Feature, float Weight)[] Direction(List<(int Feature, float Weight)[]> phrasings, int entry)
    {
        var sum = new Dictionary<int, float>();
        for (var p = _starts[entry]; p < _starts[entry + 1]; p++)
        {
            var length = SimilarityIndex.Length(phrasings[p]);
            foreach (var (feature, weight) in phrasings[p])
                CollectionsMarshal.GetValueRefOrAddDefault(sum, feature, out _) += weight / length;
        }

        return [.. sum.Select(s => (s.Key, s.Value))];
    }
}
