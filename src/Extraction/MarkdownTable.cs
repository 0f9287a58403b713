using System.Globalization;

namespace SupportPlatform.Extraction;

/// <summary>Writes rows of cells as Markdown.</summary>
internal static class MarkdownTable
{
    // A table with fewer of its cells filled than this reads better, and is smaller, as lines.
    private const double LeastFilled = 0.25;

    /// <summary>
    /// Writes rows as a table whose first row names the columns, or as lines where there is one column, no naming row, or
    /// little in many columns.
    /// </summary>
    /// <param name="rows">For each row its cells by column, from the left; empty cells may be left out.</param>
    /// <param name="to">Where to write.</param>
    public static void Write(IReadOnlyList<IReadOnlyList<(int Column, string Text)>> rows, MarkdownText to)
    {
        var filled = rows.Where(r => r.Count > 0).ToList();
        var columns = filled.SelectMany(r => r).Select(c => c.Column).Distinct().Order().ToList();
        if (columns.Count == 0) return;
        var cells = filled.Sum(r => (long)r.Count);
        to.Break();
        if (columns.Count == 1 || filled.Count == 1 || !Names(filled[0], columns.Count)
            || cells < LeastFilled * columns.Count * filled.Count)
        {
            foreach (var row in filled) to.Line("- " + string.Join("; ", row.Select(c => MarkdownText.OneLine(c.Text))));
            return;
        }

        for (var i = 0; i < filled.Count; i++)
        {
            to.Line(Row(filled[i], columns));
            if (i == 0) to.Line("|" + string.Concat(Enumerable.Repeat(" --- |", columns.Count)));
        }
    }

    // A row of names fills most columns, and most of it is words.
    private static bool Names(IReadOnlyList<(int Column, string Text)> row, int columns) =>
        row.Count * 2 > columns && row.Count(c => !IsNumber(c.Text)) * 2 > row.Count;

    private static bool IsNumber(string text) =>
        double.TryParse(text.TrimEnd('%'), NumberStyles.Any, CultureInfo.InvariantCulture, out _);

    private static string Row(IReadOnlyList<(int Column, string Text)> row, List<int> columns)
    {
        var at = 0;
        var cells = new string[columns.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            var here = at < row.Count && row[at].Column == columns[i];
            cells[i] = here ? MarkdownText.OneLine(row[at++].Text).Replace("|", "\\|", StringComparison.Ordinal) : "";
        }

        return "| " + string.Join(" | ", cells) + " |";
    }
}
