using System.Globalization;

namespace SupportPlatform.Knowledge;

/// <summary>Joins sentences that a page's end cuts: a sentence stands whole on the page where it begins.</summary>
internal static class PageBreaks
{
    // What goes on for longer than this is no rest of a sentence.
    private const int LongestRest = 500;

    /// <summary>The lines of a document, with the rest of each cut sentence moved to its beginning.</summary>
    /// <param name="text">The document.</param>
    /// <param name="lines">Its lines.</param>
    public static IReadOnlyList<DocumentLine> Join(string text, IReadOnlyList<DocumentLine> lines)
    {
        var joined = new List<DocumentLine>(lines.Count);
        foreach (var line in lines)
        {
            if (joined.Count == 0 || !GoesOn(joined[^1], line) || Rest(line.Text) is not { } rest)
            {
                joined.Add(line);
                continue;
            }

            var left = line.Text[rest.Length..].TrimStart();
            var next = left.Length == 0 ? line : line with { Text = left, Start = After(text, line.Start, rest) };
            if (next.Start >= text.Length)
            {
                joined.Add(line);
                continue;
            }

            joined[^1] = joined[^1] with { Text = Joined(joined[^1].Text, rest) };
            if (left.Length > 0) joined.Add(next);
        }

        return joined;
    }

    // A small letter begins no sentence; where letters have no size, the missing stop must do.
    private static bool GoesOn(DocumentLine before, DocumentLine line) =>
        before.Page != line.Page && before.Page is not null && line.Kind == LineKind.Text && before.Kind is LineKind.Text or LineKind.Item &&
        !PlainWords.EndsSentence(before.Text[^1]) && before.Text[^1] is not (':' or '：' or ';') &&
        (char.IsLower(line.Text[0]) || before.Text[^1] == ',' || (IsWithoutCase(line.Text[0]) && IsWithoutCase(before.Text[^1])));

    private static bool IsWithoutCase(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.OtherLetter;

    private static string? Rest(string text)
    {
        for (var i = 0; i < Math.Min(text.Length, LongestRest); i++)
            if (PlainWords.IsEnd(text, i)) return text[..(i + 1)];
        return text.Length <= LongestRest ? text : null;
    }

    // A word may be cut too: "main-" and "tenance".
    private static string Joined(string before, string rest) =>
        before.Length > 1 && before[^1] is '-' or '\u00ad' && char.IsLetter(before[^2]) && char.IsLower(rest[0]) ? before[..^1] + rest
        : IsWithoutCase(rest[0]) && IsWithoutCase(before[^1]) ? before + rest
        : $"{before} {rest}";

    // Where in the document what follows these words begins; markup and line ends between them are passed over.
    private static int After(string text, int start, string words)
    {
        var at = start;
        foreach (var c in words)
        {
            if (char.IsWhiteSpace(c)) continue;
            while (at < text.Length && text[at] != c) at++;
            at++;
        }

        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        return at;
    }
}
