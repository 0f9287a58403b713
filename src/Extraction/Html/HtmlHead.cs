using AngleSharp.Html.Dom;

namespace SupportPlatform.Extraction;

/// <summary>Reads what a web page says of itself.</summary>
internal static class HtmlHead
{
    private const int Longest = 1_000;

    /// <summary>The page's title, else its first heading.</summary>
    public static string? Title(IHtmlDocument document) =>
        Short(Meta(document, "og:title")) ?? Short(document.Title) ?? Short(document.QuerySelector("h1")?.TextContent);

    /// <summary>Description, language, dates, own address.</summary>
    public static PageMetadata Read(IHtmlDocument document) => new(
        Short(Meta(document, "description") ?? Meta(document, "og:description")),
        Short(document.DocumentElement.GetAttribute("lang") ?? Meta(document, "og:locale")),
        Short(Meta(document, "article:published_time") ?? Meta(document, "datePublished") ?? Meta(document, "date")
            ?? document.QuerySelector("time[datetime]")?.GetAttribute("datetime")),
        Short(Meta(document, "article:modified_time") ?? Meta(document, "og:updated_time") ?? Meta(document, "dateModified")
            ?? Meta(document, "last-modified")),
        Short(document.QuerySelector("link[rel~=canonical]")?.GetAttribute("href")));

    private static string? Meta(IHtmlDocument document, string name) =>
        document.QuerySelectorAll("meta").FirstOrDefault(m =>
            Is(m.GetAttribute("name"), name) || Is(m.GetAttribute("property"), name) || Is(m.GetAttribute("itemprop"), name))
            ?.GetAttribute("content");

    private static bool Is(string? given, string name) => string.Equals(given, name, StringComparison.OrdinalIgnoreCase);

    private static string? Short(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var line = TextCleaner.Clean(MarkdownText.OneLine(text));
        return line.Length <= Longest ? line : line[..Longest];
    }
}
