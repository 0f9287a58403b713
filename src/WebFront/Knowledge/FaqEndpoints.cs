using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using SupportPlatform.Hosting;
using SupportPlatform.Security;
using SupportPlatform.Stores;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace SupportPlatform.Knowledge;

/// <summary>A store's questions with their answers over HTTP, for administrators.</summary>
internal static class FaqEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapFaqs(this IEndpointRouteBuilder app)
    {
        var admin = app.MapGroup("/api/stores/{store}").WithTags("FAQ")
            .WithAccess(AccessRule.Administrator).WithProblems(400, 401, 404, 503);
        admin.MapPost("faqs", Add).WithName("AddFaq").WithSummary("Adds an entry.").WithProblems(409);
        admin.MapGet("faqs", List).WithName("ListFaqs").WithSummary("The entries, by id.");
        admin.MapGet("faqs/{id}", Get).WithName("GetFaq").WithSummary("An entry.");
        admin.MapPut("faqs/{id}", Put).WithName("PutFaq").WithSummary("Adds or replaces an entry.").WithProblems(409);
        admin.MapDelete("faqs/{id}", Delete).WithName("DeleteFaq").WithSummary("Removes an entry.");
        admin.MapPost("faqs:import", Import).WithName("ImportFaqs").WithProblems(409, 413)
            .WithSummary("Adds or replaces entries from JSON Lines; with dryRun=true says what it would do.")
            .WithMetadata(new RequestSizeLimitAttribute(Limits.FileBytes));
        admin.MapGet("faqs:export", Export).WithName("ExportFaqs").WithSummary("All entries as JSON Lines.");
    }

    private static async Task<Created<FaqView>> Add(
        string store, FaqEntry entry, ISupportGrains grains, StoreProfiles profiles, CancellationToken cancellationToken)
    {
        await profiles.Get(store, cancellationToken);
        var added = await grains.Faqs(store).Add(entry, cancellationToken);
        return TypedResults.Created($"/api/stores/{store}/faqs/{added.Id}", added);
    }

    private static async Task<Ok<FaqPage>> List(
        string store, string? after, int? limit, ISupportGrains grains, StoreProfiles profiles, CancellationToken cancellationToken)
    {
        await profiles.Get(store, cancellationToken);
        return TypedResults.Ok(await grains.Faqs(store).List(after, limit ?? 100, cancellationToken));
    }

    private static async Task<Ok<FaqView>> Get(string store, string id, ISupportGrains grains, CancellationToken cancellationToken) =>
        TypedResults.Ok(await grains.Faqs(StoreKey.Check(store)).Get(id, cancellationToken));

    private static async Task<Ok<FaqView>> Put(
        string store, string id, FaqEntry entry, ISupportGrains grains, StoreProfiles profiles, CancellationToken cancellationToken)
    {
        await profiles.Get(store, cancellationToken);
        return TypedResults.Ok(await grains.Faqs(store).Put(entry with { Id = id }, cancellationToken));
    }

    private static async Task<NoContent> Delete(string store, string id, ISupportGrains grains, CancellationToken cancellationToken)
    {
        await grains.Sources(StoreKey.Check(store)).Delete(SourceKinds.Faq, id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<ImportResult>> Import(
        string store, bool? dryRun, HttpRequest request, ISupportGrains grains, StoreProfiles profiles, IOptions<JsonOptions> json,
        CancellationToken cancellationToken)
    {
        await profiles.Get(store, cancellationToken);
        var dry = dryRun ?? false;
        var import = new LineImport<FaqEntry>(json.Value.SerializerOptions, lines => grains.Faqs(store).Import(
            new FaqImport { Lines = [.. lines.Select(l => new FaqLine { Line = l.Line, Entry = l.Entry })], DryRun = dry }, cancellationToken));
        return TypedResults.Ok(await import.Run(request.Body, dry, cancellationToken));
    }

    private static async Task<IResult> Export(
        string store, ISupportGrains grains, StoreProfiles profiles, IOptions<JsonOptions> json, CancellationToken cancellationToken)
    {
        await profiles.Get(store, cancellationToken);
        return LineExport.Of(json.Value.SerializerOptions, async after =>
        {
            var page = await grains.Faqs(store).List(after, Limits.PageSize, cancellationToken);
            return (page.Items.Select(ToEntry), page.Next);
        });
    }

    private static FaqEntry ToEntry(FaqView view) => new()
    {
        Id = view.Id,
        Question = view.Question,
        Variants = view.Variants,
        Answer = view.Answer,
        Category = view.Category,
        Locale = view.Locale,
        Audience = view.Audience,
    };
}
