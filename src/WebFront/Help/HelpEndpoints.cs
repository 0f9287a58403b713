using Microsoft.AspNetCore.Http.HttpResults;
using SupportPlatform.Hosting;
using SupportPlatform.Knowledge;
using SupportPlatform.Security;
using SupportPlatform.Stores;

namespace SupportPlatform.Help;

/// <summary>A store's public pages, made on the server so that they work without JavaScript.</summary>
internal static class HelpEndpoints
{
    private const int LongestQuery = 500;

    /// <summary>Maps them.</summary>
    public static void MapHelp(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("/help/{store}").WithAccess(AccessRule.Page).ExcludeFromDescription();
        pages.MapGet("", Index).CacheOutput(HelpCache.Policy);
        pages.MapGet("/articles/{id}", Article).CacheOutput(HelpCache.Policy).WithMetadata(HelpViewCount.Counted);
        pages.MapGet("/sitemap.xml", Sitemap).CacheOutput(HelpCache.Policy);
        pages.MapGet("/brand.css", Brand).CacheOutput(HelpCache.Policy);
        pages.MapGet("/search", Results);
        var api = app.MapGroup("/api/stores/{store}/help").WithTags("Help centre").WithAccess(AccessRule.Page).WithProblems(400, 404, 503);
        api.MapGet("/search", Search).WithName("SearchHelp").WithSummary("Published articles and questions that fit a query.");
        api.MapGet("/faqs", Questions).WithName("ListHelpQuestions").WithSummary("The published questions with their answers, by category.");
        api.MapPost("/answers", Answer).WithName("AnswerHelp").WithSummary("An answer with citations, from what the store publishes.");
    }

    private static async Task<IResult> Index(string store, string? lang, HttpContext http, HelpPages pages, CancellationToken cancellationToken) =>
        await pages.Open(http, store, lang, cancellationToken) is { } frame
            ? frame.Show<HelpIndex>(("Contents", await pages.Contents(frame, cancellationToken)))
            : TypedResults.NotFound();

    private static async Task<IResult> Article(string store, string id, string? lang, HttpContext http, HelpPages pages, CancellationToken cancellationToken)
    {
        if (await pages.Open(http, store, lang, cancellationToken) is not { } frame) return TypedResults.NotFound();
        var article = id.Length <= 200 ? await pages.Article(frame, id, cancellationToken) : null;
        if (article is null) return frame.ShowMissing();
        var contents = await pages.Contents(frame with { Locale = article.Locale ?? frame.Locale }, cancellationToken);
        return frame.Show<HelpArticlePage>(("Article", article), ("Contents", contents));
    }

    private static async Task<IResult> Results(string store, string? q, string? lang, HttpContext http, HelpPages pages, CancellationToken cancellationToken)
    {
        if (await pages.Open(http, store, lang, cancellationToken) is not { } frame) return TypedResults.NotFound();
        var query = Bounded(q);
        var hits = query.Length == 0 ? [] : await pages.Search(frame, query, cancellationToken);
        return frame.Show<HelpResults>(("Query", query), ("Hits", hits));
    }

    private static async Task<IResult> Sitemap(string store, HttpContext http, HelpPages pages, CancellationToken cancellationToken) =>
        await pages.Open(http, store, null, cancellationToken) is { } frame
            ? TypedResults.Text(HelpSitemap.Write(frame, await pages.Contents(frame, cancellationToken)), "application/xml")
            : TypedResults.NotFound();

    private static async Task<IResult> Brand(string store, HttpContext http, HelpPages pages, CancellationToken cancellationToken) =>
        await pages.Open(http, store, null, cancellationToken) is { } frame
            ? TypedResults.Text(HelpBrand.Style(frame.Settings.BrandColor), "text/css")
            : TypedResults.NotFound();

    private static async Task<IResult> Search(
        string store, string? q, string? lang, HttpContext http, HelpPages pages, CancellationToken cancellationToken)
    {
        var frame = await pages.Open(http, store, lang, cancellationToken) ?? throw new SupportException(ProblemCodes.StoreNotFound, "There is no such store.");
        var query = Bounded(q);
        return TypedResults.Ok(new HelpSearchReply { Hits = query.Length == 0 ? [] : await pages.Search(frame, query, cancellationToken) });
    }

    private static async Task<IResult> Questions(string store, string? locale, HttpContext http, HelpPages pages, CancellationToken cancellationToken)
    {
        var frame = await pages.Open(http, store, locale, cancellationToken) ?? throw new SupportException(ProblemCodes.StoreNotFound, "There is no such store.");
        return TypedResults.Ok(HelpQuestions.Of(await pages.Contents(frame, cancellationToken)));
    }

    private static async Task<Ok<AnswerView>> Answer(
        string store, AskQuestion question, ISupportGrains grains, StoreProfiles profiles, CancellationToken cancellationToken)
    {
        await profiles.Get(store, cancellationToken);
        CallerContext.Current = Caller.System;
        return TypedResults.Ok(await grains.Knowledge(store).Answer(new AskQuestion { Text = question.Text }, cancellationToken));
    }

    private static string Bounded(string? query)
    {
        var tidy = (query ?? "").Trim();
        return tidy.Length <= LongestQuery ? tidy : tidy[..LongestQuery];
    }
}
