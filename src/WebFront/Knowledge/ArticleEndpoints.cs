using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using SupportPlatform.Hosting;
using SupportPlatform.Security;
using SupportPlatform.Stores;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace SupportPlatform.Knowledge;

/// <summary>A store's articles over HTTP, for administrators.</summary>
internal static class ArticleEndpoints
{
    // The longest article, each of its characters as an escape.
    private const int LargestBody = 2_000_000;

    /// <summary>Maps them.</summary>
    public static void MapArticles(this IEndpointRouteBuilder app)
    {
        var admin = app.MapGroup("/api/stores/{store}").WithTags("Articles")
            .WithAccess(AccessRule.Administrator).WithProblems(400, 401, 404, 503);
        admin.MapPost("articles", Add).WithName("AddArticle").WithMetadata(new RequestSizeLimitAttribute(LargestBody)).WithSummary("Adds an article.").WithProblems(409);
        admin.MapGet("articles", List).WithName("ListArticles").WithSummary("The articles, by id.");
        admin.MapGet("articles/{id}", Get).WithName("GetArticle").WithSummary("An article.");
        admin.MapPut("articles/{id}", Put).WithName("PutArticle").WithMetadata(new RequestSizeLimitAttribute(LargestBody)).WithSummary("Adds or replaces an article.").WithProblems(409);
        admin.MapDelete("articles/{id}", Delete).WithName("DeleteArticle").WithSummary("Removes an article.");
        admin.MapPost("articles:import", Import).WithName("ImportArticles").WithProblems(409, 413)
            .WithSummary("Adds or replaces articles from JSON Lines; with dryRun=true says what it would do.")
            .WithMetadata(new RequestSizeLimitAttribute(Limits.FileBytes));
        admin.MapGet("articles:export", Export).WithName("ExportArticles").WithSummary("All articles as JSON Lines.");
    }

    private static async Task<Created<ArticleView>> Add(
        string store, ArticleEntry entry, ISupportGrains grains, StoreProfiles profiles, CancellationToken cancellationToken)
    {
        await profiles.Get(store, cancellationToken);
        var added = await grains.Articles(store).Add(entry, cancellationToken);
        return TypedResults.Created($"/api/stores/{store}/articles/{added.Id}", added);
    }

    private static async Task<Ok<ArticlePage>> List(
        string store, string? after, int? limit, ISupportGrains grains, StoreProfiles profiles, CancellationToken cancellationToken)
    {
        await profiles.Get(store, cancellationToken);
        return TypedResults.Ok(await grains.Articles(store).List(after, limit ?? 100, cancellationToken));
    }

    private static async Task<Ok<ArticleView>> Get(string store, string id, ISupportGrains grains, CancellationToken cancellationToken) =>
        TypedResults.Ok(await grains.Articles(StoreKey.Check(store)).Get(id, cancellationToken));

    private static async Task<Ok<ArticleView>> Put(
        string store, string id, ArticleEntry entry, ISupportGrains grains, StoreProfiles profiles, CancellationToken cancellationToken)
    {
        await profiles.Get(store, cancellationToken);
        return TypedResults.Ok(await grains.Articles(store).Put(entry with { Id = id }, cancellationToken));
    }

    private static async Task<NoContent> Delete(string store, string id, ISupportGrains grains, CancellationToken cancellationToken)
    {
        await grains.Sources(StoreKey.Check(store)).Delete(SourceKinds.Article, id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<ImportResult>> Import(
        string store, bool? dryRun, HttpRequest request, ISupportGrains grains, StoreProfiles profiles, IOptions<JsonOptions> json,
        CancellationToken cancellationToken)
    {
        await profiles.Get(store, cancellationToken);
        var dry = dryRun ?? false;
        var import = new LineImport<ArticleEntry>(json.Value.SerializerOptions, lines => grains.Articles(store).Import(
            new ArticleImport { Lines = [.. lines.Select(l => new ArticleLine { Line = l.Line, Entry = l.Entry })], DryRun = dry }, cancellationToken));
        return TypedResults.Ok(await import.Run(request.Body, dry, cancellationToken));
    }

    private static async Task<IResult> Export(
        string store, ISupportGrains grains, StoreProfiles profiles, IOptions<JsonOptions> json, CancellationToken cancellationToken)
    {
        await profiles.Get(store, cancellationToken);
        return LineExport.Of(json.Value.SerializerOptions, async after =>
        {
            var page = await grains.Articles(store).List(after, Limits.PageSize, cancellationToken);
            return (page.Items.Select(ToEntry), page.Next);
        });
    }

    private static ArticleEntry ToEntry(ArticleView view) => new()
    {
        Id = view.Id,
        Title = view.Title,
        Body = view.Body,
        Category = view.Category,
        Locale = view.Locale,
        State = view.State,
        Audience = view.Audience,
    };
}
