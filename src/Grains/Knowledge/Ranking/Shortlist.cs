using System.Collections.Immutable;
using System.Numerics;

namespace SupportPlatform.Knowledge;

/// <summary>Chooses among the passages that fit: no two that say the same, and first one of each page.</summary>
internal static class Shortlist
{
    // Passages of one page stand for each other: the second is worth less than another page that fits nearly as well.
    // Measured on northwind_docqa of the development data.
    private const double SamePage = 0.85;
    private const double SameWords = 0.85;

    // Of 64; passages with nothing in common differ in 32, those with so many words in common in 8. It spares reading most.
    private const int MostBits = 16;

    /// <summary>The best of the candidates.</summary>
    /// <param name="candidates">Passages, best first.</param>
    /// <param name="terms">Their index.</param>
    /// <param name="k">How many are wanted.</param>
    public static ImmutableArray<RankedPassage> Of(ImmutableArray<RankedPassage> candidates, TermIndex terms, int k)
    {
        var pages = new HashSet<(string Source, int? Page)>();
        var kept = new List<RankedPassage>(candidates.Length);
        foreach (var candidate in candidates)
        {
            var sketch = terms.SketchOf(candidate.Passage);
            if (kept.Exists(k => BitOperations.PopCount(terms.SketchOf(k.Passage) ^ sketch) <= MostBits && IsSame(k.Passage, candidate.Passage))) continue;
            var isNewPage = candidate.Passage.Page is null || pages.Add((candidate.Passage.Source, candidate.Passage.Page));
            kept.Add(isNewPage ? candidate : candidate with { Score = candidate.Score * SamePage });
        }

        return [.. kept.OrderByDescending(c => c.Score).Take(k)];
    }

    // Passages that differ in a word or two are one. With other numbers, or a denial, they contradict each other; with
    // another name of what they are about, they belong to another thing.
    private static bool IsSame(Passage a, Passage b)
    {
        var (first, second) = (a.Terms, b.Terms);
        var (fewer, more) = first.Said.Count < second.Said.Count ? (first.Said, second.Said) : (second.Said, first.Said);
        if (fewer.Count == 0 || fewer.Count < SameWords * more.Count) return false;
        var shared = fewer.Count(more.Contains);
        return shared >= SameWords * (fewer.Count + more.Count - shared) && first.Denies == second.Denies && first.Numbers.SetEquals(second.Numbers)
            && !fewer.Except(more).Concat(more.Except(fewer)).Any(t => first.Title.Contains(t) || second.Title.Contains(t));
    }
}
