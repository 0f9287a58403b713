using System.Collections.Immutable;

namespace SupportPlatform.Knowledge;

/// <summary>Chooses among the passages that fit: no two that say the same, and first one of each page.</summary>
internal static class Shortlist
{
    // Passages of one page stand for each other: the second is worth less than another page that fits nearly as well.
    // Measured on northwind_docqa of the development data.
    private const double SamePage = 0.85;

    /// <summary>The best of the candidates.</summary>
    /// <param name="candidates">Passages, best first.</param>
    /// <param name="k">How many are wanted.</param>
    public static ImmutableArray<RankedPassage> Of(ImmutableArray<RankedPassage> candidates, int k)
    {
        var pages = new HashSet<(string Source, int? Page)>();
        var texts = new HashSet<string>(StringComparer.Ordinal);
        var kept = new List<RankedPassage>(candidates.Length);
        foreach (var candidate in candidates)
        {
            if (!texts.Add(Plain(candidate.Passage))) continue;
            var isNewPage = candidate.Passage.Page is null || pages.Add((candidate.Passage.Source, candidate.Passage.Page));
            kept.Add(isNewPage ? candidate : candidate with { Score = candidate.Score * SamePage });
        }

        return [.. kept.OrderByDescending(c => c.Score).Take(k)];
    }

    // Passages of the same words are one, whatever stands between the words.
    private static string Plain(Passage passage) =>
        string.Concat(passage.Lines.Where(l => l.Kind != LineKind.Heading).SelectMany(l => l.Text).Where(char.IsLetterOrDigit)).ToUpperInvariant() is { Length: > 0 } words
            ? words
            : passage.ChunkId;
}
