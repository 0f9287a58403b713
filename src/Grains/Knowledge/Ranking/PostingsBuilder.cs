using System.Runtime.InteropServices;

namespace SupportPlatform.Knowledge;

/// <summary>Builds postings with the impacts of BM25F: fields weigh, long passages are held back.</summary>
/// <typeparam name="TKey">What is indexed.</typeparam>
internal sealed class PostingsBuilder<TKey>
    where TKey : notnull
{
    /// <summary>Saturation of repeated terms; BM25's customary value is 1.2, for whole documents.</summary>
    public const double K1 = 0.9;

    // Passages are cut to like lengths, so length says less than in whole documents; BM25's customary value is 0.75.
    private const double B = 0.5;

    private readonly Dictionary<TKey, List<(int Passage, float Frequency)>> _postings = [];
    private readonly List<double> _lengths = [];

    /// <summary>Adds the next passage's keys with their weighted frequencies.</summary>
    /// <param name="keys">The frequencies.</param>
    /// <param name="length">The passage's length in keys.</param>
    public void Add(Dictionary<TKey, float> keys, double length)
    {
        var passage = _lengths.Count;
        _lengths.Add(length);
        foreach (var (key, frequency) in keys)
        {
            ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(_postings, key, out _);
            (list ??= []).Add((passage, frequency));
        }
    }

    /// <summary>The postings.</summary>
    public Dictionary<TKey, Posting[]> Build()
    {
        var average = _lengths.Count == 0 ? 1 : Math.Max(1, _lengths.Average());
        return _postings.ToDictionary(p => p.Key, p => p.Value
            .Select(x => new Posting(x.Passage, Impact(x.Frequency, _lengths[x.Passage] / average))).ToArray());
    }

    private static float Impact(double frequency, double relativeLength) =>
        (float)(frequency * (K1 + 1) / (frequency + (K1 * (1 - B + (B * relativeLength)))));
}
