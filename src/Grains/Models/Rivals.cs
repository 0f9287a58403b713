using System.Collections.Immutable;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Models;

/// <summary>Finds the things between which a question does not choose.</summary>
internal static class Rivals
{
    private const double NearlyAsGood = 0.9;
    private const double Alike = 0.5;
    private const int MostChoices = 4;

    /// <summary>
    /// The titles of two to four sources whose statements answer a question equally well and say different things under
    /// like headings, as the manuals of several products do, or what the row of a table says it of, side by side; empty when
    /// the question names one, or one answers best.
    /// </summary>
    public static ImmutableArray<string> Of(PlannedQuestion question)
    {
        if (question.Query.NamesSource || !question.IsAnswered) return [];
        var best = question.Found[0];
        if (best.Statement.Passage.IsFaq) return [];
        if (RowCells.Of(best.Statement)?.Alternatives(question.Query) is { Count: > 1 } columns && !columns.Any(c => Says(question.Query, c)))
            return [.. columns.Select(c => c.Thing).Distinct(StringComparer.Ordinal).Take(MostChoices)];
        var rivals = question.Found
            .Where(e => !e.Statement.Passage.IsFaq && e.Coverage >= NearlyAsGood * best.Coverage && e.Score >= NearlyAsGood * best.Score)
            .DistinctBy(e => e.Statement.Passage.Source)
            .Where(e => e == best || (!Conflicts.IsOneSubject(e.Statement.Passage, best.Statement.Passage) && Likeness(Heading(e), Heading(best)) >= Alike && Likeness(Said(e), Said(best)) < 1))
            .Select(e => e.Statement.Passage.Title)
            .Distinct(StringComparer.Ordinal)
            .Take(MostChoices);
        ImmutableArray<string> titles = [.. rivals];
        return titles.Length < 2 ? [] : titles;
    }

    private static bool Says(KnowledgeQuery query, RowCell column) => Tokens.Of(column.Thing).Exists(t => query.Tokens.Any(q => q.Term == t));

    private static HashSet<string> Heading(Evidence e) =>
        Terms($"{e.Statement.Passage.Section} {e.Statement.Label} {e.Statement.Question}", e);

    private static HashSet<string> Said(Evidence e) => Terms(e.Statement.Value, e);

    private static HashSet<string> Terms(string text, Evidence e)
    {
        var terms = Tokens.Of(text).ToHashSet(StringComparer.Ordinal);
        terms.ExceptWith(Tokens.Of(e.Statement.Passage.Title));
        return terms;
    }

    private static double Likeness(HashSet<string> a, HashSet<string> b)
    {
        var shared = a.Count(b.Contains);
        var all = a.Count + b.Count - shared;
        return all == 0 ? 1 : (double)shared / all;
    }
}
