using Microsoft.AspNetCore.Http.HttpResults;
using SupportPlatform.Hosting;
using SupportPlatform.Security;
using SupportPlatform.Stores;

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
}
