namespace SupportPlatform.Knowledge;

/// <summary>
/// Groups of texts, and how like them another text is: half the nearest text of the group, half the group's mean direction,
/// by the features that questions and answers are found by, without the commonest words. Features that many of the texts have
/// count less.
/// </summary>
internal sealed class QuestionSpace
{
    // As if there were so many other texts: what the first two have in common is not common for that.
    private const int OtherTexts = 20;

    private readonly Dictionary<ulong, int> _ids = [];
    private readonly List<int> _having = [];
    private readonly Dictionary<string, List<(int Feature, float Weight)[]>> _groups = new(StringComparer.Ordinal);
    private int _texts;

    /// <summary>Adds a text to a group, which begins with its first one.</summary>
    public void Add(string group, string text)
    {
        var features = Read(text).Select(f => (IdOf(f.Key), f.Value)).ToArray();
        foreach (var (feature, _) in features) _having[feature]++;
        if (!_groups.TryGetValue(group, out var texts)) _groups[group] = texts = [];
        texts.Add(features);
        _texts++;
    }

    /// <summary>How like each group a text is, 0 to 1; the likest first, of equal ones the first by name.</summary>
    public IReadOnlyList<(string Group, double Likeness)> Compare(string text)
    {
        float[] rarity = [.. _having.Select(Rarity)];
        var asked = new float[rarity.Length];
        var length = 0f;
        foreach (var (key, weight) in Read(text))
        {
            var known = _ids.TryGetValue(key, out var feature);
            var weighted = weight * (known ? rarity[feature] : Rarity(0));
            length += weighted * weighted;
            if (known) asked[feature] = weighted;
        }

        if (length > 0)
            for (var i = 0; i < asked.Length; i++) asked[i] /= MathF.Sqrt(length);
        var sum = new float[rarity.Length];
        return [.. _groups.Select(g => (g.Key, Likeness(asked, g.Value, rarity, sum)))
            .OrderByDescending(g => g.Item2).ThenBy(g => g.Key, StringComparer.Ordinal)];
    }

    private static double Likeness(float[] asked, List<(int Feature, float Weight)[]> texts, float[] rarity, float[] sum)
    {
        var (nearest, all) = (0f, 0f);
        foreach (var text in texts)
        {
            var (product, length) = (0f, 0f);
            foreach (var (feature, weight) in text)
            {
                var weighted = weight * rarity[feature];
                product += asked[feature] * weighted;
                length += weighted * weighted;
            }

            if (length == 0) continue;
            length = MathF.Sqrt(length);
            nearest = Math.Max(nearest, product / length);
            all += product / length;
            foreach (var (feature, weight) in text) sum[feature] += weight * rarity[feature] / length;
        }

        // The direction's length; each feature is taken once, and the sums are left at 0 for the next group.
        var mean = 0f;
        foreach (var text in texts)
        {
            foreach (var (feature, _) in text)
            {
                mean += sum[feature] * sum[feature];
                sum[feature] = 0;
            }
        }

        return mean == 0 ? 0 : Math.Min(1, (nearest + (all / MathF.Sqrt(mean))) / 2);
    }

    private static Dictionary<ulong, float> Read(string text)
    {
        var tokens = Tokens.Read(text);
        var telling = tokens.FindAll(t => !t.IsStop);
        return FaqFeatures.Read(telling.Count == 0 ? tokens : telling);
    }

    private int IdOf(ulong key)
    {
        if (_ids.TryGetValue(key, out var id)) return id;
        _having.Add(0);
        return _ids[key] = _having.Count - 1;
    }

    private float Rarity(int having) => MathF.Log(1 + ((OtherTexts + _texts - having + 0.5f) / (having + 0.5f)));
}
