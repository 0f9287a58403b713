using Microsoft.AspNetCore.Http.HttpResults;
using SupportPlatform.Hosting;
using SupportPlatform.Security;
using SupportPlatform.Stores;

namespace SupportPlatform.Knowledge;

/// <summary>Into what a store's sources were cut, for administrators.</summary>
internal static class PassageEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapPassages(this IEndpointRouteBuilder app)
    {
        var admin = app.MapGroup("/api/stores/{store}").WithTags("Passages").WithAccess(AccessRule.Administrator).WithProblems(400, 401, 404, 503);
        foreach (var (path, kind) in new[] { ("documents", SourceKinds.Document), ("pages", SourceKinds.Page), ("faqs", SourceKinds.Faq), ("articles", SourceKinds.Article) })
        {
            admin.MapGet($"{path}/{{id}}/passages", (string store, string id, int? from, int? limit, ISupportGrains grains, CancellationToken cancellationToken) =>
                    Get(store, kind, id, from, limit, grains, cancellationToken))
                .WithName($"GetPassagesOf{kind}").WithSummary("The passages of the revision that answers use, in order.");
        }
    }

    private static async Task<Ok<PassagePage>> Get(
        string store, string kind, string id, int? from, int? limit, ISupportGrains grains, CancellationToken cancellationToken) =>
        TypedResults.Ok(await grains.Sources(StoreKey.Check(store)).GetPassages(kind, id, from ?? 0, limit ?? Limits.DefaultPage, cancellationToken));
}
