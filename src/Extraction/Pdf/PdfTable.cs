namespace SupportPlatform.Extraction;

/// <summary>Rows of cells, found by where they stand: lines beside each other, again and again, in the same columns.</summary>
internal sealed class PdfTable
{
    // Space between rows, as parts of the size of the text.
    private const double WidestGap = 2.5;
    private const double Wrapped = 0.15;
    private const double Padding = 0.3;

    // Columns of running text fill their width, in lines of several words.
    private const double FullLine = 0.8;
    private const double FullColumn = 0.6;
    private const double WordsOfText = 4;

    // More are no table, and a page of them would take long.
    private const int MostColumns = 60;

    private readonly List<List<PdfLine>> _bands = [];
    private List<(double Left, double Right)> _columns = [];

    /// <summary>The lines in it.</summary>
    public IEnumerable<PdfLine> Lines => _bands.SelectMany(b => b);

    /// <summary>The tables of a page.</summary>
    public static List<PdfTable> Find(IReadOnlyList<PdfLine> lines)
    {
        var tables = new List<PdfTable>();
        var table = new PdfTable();
        foreach (var band in Bands(lines))
        {
            if (table.Takes(band)) continue;
            if (table.IsTable()) tables.Add(table);
            table = new PdfTable();
            table.Takes(band);
        }

        if (table.IsTable()) tables.Add(table);
        return tables;
    }

    /// <summary>Its rows: for each its cells by column, from the left.</summary>
    /// <param name="leading">The space between two lines of one cell, as a part of their size.</param>
    public IReadOnlyList<IReadOnlyList<(int Column, string Text)>> Rows(double leading)
    {
        var gaps = _bands.Zip(_bands.Skip(1), Gap).Prepend(0).ToList();
        var widest = gaps.Max();
        var rows = new List<SortedDictionary<int, string>>();
        for (var i = 0; i < _bands.Count; i++)
        {
            var isWrapped = i > 0 && gaps[i] <= leading + Wrapped
                && (_bands[i].TrueForAll(l => ColumnOf(l) > 0) || (widest >= gaps[i] + Padding && _bands[i].Count < rows[^1].Count));
            if (!isWrapped) rows.Add([]);
            foreach (var line in _bands[i].OrderBy(l => l.Left))
            {
                // Some tables are drawn with signs.
                var text = line.Text.Trim('|', ' ');
                if (text.Length == 0) continue;
                var column = ColumnOf(line);
                rows[^1][column] = rows[^1].TryGetValue(column, out var before) ? $"{before} {text}" : text;
            }
        }

        return [.. rows.Select(r => (IReadOnlyList<(int, string)>)[.. r.Select(c => (c.Key, c.Value))])];
    }

    private static List<List<PdfLine>> Bands(IReadOnlyList<PdfLine> lines)
    {
        var bands = new List<List<PdfLine>>();
        foreach (var line in lines.OrderBy(l => l.Top + l.Bottom).ThenBy(l => l.Left))
        {
            if (bands.Count > 0 && bands[^1].Count < MostColumns && bands[^1].TrueForAll(line.IsBeside)) bands[^1].Add(line);
            else bands.Add([line]);
        }

        return bands;
    }

    private bool Takes(List<PdfLine> band)
    {
        if (_bands.Count == 0 && band.Count < 2) return false;
        if (_bands.Count > 0 && Gap(_bands[^1], band) > WidestGap) return false;
        var columns = Merged([.. _columns, .. band.Select(l => (l.Left, l.Right))]);
        if (columns.Count is < 2 or > MostColumns || (_columns.Count > 0 && columns.Count < _columns.Count - 1)) return false;

        // A single line belongs to a cell when it keeps to a column and is near the row above.
        if (band.Count == 1 && (columns.Count != _columns.Count || Gap(_bands[^1], band) > WidestGap / 5)) return false;
        _columns = columns;
        _bands.Add(band);
        return true;
    }

    private bool IsTable()
    {
        if (_bands.Count(b => b.Count > 1) < 2) return false;
        return Lines.GroupBy(ColumnOf).Any(column =>
        {
            var width = _columns[column.Key].Right - _columns[column.Key].Left;
            var isFull = column.Count(l => l.Right - l.Left >= FullLine * width) >= FullColumn * column.Count();
            return !isFull || column.Average(l => l.Text.Count(c => c == ' ') + 1) < WordsOfText;
        });
    }

    private int ColumnOf(PdfLine line) => Math.Max(0, _columns.FindLastIndex(c => c.Left <= line.Left));

    private static double Gap(List<PdfLine> above, List<PdfLine> below) =>
        (below.Min(l => l.Top) - above.Max(l => l.Bottom)) / Math.Max(1, below[0].Size);

    private static List<(double Left, double Right)> Merged(List<(double Left, double Right)> intervals)
    {
        var merged = new List<(double Left, double Right)>();
        foreach (var (left, right) in intervals.OrderBy(i => i.Left))
        {
            if (merged.Count > 0 && left < merged[^1].Right) merged[^1] = (merged[^1].Left, Math.Max(merged[^1].Right, right));
            else merged.Add((left, right));
        }

        return merged;
    }
}
