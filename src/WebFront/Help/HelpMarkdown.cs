using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components;

namespace SupportPlatform.Help;

/// <summary>Articles as HTML. HTML in an article is text; links go to the web, to mail or within the store's pages.</summary>
internal static class HelpMarkdown
{
    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().UseAutoIdentifiers().DisableHtml().Build();

    /// <summary>The HTML of an article; a first heading that says the title again is left out.</summary>
    public static MarkupString Render(string markdown, string? title = null)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        if (title is not null && document.FirstOrDefault() is HeadingBlock { Level: 1 } first) document.Remove(first);
        foreach (var heading in document.Descendants<HeadingBlock>()) heading.Level = Math.Max(2, heading.Level);
        foreach (var link in document.Descendants<LinkInline>().ToList()) Tame(link);
        return new MarkupString(document.ToHtml(Pipeline));
    }

    private static void Tame(LinkInline link)
    {
        // An image of elsewhere would tell its host who reads; the page's policy blocks it anyway.
        var isSafe = !link.IsImage && link.Url is { } url && (url.StartsWith('#') || (url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal))
            || (Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" or "mailto" or "tel"));
        if (isSafe)
        {
            if (link.Url!.StartsWith("http", StringComparison.Ordinal)) link.GetAttributes().AddProperty("rel", "noopener nofollow");
            return;
        }

        link.IsImage = false;
        link.Url = "#";
    }
}
