using SupportPlatform.Knowledge;

namespace SupportPlatform.Models;

/// <summary>Finds what contradicts an answer: the same said of the same thing elsewhere, with other numbers.</summary>
internal static class Conflicts
{
    private const double NearlyAsGood = 0.85;
    private const double SameWords = 0.7;

    // Words of titles that say what kind of document it is, and not what it is about.
    private static readonly HashSet<string> Kinds =
        [.. Tokens.Of("policy terms conditions guide manual faq faqs page document information info overview details notice new old updated update current " +
            "richtlinie bedingungen anleitung handbuch übersicht hinweise neu alt politique conditions guide manuel aperçu política condiciones guía manual resumen")];

    /// <summary>The evidence that contradicts the best one; null when none does.</summary>
    public static Evidence? Of(IReadOnlyList<Evidence> found)
    {
        var best = found[0];
        var numbers = Numbers(best.Statement);
        if (best.Statement.Passage.IsFaq || numbers.Count == 0) return null;
        return found.FirstOrDefault(e => e.Coverage >= NearlyAsGood * best.Coverage && !e.Statement.Passage.IsFaq
            && e.Statement.Passage.Source != best.Statement.Passage.Source && e.Statement.Passage.Weight >= best.Statement.Passage.Weight
            && IsOneSubject(e.Statement.Passage, best.Statement.Passage) && SaysTheSame(e.Statement, best.Statement)
            && Numbers(e.Statement) is { Count: > 0 } others && !others.SetEquals(numbers));
    }

    /// <summary>Whether two passages are about one thing: neither title has a word of its own that says what it is about.</summary>
    public static bool IsOneSubject(Passage a, Passage b)
    {
        var (first, second) = (Subject(a), Subject(b));
        return first.Count > 0 && (first.IsSubsetOf(second) || (second.Count > 0 && second.IsSubsetOf(first)));
    }

    private static HashSet<string> Subject(Passage passage) =>
        [.. Tokens.Of(passage.Title).Where(t => !Kinds.Contains(t) && !char.IsDigit(t[0]))];

    private static bool SaysTheSame(Statement a, Statement b)
    {
        var (first, second) = (Words(a), Words(b));
        var shared = first.Count(second.Contains);
        return shared > 0 && shared >= SameWords * (first.Count + second.Count - shared);
    }

    private static HashSet<string> Words(Statement statement) => [.. statement.Terms.Where(t => !char.IsDigit(t[0]))];

    private static HashSet<string> Numbers(Statement statement) => [.. Tokens.Of(statement.Value).Where(t => char.IsDigit(t[0]))];
}
