using AngleSharp.Dom;

namespace SupportPlatform.Extraction;

/// <summary>Takes away what a reader of a page does not see, or does not read for.</summary>
internal static class HtmlCleaner
{
    private const string Unread =
        "script, style, noscript, template, iframe, object, embed, svg, canvas, audio, video, form input, select, button, dialog, "
        + "nav, footer, aside[role=complementary], [role=navigation], [role=contentinfo], [role=banner], [role=search], [role=dialog], "
        + "[hidden], [aria-hidden=true], head, link, meta";

    private static readonly string[] FrameWords = ["nav", "navbar", "menu", "breadcrumb", "breadcrumbs", "sidebar", "footer", "cookie", "cookies"];

    /// <summary>Removes scripts, styles, hidden elements, navigation, footers and comments below an element.</summary>
    public static void Clean(IElement body)
    {
        foreach (var element in body.QuerySelectorAll(Unread).ToList()) element.Remove();
        foreach (var element in body.QuerySelectorAll("[style]").Where(e => Hides(e.GetAttribute("style")!)).ToList()) element.Remove();
        foreach (var element in body.QuerySelectorAll("div, ul, section, aside, header").Where(IsFrame).ToList()) element.Remove();

        // A page's header holds its logo and its menu; an article's holds the article's title.
        foreach (var header in body.QuerySelectorAll("header").Where(h => h.ParentElement == body && h.QuerySelector("h1") is null).ToList()) header.Remove();
    }

    private static bool Hides(string style)
    {
        var rules = style.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        return rules.Contains("DISPLAY:NONE", StringComparison.Ordinal)
            || rules.Contains("VISIBILITY:HIDDEN", StringComparison.Ordinal)
            || rules.Contains("FONT-SIZE:0;", StringComparison.Ordinal) || rules.EndsWith("FONT-SIZE:0", StringComparison.Ordinal)
            || rules.Contains("OPACITY:0;", StringComparison.Ordinal) || rules.EndsWith("OPACITY:0", StringComparison.Ordinal);
    }

    private static bool IsFrame(IElement element) =>
        FrameWords.Contains(element.Id, StringComparer.OrdinalIgnoreCase)
        || element.ClassList.Any(c => FrameWords.Contains(c, StringComparer.OrdinalIgnoreCase));
}
