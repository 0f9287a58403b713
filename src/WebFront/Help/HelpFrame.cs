using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using SupportPlatform.Stores;

namespace SupportPlatform.Help;

/// <summary>What all pages of a store have in common.</summary>
public sealed record HelpFrame
{
    /// <summary>The store's id.</summary>
    public required string Store { get; init; }

    /// <summary>The store's settings.</summary>
    public required StoreSettings Settings { get; init; }

    /// <summary>The page's language.</summary>
    public required string Locale { get; init; }

    /// <summary>The request, for absolute addresses.</summary>
    public required HttpRequest Request { get; init; }

    /// <summary>The words of the page's own.</summary>
    public HelpWords Words => HelpWords.For(Locale);

    /// <summary>The direction of the page's script.</summary>
    public string Direction => CultureInfo.GetCultureInfo(Locale).TextInfo.IsRightToLeft ? "rtl" : "ltr";

    /// <summary>The scheme and host under which the page was asked for.</summary>
    public string Origin => $"{Request.Scheme}://{Request.Host}";

    /// <summary>The page's own address, with its language where that is not the store's own.</summary>
    public string Link(string path = "", string? locale = null)
    {
        var at = locale ?? Locale;
        return $"/help/{Store}{path}{(at == Settings.Locale ? "" : $"?lang={Uri.EscapeDataString(at)}")}";
    }

    /// <summary>The address of an article.</summary>
    public string ArticleLink(string id) => Link($"/articles/{Uri.EscapeDataString(id)}");

    /// <summary>The address of the chat, with a question carried over.</summary>
    public string ChatLink(string? question = null) =>
        $"/?store={Uri.EscapeDataString(Store)}{(string.IsNullOrEmpty(question) ? "" : $"&ask={Uri.EscapeDataString(question)}")}";

    /// <summary>A page.</summary>
    public RazorComponentResult Show<TPage>(params (string Name, object Value)[] parameters)
        where TPage : IComponent =>
        new(typeof(TPage), parameters.Append(("Frame", this)).ToDictionary(p => p.Item1, p => (object?)p.Item2, StringComparer.Ordinal));

    /// <summary>The page for an article that is not there, or no more.</summary>
    public RazorComponentResult ShowMissing()
    {
        var page = Show<HelpMissing>();
        page.StatusCode = StatusCodes.Status404NotFound;
        return page;
    }
}
