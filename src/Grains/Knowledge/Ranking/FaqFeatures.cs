using System.Runtime.InteropServices;

namespace SupportPlatform.Knowledge;

/// <summary>
/// What one phrasing of a question is compared by: its words, neighbouring words, neighbours written as one, runs of
/// characters, and where numbers stand. Common words count too, less: "why" and "where" tell like questions apart.
/// </summary>
internal static class FaqFeatures
{
    // Measured on faq_banking77, hint3_sofmattress and oos_clinc of the development data together.
    private const float StopWeight = 0.7f;
    private const float PairWeight = 0.8f;
    private const float JoinedWeight = 0.3f;
    private const float GramWeight = 0.35f;
    private const float MeaningWeight = 0.5f;
    private const float NumberWeight = 0.5f;

    // Keys of words, pairs and grams are kept apart.
    private const ulong Word = 1;
    private const ulong Pair = 2;
    private const ulong Gram = 3;
    private const ulong Meaning = 4;

    /// <summary>The features with their damped counts.</summary>
    public static Dictionary<ulong, float> Read(IReadOnlyList<Token> tokens)
    {
        var counts = new Dictionary<ulong, float>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            var weight = token.IsStop ? StopWeight : 1;
            Add(Key(Word, token.Term), weight);
            foreach (var gram in GramIndex.Grams(Folding.Fold(token.Raw))) Add(Hash(Gram, gram), GramWeight * weight);
            if (Vocabulary.HeadOf(token.Term) is { } head) Add(Key(Meaning, head), MeaningWeight);
            // Any number is like another, and "72 x 75" like any other two.
            var isNumber = char.IsDigit(token.Raw[0]);
            if (isNumber) Add(Key(Meaning, "0"), NumberWeight);
            if (i == 0) continue;
            var before = tokens[i - 1];
            if (isNumber && char.IsDigit(before.Raw[0])) Add(Key(Meaning, "0 0"), NumberWeight);
            Add(Hash(Key(Pair, before.Term), Key(Pair, token.Term)), PairWeight * (token.IsStop && before.IsStop ? StopWeight : 1));
            Add(Key(Word, Stemmer.Stem(Folding.Fold(before.Raw + token.Raw))), JoinedWeight);
        }

        foreach (var key in counts.Keys.ToList())
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _);
            count = count < 1 ? MathF.Pow(count, 0.6f) : 1 + MathF.Log(count);
        }

        return counts;

        void Add(ulong key, float weight) => CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _) += weight;
    }

    // FNV-1a, 64 bits: the same on every run and machine.
    private static ulong Key(ulong kind, string text)
    {
        var hash = Hash(14695981039346656037, kind);
        foreach (var c in text) hash = Hash(hash, c);
        return hash;
    }

    private static ulong Hash(ulong hash, ulong value) => unchecked((hash ^ value) * 1099511628211);
}
