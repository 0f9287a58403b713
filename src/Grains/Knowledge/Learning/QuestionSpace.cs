using System.Runtime.InteropServices;

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

    private readonly Dictionary<ulong, int> _having = [];
    private readonly Dictionary<string, List<Dictionary<ulong, float>>> _groups = new(StringComparer.Ordinal);
    private int _texts;

    /// <summary>Adds a text to a group, which begins with its first one.</summary>
    public void Add(string group, string text)
    {
        var features = Read(text);
        foreach (var feature in features.Keys) CollectionsMarshal.GetValueRefOrAddDefault(_having, feature, out _)++;
        if (!_groups.TryGetValue(group, out var texts)) _groups[group] = texts = [];
        texts.Add(features);
        _texts++;
    }

    /// <summary>How like each group a text is, 0 to 1; the likest first, of equal ones the first by name.</summary>
    public IReadOnlyList<(string Group, double Likeness)> Compare(string text)
    {
        var asked = Unit(Read(text));
        return [.. _groups.Select(g => (g.Key, Likeness(asked, g.Value))).OrderByDescending(g => g.Item2).ThenBy(g => g.Key, StringComparer.Ordinal)];
    }

    private double Likeness(Dictionary<ulong, float> asked, List<Dictionary<ulong, float>> texts)
    {
        var nearest = 0f;
        var mean = new Dictionary<ulong, float>();
        foreach (var text in texts)
        {
            var unit = Unit(text);
            nearest = Math.Max(nearest, Product(asked, unit));
            foreach (var (feature, weight) in unit) CollectionsMarshal.GetValueRefOrAddDefault(mean, feature, out _) += weight;
        }

        var length = Length(mean);
        return length == 0 ? 0 : Math.Min(1, (nearest + (Product(asked, mean) / length)) / 2);
    }

    private Dictionary<ulong, float> Unit(Dictionary<ulong, float> features)
    {
        var weighted = features.ToDictionary(f => f.Key, f => f.Value * Rarity(_having.GetValueOrDefault(f.Key)));
        var length = Length(weighted);
        return length == 0 ? weighted : weighted.ToDictionary(f => f.Key, f => f.Value / length);
    }

    private float Rarity(int having) => MathF.Log(1 + ((OtherTexts + _texts - having + 0.5f) / (having + 0.5f)));

    private static Dictionary<ulong, float> Read(string text)
    {
        var tokens = Tokens.Read(text);
        var telling = tokens.FindAll(t => !t.IsStop);
        return FaqFeatures.Read(telling.Count == 0 ? tokens : telling);
    }

    private static float Product(Dictionary<ulong, float> one, Dictionary<ulong, float> other) =>
        one.Sum(f => other.TryGetValue(f.Key, out var weight) ? f.Value * weight : 0);

    private static float Length(Dictionary<ulong, float> vector) => MathF.Sqrt(vector.Values.Sum(v => v * v));
}
