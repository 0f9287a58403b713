using Markdig.Syntax.Inlines;

namespace SupportPlatform.Knowledge;

/// <summary>Reads the inlines of a paragraph into lines.</summary>
internal static class InlineLines
{
    // Longer lines are cut at the ends of sentences, so that no passage grows past its bound.
    private const int LongLine = 500;

    /// <summary>Adds the words of the inlines to the open line, ending lines where the text does.</summary>
    public static void Read(ContainerInline? container, LineCollector to)
    {
        for (var inline = container?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    Literal(literal, to);
                    break;
                case CodeInline code:
                    to.Append(code.Content, code.Span.Start);
                    break;
                case AutolinkInline link:
                    to.Append(link.Url, link.Span.Start);
                    break;
                case HtmlEntityInline entity:
                    to.Append(entity.Transcoded.ToString(), entity.Span.Start);
                    break;
                case HtmlInline html when html.Tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase):
                    to.EndLine();
                    break;
                case LineBreakInline lineBreak:
                    if (EndsLine(lineBreak, to)) to.EndLine();
                    else to.Append(" ", lineBreak.Span.Start);
                    break;
                case LinkInline { IsImage: true }:
                    break;
                case ContainerInline inner:
                    Read(inner, to);
                    break;
            }
        }
    }

    // A soft break within a sentence is a space; between sentences, or before a bold label, it ends the line.
    private static bool EndsLine(LineBreakInline lineBreak, LineCollector to) =>
        lineBreak.IsHard || lineBreak.NextSibling is EmphasisInline { DelimiterCount: 2 } ||
        PlainWords.EndsSentence(to.Last) || to.Last == ':';

    private static void Literal(LiteralInline literal, LineCollector to)
    {
        var text = literal.Content.AsSpan();
        var from = 0;
        while (to.Length + text.Length - from > LongLine)
        {
            var room = Math.Max(1, Math.Min(LongLine - to.Length, text.Length - from));
            var cut = PlainWords.SentenceEnd(text.Slice(from, Math.Min(room + (LongLine / 2), text.Length - from)), room);
            if (cut <= 0) break;
            to.Append(text.Slice(from, cut), literal.Span.Start + from);
            to.EndLine();
            from += cut;
        }

        to.Append(text[from..], literal.Span.Start + from);
    }
}
