using System.Globalization;
using System.Xml;

namespace SupportPlatform.Extraction;

/// <summary>Reads the cells of rows.</summary>
/// <param name="strings">The texts that cells refer to.</param>
/// <param name="styles">How numbers are shown.</param>
internal sealed class SheetCells(List<string> strings, SheetStyles styles)
{
    private const int MostColumns = 16_384;

    /// <summary>The cells of the row that a reader stands on, from the left; empty ones are left out.</summary>
    public List<(int Column, string Text)> Row(XmlReader reader)
    {
        var cells = new List<(int Column, string Text)>();
        if (reader.IsEmptyElement) return cells;
        var depth = reader.Depth;
        var next = 0;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "c") continue;
            var column = Column(reader.GetAttribute("r")) ?? next;
            if (column >= MostColumns) throw RejectedFileException.Damaged();
            next = column + 1;
            var text = MarkdownText.OneLine(TextCleaner.Clean(Cell(reader)));
            if (text.Length > 0) cells.Add((column, text));
        }

        cells.Sort((a, b) => a.Column.CompareTo(b.Column));
        return cells;
    }

    private string Cell(XmlReader reader)
    {
        var type = reader.GetAttribute("t");
        int? style = int.TryParse(reader.GetAttribute("s"), out var s) ? s : null;
        if (reader.IsEmptyElement) return "";
        var (value, inline) = ("", "");
        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (reader.LocalName == "v") value = SharedStrings.Text(reader);
            else if (reader.LocalName == "is") inline = SharedStrings.Text(reader);
        }

        return type switch
        {
            "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < strings.Count ? strings[index] : "",
            "inlineStr" => inline,
            "b" => value is "1" or "true" ? "TRUE" : "FALSE",
            "str" or "e" or "d" => value,
            _ => styles.Show(value, style),
        };
    }

    // "BC12" is column 54, counted from 0.
    private static int? Column(string? reference)
    {
        var column = 0;
        foreach (var c in reference ?? "")
        {
            if (!char.IsAsciiLetter(c)) break;
            column = (column * 26) + (char.ToUpperInvariant(c) - 'A' + 1);
            if (column > MostColumns) return MostColumns;
        }

        return column == 0 ? null : column - 1;
    }
}
