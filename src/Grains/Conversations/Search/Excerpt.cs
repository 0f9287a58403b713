using System.Collections.Immutable;
using System.Text;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Conversations;

/// <summary>The words around what was found in a text. Pure.</summary>
/// <param name="Text">The words.</param>
/// <param name="Marks">What was found in them.</param>
internal sealed record Excerpt(string Text, ImmutableArray<ImmutableArray<int>> Marks)
{
    private const int Length = 200;
    private const int Before = 60;

    /// <summary>The excerpt of a text.</summary>
    public static Excerpt Of(string text, SearchWords words)
    {
        var marks = Find(text, words);
        var from = marks.Count == 0 || text.Length <= Length ? 0 : Math.Max(0, Math.Min(marks[0].From - Before, text.Length - Length));
        if (from > 0 && text.IndexOf(' ', from, Before) is var space and > 0 && space < marks[0].From) from = space + 1;
        if (from > 0 && char.IsLowSurrogate(text[from])) from--;
        var to = Math.Min(from + Length, text.Length);
        if (to < text.Length && char.IsLowSurrogate(text[to])) to--;
        return new Excerpt(
            text[from..to],
            [.. marks.Where(m => m.From >= from && m.To <= to).Select(m => ImmutableArray.Create(m.From - from, m.To - from))]);
    }

    private static List<(int From, int To)> Find(string text, SearchWords words)
    {
        var marks = new List<(int From, int To)>();
        var (folded, places) = text.Any(Folding.IsUnspaced) ? Folded(text) : ("", []);
        var (at, foldedAt) = (0, 0);
        foreach (var token in Tokens.Read(text))
        {
            int from, to;
            if (SearchTerms.IsUnspaced(token))
            {
                // Terms of these scripts are pairs of neighbouring characters as they are folded, and overlap.
                var found = folded.IndexOf(token.Term, foldedAt, StringComparison.Ordinal);
                if (found < 0) continue;
                foldedAt = found + 1;
                (from, to) = (places[found], places[found + token.Term.Length - 1] + 1);
            }
            else
            {
                from = text.IndexOf(token.Raw, at, StringComparison.OrdinalIgnoreCase);
                if (from < 0) continue;
                at = to = from + token.Raw.Length;
            }

            if (!words.Has(token)) continue;
            if (marks.Count > 0 && from <= marks[^1].To) marks[^1] = (marks[^1].From, Math.Max(to, marks[^1].To));
            else marks.Add((from, to));
        }

        return marks;
    }

    private static (string Text, List<int> Places) Folded(string text)
    {
        var (folded, places) = (new StringBuilder(text.Length), new List<int>(text.Length));
        for (var i = 0; i < text.Length; i++)
        {
            // Behind a letter, since a sign that is folded by itself is lost.
            var c = Folding.IsUnspaced(text[i]) ? Folding.Fold($"ก{text[i]}")[1..] : " ";
            folded.Append(c);
            places.AddRange(Enumerable.Repeat(i, c.Length));
        }

        return (folded.ToString(), places);
    }
}
