using System.Text.RegularExpressions;

namespace SupportPlatform.Knowledge;

/// <summary>
/// Reads plain text into lines: paragraphs stand between empty lines, and short lines with a number such as <c>2.1</c>
/// are headings.
/// </summary>
internal static partial class TextLines
{
    private const int LongLine = 500;
    private const int LongestHeading = 80;

    /// <summary>The lines of a text, in order.</summary>
    public static LineCollector Read(string text)
    {
        var collector = new LineCollector();
        Read(text, collector);
        return collector;
    }

    /// <summary>Adds the lines of a text, in order.</summary>
    public static void Read(string text, LineCollector collector)
    {
        collector.Kind = LineKind.Text;
        collector.BeginBlock();
        var at = 0;
        while (at < text.Length)
        {
            var end = text.IndexOf('\n', at);
            if (end < 0) end = text.Length;
            var line = text.AsSpan(at, end - at);
            if (line.IsWhiteSpace())
            {
                collector.EndLine();
                collector.BeginBlock();
            }
            else if (line.Length <= LongestHeading && Numbered().Match(text, at, line.Length) is { Success: true } heading)
            {
                collector.EndLine();
                // Level 1 is the document's own title.
                var depth = heading.Groups["part"].Captures.Count;
                collector.Heading(depth + 1, heading.Groups["words"].Value.Trim(), heading.Groups["words"].Index);
                collector.BeginBlock();
                collector.Kind = LineKind.Text;
            }
            else
            {
                Line(line, at, collector);
            }

            at = end + 1;
        }

        collector.EndLine();
    }

    private static void Line(ReadOnlySpan<char> line, int start, LineCollector to)
    {
        if (IsItem(line) || PlainWords.EndsSentence(to.Last) || to.Last == ':') to.EndLine();
        else if (to.Length > 0) to.Append(" ", start);
        var from = 0;
        while (to.Length + line.Length - from > LongLine)
        {
            var room = Math.Max(1, Math.Min(LongLine - to.Length, line.Length - from));
            var cut = PlainWords.SentenceEnd(line.Slice(from, Math.Min(room + (LongLine / 2), line.Length - from)), room);
            to.Append(line.Slice(from, cut), start + from);
            to.EndLine();
            from += cut;
        }

        to.Append(line[from..], start + from);
    }

    private static bool IsItem(ReadOnlySpan<char> line)
    {
        var text = line.TrimStart();
        if (text.Length > 1 && text[0] is '-' or '*' or '•' && char.IsWhiteSpace(text[1])) return true;
        var digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits])) digits++;
        return digits is > 0 and < 3 && digits < text.Length && text[digits] is '.' or ')';
    }

    // "2.1 Charging", "2.3.1: Charging"; neither a sentence nor a line of a table of contents.
    [GeneratedRegex(
        @"^\s*(?<part>\d{1,2})(\.(?<part>\d{1,2}))+[.:)]?[ \t]+(?<words>\p{Lu}[^.!?;:]*?)[ \t]*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Numbered();
}
