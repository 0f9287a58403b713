using System.Runtime.InteropServices;

namespace SupportPlatform.Knowledge;

/// <summary>
/// The words of all passages with the impacts of BM25F: title, section and body as fields, long passages held back.
/// </summary>
internal sealed class TermIndex
{
    /// <summary>Saturation of repeated terms; BM25's customary value is 1.2, for whole documents.</summary>
    public const double K1 = 0.9;

    // Passages are cut to like lengths, so length says less than in whole documents; BM25's customary value is 0.75.
    private const double B = 0.5;

    // A file of ten passages says nothing of how common its words are elsewhere; without this a word that it lacks would
    // weigh five times one that it has. Measured on product_qa with each manual alone.
    private const int LeastCount = 300;

    private const float TitleWeight = 0.8f;
    private const float SectionWeight = 1.5f;
    private const float BodyWeight = 1f;
    private const float LabelWeight = 1f;

    private readonly Dictionary<string, int> _ids;
    private readonly List<string> _terms;
    private readonly Dictionary<Passage, (int From, int To, int Words, int Length, ulong Sketch)> _read;

    // What each passage says, passage after passage; the postings are the same turned round.
    private readonly List<(int Term, float Frequency)> _said;

    // The words of each passage's text as they follow each other: 4 bytes a word, which spares reading the text at each query.
    private readonly List<int> _words;
    private readonly int[] _starts;
    private readonly int[] _passages;
    private readonly float[] _impacts;

    /// <summary>Indexes the passages.</summary>
    /// <param name="passages">The passages.</param>
    /// <param name="before">An index of which most passages are known, so that they need not be read again.</param>
    public TermIndex(IReadOnlyList<Passage> passages, TermIndex? before)
    {
        Count = passages.Count;
        _ids = before is null ? new(StringComparer.Ordinal) : new(before._ids, StringComparer.Ordinal);
        _terms = before is null ? [] : [.. before._terms];
        _said = new List<(int, float)>(before?._said.Count ?? 0);
        _words = new List<int>(before?._words.Count ?? 0);
        _read = new Dictionary<Passage, (int, int, int, int, ulong)>(passages.Count);
        for (var p = 0; p < passages.Count; p++)
        {
            var (from, words) = (_said.Count, _words.Count);
            int length;
            ulong sketch;
            if (before is not null && before._read.TryGetValue(passages[p], out var range))
            {
                _said.AddRange(CollectionsMarshal.AsSpan(before._said)[range.From..range.To]);
                _words.AddRange(before.WordsOf(passages[p]));
                (length, sketch) = (range.Length, range.Sketch);
            }
            else
            {
                (length, sketch) = Read(passages[p]);
            }

            _read[passages[p]] = (from, _said.Count, words, length, sketch);
        }

        (_starts, _passages, _impacts) = Turn(passages);
    }

    /// <summary>How many passages there are.</summary>
    public int Count { get; }

    /// <summary>All terms; their places are their numbers. Some may have no passage any more.</summary>
    public IReadOnlyList<string> Terms => _terms;

    /// <summary>What is searched as a passage's title: the title and the file's name.</summary>
    public static string TitleText(Passage passage) => $"{passage.Title} {Path.GetFileNameWithoutExtension(passage.Source)}";

    /// <summary>A term's number; -1 for one that no passage has.</summary>
    public int IdOf(string term) => _ids.TryGetValue(term, out var id) && _starts[id + 1] > _starts[id] ? id : -1;

    /// <summary>The numbers of the passages with a term, in order.</summary>
    public ReadOnlySpan<int> PassagesWith(int id) => id < 0 ? [] : _passages.AsSpan(_starts[id].._starts[id + 1]);

    /// <summary>What the term adds to each of these passages' scores before its inverse document frequency: 0 to k1 + 1.</summary>
    public ReadOnlySpan<float> Impacts(int id) => id < 0 ? [] : _impacts.AsSpan(_starts[id].._starts[id + 1]);

