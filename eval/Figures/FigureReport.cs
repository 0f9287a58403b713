using System.Globalization;

namespace SupportPlatform.Eval.Figures;

/// <summary>The figures of a run, with intervals and marks.</summary>
internal sealed class FigureReport(string title)
{
    private readonly List<string[]> _rows = [];
    private readonly List<string> _notes = [];

    /// <summary>Adds a share.</summary>
    public void Add(string name, Proportion figure, double? mark = null) =>
        Add(name, figure.Value, figure.Interval, $"{figure.Hits}/{figure.Cases}", mark);

    /// <summary>Adds a figure with its interval.</summary>
    public void Add(string name, (double Value, double Low, double High) figure, int cases, double? mark = null) =>
        Add(name, figure.Value, (figure.Low, figure.High), cases.ToString(CultureInfo.InvariantCulture), mark);

    /// <summary>Adds a share that should be low.</summary>
    public void AddBad(string name, Proportion figure, double mark) =>
        _rows.Add([name, Text(figure.Value), Interval(figure.Interval), $"{figure.Hits}/{figure.Cases}", $"≤ {Text(mark)}", figure.Value <= mark ? "met" : "MISSED"]);

    /// <summary>Adds a line below the table, as for a row that is not as it should be.</summary>
    public void Note(string note) => _notes.Add(note);

    /// <summary>Prints it all.</summary>
    public void Print(TextWriter writer)
    {
        string[][] all = [[title, "value", "95% interval", "cases", "mark", ""], .. _rows];
        var widths = Enumerable.Range(0, 6).Select(i => all.Max(r => r[i].Length)).ToArray();
        foreach (var row in all) writer.WriteLine(string.Join("  ", row.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd());
        foreach (var note in _notes) writer.WriteLine(note);
    }

    private static string Text(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Interval((double Low, double High) interval) => $"{Text(interval.Low)} – {Text(interval.High)}";

    private void Add(string name, double value, (double Low, double High) interval, string cases, double? mark) =>
        _rows.Add([name, Text(value), Interval(interval), cases, mark is { } m ? $"≥ {Text(m)}" : "", mark is null ? "" : value >= mark ? "met" : "MISSED"]);
}
