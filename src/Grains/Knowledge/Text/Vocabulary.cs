namespace SupportPlatform.Knowledge;

/// <summary>Groups of words for one thing, from <c>Vocabulary.txt</c>; each entry is one or more terms.</summary>
internal static class Vocabulary
{
    /// <summary>The most terms in an entry.</summary>
    public const int LongestEntry = 4;

    private static readonly Dictionary<string, string> Heads = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, List<string[]>> Entries = Load();

    /// <summary>The term that stands for the first group that a term is in; null for a term that is in none.</summary>
    public static string? HeadOf(string term) => Heads.GetValueOrDefault(term);

    /// <summary>What else is said for the entry whose terms are joined by a space; empty when nothing is.</summary>
    public static IReadOnlyList<string[]> OthersFor(string entry) => Entries.GetValueOrDefault(entry) ?? [];

    private static Dictionary<string, List<string[]>> Load()
    {
        var entries = new Dictionary<string, List<string[]>>(StringComparer.Ordinal);
        foreach (var line in Resources.Lines("Vocabulary.txt"))
        {
            var group = line.Split(',')
                .Select(e => Tokens.Read(e).Where(t => !t.IsStop).Select(t => t.Term).ToArray())
                .Where(e => e.Length is > 0 and <= LongestEntry)
                .DistinctBy(e => string.Join(' ', e)).ToList();
            foreach (var entry in group)
            {
                var key = string.Join(' ', entry);
                Heads.TryAdd(key, string.Join(' ', group[0]));
                if (!entries.TryGetValue(key, out var others)) entries[key] = others = [];
                others.AddRange(group.Where(o => o != entry));
            }
        }

        return entries;
    }
}