    /// <summary>
    /// Sixty-four bits of what a passage says, after Charikar's similarity hash: the more words two passages share, the
    /// fewer bits differ. Comparable within one index and those that are built on it.
    /// </summary>
    public ulong SketchOf(Passage passage) => _read[passage].Sketch;

    /// <summary>The numbers of the terms of a passage's text, in order.</summary>
    public ReadOnlySpan<int> WordsOf(Passage passage)
    {
        var (_, _, words, length, _) = _read[passage];
        return CollectionsMarshal.AsSpan(_words).Slice(words, length);
    }

    /// <summary>How many passages have a term.</summary>
    public int CountOf(string term) => PassagesWith(IdOf(term)).Length;

    /// <summary>Whether any passage has the term.</summary>
    public bool Contains(string term) => IdOf(term) >= 0;

    /// <summary>The inverse document frequency of a term that so many passages have.</summary>
    public double Idf(int documents) => Math.Log(1 + ((Math.Max(Count, LeastCount) - documents + 0.5) / (documents + 0.5)));

    private (int Length, ulong Sketch) Read(Passage passage)
    {
        var said = new Dictionary<int, float>();
        var words = _words.Count;
        Add(said, passage.Text, BodyWeight, _words);
        var length = _words.Count - words;
        var sketch = Sketch(said.Keys);
        Add(said, TitleText(passage), TitleWeight);
        if (passage.Section is not null) Add(said, passage.Section, SectionWeight);
        // What a row of data or an answer is about counts twice, as it is in the body already.
        foreach (var label in StatementReader.Read(passage).Select(s => s.Label ?? s.Question).OfType<string>().Distinct(StringComparer.Ordinal))
            Add(said, label, LabelWeight);
        foreach (var (term, frequency) in said) _said.Add((term, frequency));
        return (length, sketch);
    }

    private static ulong Sketch(IEnumerable<int> terms)
    {
        Span<int> votes = stackalloc int[64];
        foreach (var term in terms)
        {
            var bits = Mixed((ulong)term);
            for (var i = 0; i < votes.Length; i++) votes[i] += (bits >> i & 1) == 1 ? 1 : -1;
        }

        var sketch = 0UL;
        for (var i = 0; i < votes.Length; i++)
            if (votes[i] > 0) sketch |= 1UL << i;
        return sketch;
    }

    // The finaliser of SplitMix64: neighbouring numbers share no bits by more than chance.
    private static ulong Mixed(ulong number)
    {
        var bits = unchecked((number + 1) * 0x9E3779B97F4A7C15);
        bits = unchecked((bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9);
        bits = unchecked((bits ^ (bits >> 27)) * 0x94D049BB133111EB);
        return bits ^ (bits >> 31);
    }

    private void Add(Dictionary<int, float> said, string text, float weight, List<int>? inOrder = null)
    {
        foreach (var term in Tokens.Of(text))
        {
            ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(_ids, term, out var exists);
            if (!exists)
            {
                id = _terms.Count;
                _terms.Add(term);
            }

            CollectionsMarshal.GetValueRefOrAddDefault(said, id, out _) += weight;
            inOrder?.Add(id);
        }
    }

    private (int[] Starts, int[] Passages, float[] Impacts) Turn(IReadOnlyList<Passage> passages)
    {
        var starts = new int[_terms.Count + 1];
        foreach (var (term, _) in _said) starts[term + 1]++;
        for (var t = 0; t < _terms.Count; t++) starts[t + 1] += starts[t];
        var next = starts[..^1];
        var numbers = new int[_said.Count];
        var impacts = new float[_said.Count];
        var average = passages.Count == 0 ? 1 : Math.Max(1, _read.Values.Average(r => r.Length));
        for (var p = 0; p < passages.Count; p++)
        {
            var (from, to, _, length, _) = _read[passages[p]];
            var room = K1 * (1 - B + (B * length / average));
            foreach (var (term, frequency) in CollectionsMarshal.AsSpan(_said)[from..to])
            {
                var at = next[term]++;
                numbers[at] = p;
                impacts[at] = (float)(frequency * (K1 + 1) / (frequency + room));
            }
        }

        return (starts, numbers, impacts);
    }
}
