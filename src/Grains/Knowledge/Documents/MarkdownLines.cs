using System.Globalization;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace SupportPlatform.Knowledge;

/// <summary>Reads Markdown into lines of plain words with their offsets.</summary>
internal static partial class MarkdownLines
{
    // In characters: two lines of print.
    private const int LongestHeading = 160;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseYamlFrontMatter().UseAutoLinks().UsePreciseSourceLocation().Build();

    /// <summary>The lines of a document, in order.</summary>
    public static LineCollector Read(string text)
    {
        var collector = new LineCollector();
        Read(text, collector);
        return collector;
    }

    /// <summary>Adds the lines of a document, or of a page of one.</summary>
    public static void Read(string text, LineCollector to) => Blocks(Markdown.Parse(text, Pipeline), to, LineKind.Text);

    private static void Blocks(ContainerBlock container, LineCollector to, LineKind kind)
    {
        foreach (var block in container)
        {
            switch (block)
            {
                case YamlFrontMatterBlock or LinkReferenceDefinition or LinkReferenceDefinitionGroup:
                    break;
                case HeadingBlock heading:
                    var title = new LineCollector();
                    InlineLines.Read(heading.Inline, title);
                    title.EndLine();
                    Heading(heading, string.Join(' ', title.Lines.Select(l => l.Text)), to);
                    break;
                case Table table:
                    Rows(table, to);
                    break;
                case ListItemBlock item:
                    to.BeginBlock();
                    Blocks(item, to, LineKind.Item);
                    break;
                case ContainerBlock inner:
                    Blocks(inner, to, kind);
                    break;
                case LeafBlock { Inline: { } inline } leaf:
                    if (kind != LineKind.Item || leaf.Parent?[0] != leaf) to.BeginBlock();
                    to.Kind = kind;
                    InlineLines.Read(inline, to);
                    to.EndLine();
                    break;
                case LeafBlock leaf:
                    RawLines(leaf, to);
                    break;
            }
        }
    }

    // "Page 7" is where the text stands, and no section of it; a paragraph that was marked as a heading is a paragraph.
    private static void Heading(HeadingBlock heading, string title, LineCollector to)
    {
        if (title.Length > LongestHeading)
        {
            to.BeginBlock();
            to.Kind = LineKind.Text;
            InlineLines.Read(heading.Inline, to);
            to.EndLine();
        }
        else if (PageMark().Match(title) is { Success: true } mark)
            to.Page = int.Parse(mark.Groups["page"].ValueSpan, CultureInfo.InvariantCulture);
        else
            to.Heading(heading.Level, title, heading.Span.Start);
    }

    // A row reads as "first cell – column: cell; column: cell", or "first: second" of two columns, so that it can be
    // understood without its table.
    private static void Rows(Table table, LineCollector to)
    {
        to.BeginBlock();
        List<string> columns = [];
        foreach (var row in table.OfType<TableRow>())
        {
            var cells = row.OfType<TableCell>().Select(CellText).ToList();
            if (row.IsHeader) columns = cells;
            to.Kind = row.IsHeader ? LineKind.Head : LineKind.Row;
            var parts = cells.Select((cell, i) => row.IsHeader || i == 0 || i >= columns.Count || columns[i].Length == 0
                ? cell
                : $"{columns[i]}: {cell}");
            to.Append(columns.Count == 2 && cells.Count == 2 && !row.IsHeader
                ? $"{cells[0]}: {cells[1]}"
                : Joined([.. parts.Where(p => p.Length > 0)]), row.Span.Start);
            to.EndLine();
        }
    }

    private static string Joined(List<string> cells) =>
        cells.Count < 2 ? string.Concat(cells) : $"{cells[0]} – {string.Join("; ", cells.Skip(1))}";

    private static string CellText(TableCell cell)
    {
        var collector = new LineCollector();
        Blocks(cell, collector, LineKind.Text);
        return string.Join(' ', collector.Lines.Select(l => l.Text));
    }

    private static void RawLines(LeafBlock leaf, LineCollector to)
    {
        to.BeginBlock();
        to.Kind = LineKind.Row;
        var lines = leaf.Lines.Lines;
        if (lines is null) return;
        for (var i = 0; i < leaf.Lines.Count; i++)
        {
            var raw = lines[i].Slice.ToString();
            to.Append(leaf is HtmlBlock ? PlainWords.WithoutTags(raw) : raw, lines[i].Position);
            to.EndLine();
        }
    }

    [GeneratedRegex(@"^(page|seite|página|pagina|strona|sayfa|страница|σελίδα)\s+(?<page>[0-9]{1,5})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 250)]
    private static partial Regex PageMark();
}
