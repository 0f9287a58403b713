using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace SupportPlatform.Extraction;

/// <summary>Writes a cleaned element as Markdown: headings, paragraphs, lists, tables.</summary>
/// <param name="to">Where to write.</param>
internal sealed class HtmlMarkdown(MarkdownText to)
{
    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "ADDRESS", "ARTICLE", "ASIDE", "BLOCKQUOTE", "BODY", "CENTER", "DD", "DETAILS", "DIV", "DL", "DT", "FIELDSET", "FIGCAPTION",
        "FIGURE", "FORM", "H1", "H2", "H3", "H4", "H5", "H6", "HEADER", "HR", "LI", "MAIN", "OL", "P", "PRE", "SECTION", "SUMMARY",
        "TABLE", "TBODY", "TD", "TH", "TR", "UL", "LABEL",
    };

    private readonly StringBuilder _inline = new();

    /// <summary>Writes an element and what is in it.</summary>
    public void Write(IElement element)
    {
        Children(element);
        EndParagraph();
    }

    private void Children(INode parent)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText text) _inline.Append(text.Data);
            else if (node is IElement element) Element(element);
        }
    }

    private void Element(IElement element)
    {
        switch (element.TagName)
        {
            case "BR":
                _inline.Append('\n');
                break;
            case "IMG":
                _inline.Append(' ').Append(element.GetAttribute("alt")).Append(' ');
                break;
            case "H1" or "H2" or "H3" or "H4" or "H5" or "H6":
                EndParagraph();
                to.Heading(element.TagName[1] - '0', Clean(element.TextContent));
                break;
            case "UL" or "OL":
                EndParagraph();
                to.Break();
                List(element, 0);
                break;
            case "TABLE" when IsData(element):
                EndParagraph();
                Table(element);
                break;
            case "PRE":
                EndParagraph();
                foreach (var line in Clean(element.TextContent).Split('\n')) Paragraph(line);
                break;
            case var name when Blocks.Contains(name):
                EndParagraph();
                Children(element);
                EndParagraph();
                break;
            default:
                Children(element);
                break;
        }
    }

    private void List(IElement list, int level)
    {
        var number = list is IHtmlOrderedListElement ordered ? ordered.Start : 1;
        foreach (var item in list.Children.Where(c => c.TagName == "LI"))
        {
            var words = new StringBuilder();
            ItemWords(item, words);
            var marker = list.TagName == "OL" ? string.Create(CultureInfo.InvariantCulture, $"{number++}.") : "-";
            to.Item(level, marker, Clean(words.ToString()));
            foreach (var inner in item.QuerySelectorAll("ul, ol").Where(l => NearestItem(l) == item)) List(inner, level + 1);
            foreach (var table in item.QuerySelectorAll("table").Where(t => NearestItem(t) == item)) Table(table);
        }
    }

    private static IElement? NearestItem(IElement element) => element.ParentElement?.Closest("li");

    private static void ItemWords(INode node, StringBuilder to)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text) to.Append(text.Data);
            else if (child is IElement { TagName: not ("UL" or "OL" or "TABLE") } element)
            {
                if (element.TagName == "BR" || Blocks.Contains(element.TagName)) to.Append(' ');
                ItemWords(element, to);
                if (Blocks.Contains(element.TagName)) to.Append(' ');
            }
        }
    }

    // Tables of a page's layout hold blocks; tables of facts hold words.
    private static bool IsData(IElement table) =>
        table.QuerySelector("table, h1, h2, h3, article") is null && table.QuerySelectorAll("tr").Length > 0;

    private void Table(IElement table)
    {
        if (table.QuerySelector("caption") is { } caption) to.Paragraph(Clean(caption.TextContent));
        var rows = new List<IReadOnlyList<(int, string)>>();
        foreach (var row in table.QuerySelectorAll("tr"))
        {
            var cells = new List<(int, string)>();
            var column = 0;
            foreach (var cell in row.Children.Where(c => c.TagName is "TD" or "TH"))
            {
                var words = new StringBuilder();
                ItemWords(cell, words);
                var text = Clean(words.ToString()).Trim();
                if (text.Length > 0) cells.Add((column, text));
                column += Math.Clamp((cell as IHtmlTableCellElement)?.ColumnSpan ?? 1, 1, 100);
            }

            rows.Add(cells);
        }

        MarkdownTable.Write(rows, to);
    }

    private void EndParagraph()
    {
        Paragraph(Clean(_inline.ToString()));
        _inline.Clear();
    }

    private void Paragraph(string text) => to.Paragraph(MarkdownText.OneLine(text));

    private static string Clean(string text) => TextCleaner.Clean(text);
}
