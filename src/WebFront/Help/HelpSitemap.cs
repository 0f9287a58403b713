using System.Xml.Linq;

namespace SupportPlatform.Help;

/// <summary>The map of a store's pages for search engines, as sitemaps.org has it.</summary>
internal static class HelpSitemap
{
    private static readonly XNamespace Schema = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>The document.</summary>
    public static string Write(HelpFrame frame, HelpContents contents)
    {
        var first = new XElement(Schema + "url", new XElement(Schema + "loc", frame.Origin + frame.Link()));
        var articles = contents.Articles.Select(a => new XElement(
            Schema + "url",
            new XElement(Schema + "loc", frame.Origin + frame.ArticleLink(a.Id)),
            new XElement(Schema + "lastmod", a.UpdatedAt.UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))));
        return $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{new XElement(Schema + "urlset", first, articles)}";
    }
}
