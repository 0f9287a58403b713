using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SupportPlatform.Extraction;

/// <summary>Reads the main content of a web page.</summary>
internal static class HtmlText
{
    private const int DeepestNesting = 512;

    // Of the words of a page, the share that its main element must hold to stand for the page.
    private const double MainShare = 0.3;

    /// <summary>Whether text begins as a web page does.</summary>
    public static bool LooksLikeHtml(string text)
    {
        var start = text.AsSpan(0, Math.Min(4096, text.Length)).TrimStart();
        return Begins(start, "<!doctype html") || Begins(start, "<html") || Begins(start, "<head") || Begins(start, "<body")
            || ((Begins(start, "<!--") || Begins(start, "<?xml"))
                && start.IndexOf("<html", StringComparison.OrdinalIgnoreCase) >= 0);
    }

    /// <summary>Reads a page.</summary>
    /// <param name="html">The page.</param>
    /// <param name="to">Where its main content goes, as Markdown.</param>
    /// <returns>Its title and what its head says of it.</returns>
    public static (string? Title, PageMetadata Metadata) Read(string html, MarkdownText to)
    {
        using var document = Parse(html);
        var title = HtmlHead.Title(document);
        var metadata = HtmlHead.Read(document);
        if (document.Body is { } body)
        {
            HtmlCleaner.Clean(body);
            new HtmlMarkdown(to).Write(MainPart(body));
        }

        return (title, metadata);
    }

    private static IHtmlDocument Parse(string html)
    {
        // Trees deeper than a browser builds would overflow the stack of whoever walks them (browsers stop at 512).
        var parser = new HtmlParser(new HtmlParserOptions { IsScripting = true, IsStrictMode = false });
        var document = parser.ParseDocument(html);
        if (Deepest(document) > DeepestNesting)
            throw RejectedFileException.Unsafe($"nests elements more than {DeepestNesting} deep");
        return document;
    }

    private static int Deepest(INode root)
    {
        var deepest = 0;
        var depth = 0;
        var at = root;
        while (true)
        {
            if (at.FirstChild is { } child)
            {
                at = child;
                deepest = Math.Max(deepest, ++depth);
                if (deepest > DeepestNesting) return deepest;
                continue;
            }

            while (at.NextSibling is null)
            {
                if (at.Parent is null || ReferenceEquals(at, root)) return deepest;
                at = at.Parent;
                depth--;
                if (ReferenceEquals(at, root)) return deepest;
            }

            at = at.NextSibling;
        }
    }

    private static IElement MainPart(IElement body)
    {
        var all = body.TextContent.Length;
        var main = body.QuerySelectorAll("main, [role=main]").OrderByDescending(Words).FirstOrDefault();
        if (main is null && body.QuerySelectorAll("article") is { Length: 1 } articles) main = articles[0];
        return main is not null && Words(main) >= all * MainShare ? main : body;
    }

    private static int Words(IElement element) => element.TextContent.Length;

    private static bool Begins(ReadOnlySpan<char> text, string with) => text.StartsWith(with, StringComparison.OrdinalIgnoreCase);
}
