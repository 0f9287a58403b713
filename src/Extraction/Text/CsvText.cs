using System.Text;

namespace SupportPlatform.Extraction;

/// <summary>Reads rows of separated values.</summary>
internal static class CsvText
{
    private const int SampledLines = 20;
    private const int MostColumns = 1_000;
    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    /// <summary>Writes the rows as a table; the first row names the columns.</summary>
    public static void Read(string text, MarkdownText to) =>
        MarkdownTable.Write([.. Rows(text, Delimiter(text) ?? ',')], to);

    /// <summary>The rows (RFC 4180): a value in quotes may hold delimiters, line ends and doubled quotes.</summary>
    /// <param name="text">The file.</param>
    /// <param name="delimiter">What parts the values.</param>
    public static IEnumerable<IReadOnlyList<(int Column, string Text)>> Rows(string text, char delimiter)
    {
        var row = new List<(int, string)>();
        var value = new StringBuilder();
        var (column, quoted) = (0, false);
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : '\n';
            if (quoted && i < text.Length)
            {
                if (c != '"') value.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"') value.Append(text[i++]);
                else quoted = false;
                continue;
            }

            // A quote within a bare value is a character like any other.
            if (c == '"' && value.Length == 0) quoted = true;
            else if (c != delimiter && c != '\n') value.Append(c);
            else
            {
                if (value.ToString().Trim() is { Length: > 0 } cell) row.Add((column, cell));
                value.Clear();
                if (++column > MostColumns) throw RejectedFileException.Unsafe("has rows of more than a thousand columns");
                if (c != '\n') continue;
                yield return row;
                row = [];
                column = 0;
            }
        }
    }

    /// <summary>The character that parts the values: the one found equally often, and at least once, in most lines; null when there is none.</summary>
    public static char? Delimiter(string text)
    {
        var lines = text.Split('\n', SampledLines + 1).Take(SampledLines).Where(l => !string.IsNullOrWhiteSpace(l)).ToList();
        if (lines.Count < 2) return null;
        var best = Delimiters
            .Select(d => (Delimiter: d, Columns: lines.Select(l => Count(l, d)).ToList()))
            .Where(d => d.Columns[0] > 0)
            .Select(d => (d.Delimiter, Same: d.Columns.Count(c => c == d.Columns[0]), d.Columns[0]))
            .OrderByDescending(d => d.Same).ThenByDescending(d => d.Item3)
            .FirstOrDefault();
        return best.Same * 10 >= lines.Count * 7 ? best.Delimiter : null;
    }

    // Delimiters between quotes are part of a value.
    private static int Count(string line, char delimiter)
    {
        var quoted = false;
        var count = 0;
        foreach (var c in line)
        {
            if (c == '"') quoted = !quoted;
            else if (c == delimiter && !quoted) count++;
        }

        return count;
    }
}
