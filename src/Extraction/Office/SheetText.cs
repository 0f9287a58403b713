using System.Xml;

namespace SupportPlatform.Extraction;

/// <summary>Reads a workbook sheet by sheet, without a grid: only cells that hold something are kept.</summary>
/// <param name="archive">The workbook's archive.</param>
/// <param name="limit">The most characters.</param>
/// <param name="to">Where the text goes.</param>
internal sealed class SheetText(OfficeArchive archive, int limit, MarkdownText to)
{
    /// <summary>Writes each sheet under its name: runs of rows as tables, then the notes on its cells.</summary>
    /// <exception cref="RejectedFileException">It is damaged or too large.</exception>
    public void Read()
    {
        var main = archive.MainPart()!;
        var workbook = archive.Load(main) ?? throw RejectedFileException.Damaged();
        var relations = archive.Relations(main);
        var from1904 = workbook.Elements().FirstOrDefault(e => e.Name.LocalName == "workbookPr") is { } properties
            && OfficeArchive.Value(properties, "date1904") is "1" or "true";
        var styles = Target(relations, "/styles");
        var cells = new SheetCells(
            SharedStrings.Read(archive, Target(relations, "/sharedStrings"), limit),
            SheetStyles.Load(styles is null ? null : archive.Load(styles), from1904));
        foreach (var sheet in workbook.Descendants().Where(e => e.Name.LocalName == "sheet"))
        {
            var id = OfficeArchive.Value(sheet, "id");
            if (relations.FirstOrDefault(r => r.Id == id) is not { Target: { } part, Type: { } type }) continue;
            if (!type.EndsWith("/worksheet", StringComparison.Ordinal)) continue;
            to.Heading(2, TextCleaner.Clean(OfficeArchive.Value(sheet, "name") ?? ""));
            Rows(part, cells);
            Notes(part);
        }
    }

    private static string? Target(IReadOnlyList<(string Id, string Type, string Target)> relations, string type) =>
        relations.FirstOrDefault(r => r.Type.EndsWith(type, StringComparison.Ordinal)).Target;

    private void Rows(string part, SheetCells cells)
    {
        using var reader = archive.Reader(part);
        if (reader is null) return;
        OfficeArchive.Guarded(() =>
        {
            var block = new List<IReadOnlyList<(int, string)>>();
            var (last, length) = (0L, 0L);
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "row") continue;
                var number = long.TryParse(reader.GetAttribute("r"), out var given) ? given : last + 1;
                var row = cells.Row(reader);
                if (row.Count == 0) continue;
                if (number != last + 1) Flush(block);
                last = number;
                block.Add(row);
                length += row.Sum(c => c.Text.Length + 1L);
                if (length > limit) throw RejectedFileException.TooMuchText(limit);
            }

            Flush(block);
        });
    }

    // An empty row parts two tables.
    private void Flush(List<IReadOnlyList<(int, string)>> block)
    {
        MarkdownTable.Write(block, to);
        block.Clear();
    }

    private void Notes(string part)
    {
        var comments = archive.Relations(part).Where(r => r.Type.EndsWith("/comments", StringComparison.Ordinal)).Select(r => r.Target);
        foreach (var comment in comments.SelectMany(c => archive.Load(c)?.Descendants().Where(e => e.Name.LocalName == "comment") ?? []))
        {
            var words = string.Concat(comment.Descendants().Where(e => e.Name.LocalName == "t").Select(e => e.Value));
            if (!string.IsNullOrWhiteSpace(words))
                to.Paragraph($"Note on {OfficeArchive.Value(comment, "ref")}: {MarkdownText.OneLine(TextCleaner.Clean(words))}");
        }
    }
}
