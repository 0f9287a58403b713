using System.Xml;
using System.Xml.Linq;

namespace SupportPlatform.Extraction;

/// <summary>Reads a document of WordprocessingML, block by block.</summary>
/// <param name="archive">The document's archive.</param>
/// <param name="to">Where its text goes.</param>
internal sealed class WordText(OfficeArchive archive, MarkdownText to)
{
    private readonly WordStyles _styles = WordStyles.Load(archive);
    private readonly WordNumbering _numbering = WordNumbering.Load(archive);
    private readonly WordNotes _notes = WordNotes.Load(archive);
    private bool _inList;

    /// <summary>Writes the document's body.</summary>
    /// <exception cref="RejectedFileException">It is damaged or too large.</exception>
    public void Read()
    {
        using var reader = archive.Reader(archive.MainPart()!) ?? throw RejectedFileException.Damaged();
        OfficeArchive.Guarded(() => Body(reader));
    }

    // One block is in memory at a time; the tree of a long document would be many times its size.
    private void Body(XmlReader reader)
    {
        while (reader.Read() && !(reader.NodeType == XmlNodeType.Element && reader.LocalName == "body"))
        {
        }

        reader.Read();
        while (!reader.EOF && !(reader.NodeType == XmlNodeType.EndElement && reader.LocalName == "body"))
        {
            if (reader.NodeType == XmlNodeType.Element) Block((XElement)XNode.ReadFrom(reader));
            else reader.Read();
        }
    }

    private void Block(XElement block)
    {
        switch (block.Name.LocalName)
        {
            case "p":
                Paragraph(block);
                break;
            case "tbl":
                _inList = false;
                Table(block);
                break;
            case "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo":
                foreach (var inner in block.Elements()) Block(inner);
                break;
        }
    }

    private void Paragraph(XElement paragraph)
    {
        var run = WordRun.Read(paragraph);
        var text = TextCleaner.Clean(run.Text);
        var properties = paragraph.Elements().FirstOrDefault(e => e.Name.LocalName == "pPr");
        var style = _styles.Of(properties);
        var item = style.Heading is null && !string.IsNullOrWhiteSpace(text) ? _numbering.Next(properties, style.Numbering) : null;
        if (style.Heading is { } level)
        {
            to.Heading(level, text);
        }
        else if (item is { } place)
        {
            if (!_inList) to.Break();
            to.Item(place.Level, place.Marker, text);
        }
        else
        {
            to.Paragraph(MarkdownText.OneLine(text));
        }

        _inList = item is not null || (_inList && string.IsNullOrWhiteSpace(text));
        Attached(run);
    }

    // Notes and boxes follow the paragraph that they belong to.
    private void Attached(WordRun run)
    {
        foreach (var note in run.Notes)
        {
            if (_notes.Find(note) is { Length: > 0 } words) to.Paragraph($"Note {note.Id}: {TextCleaner.Clean(words)}");
        }

        foreach (var box in run.Boxes)
        {
            foreach (var inner in box.Elements()) Block(inner);
        }
    }

    private void Table(XElement table)
    {
        var rows = new List<IReadOnlyList<(int, string)>>();
        var runs = new List<WordRun>();
        foreach (var row in Unwrapped(table, "tr"))
        {
            var cells = new List<(int, string)>();
            var column = 0;
            foreach (var cell in Unwrapped(row, "tc"))
            {
                var read = cell.Descendants().Where(e => e.Name.LocalName == "p" && !InBox(e, cell)).Select(WordRun.Read).ToList();
                var text = TextCleaner.Clean(string.Join(' ', read.Select(r => r.Text))).Trim();
                if (text.Length > 0) cells.Add((column, text));
                column += Span(cell);
                runs.AddRange(read.Where(r => r.Notes.Count + r.Boxes.Count > 0));
            }

            rows.Add(cells);
        }

        MarkdownTable.Write(rows, to);
        foreach (var run in runs) Attached(run);
    }

    private static IEnumerable<XElement> Unwrapped(XElement parent, string name) =>
        parent.Elements().SelectMany(e => e.Name.LocalName == name ? [e]
            : e.Name.LocalName is "sdt" or "sdtContent" or "customXml" or "ins" ? Unwrapped(e, name) : []);

    private static bool InBox(XElement paragraph, XElement cell) =>
        paragraph.Ancestors().TakeWhile(a => a != cell).Any(a => a.Name.LocalName == "txbxContent");

    private static int Span(XElement cell)
    {
        var span = cell.Elements().FirstOrDefault(e => e.Name.LocalName == "tcPr")?
            .Elements().FirstOrDefault(e => e.Name.LocalName == "gridSpan");
        return span is not null && int.TryParse(OfficeArchive.Value(span, "val"), out var columns) ? Math.Clamp(columns, 1, 100) : 1;
    }
}
