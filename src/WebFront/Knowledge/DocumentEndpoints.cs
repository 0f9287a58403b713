using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using SupportPlatform.Hosting;
using SupportPlatform.Security;
using SupportPlatform.Stores;

namespace SupportPlatform.Knowledge;

/// <summary>A store's documents over HTTP, for administrators.</summary>
internal static class DocumentEndpoints
{
    // Several of the largest files, and what multipart puts around them.
    private const long LargestBody = 5L * Limits.FileBytes;

    /// <summary>Maps them.</summary>
    public static void MapDocuments(this IEndpointRouteBuilder app)
    {
        var admin = app.MapGroup("/api/stores/{store}/documents").WithTags("Documents")
            .WithAccess(AccessRule.Administrator).WithProblems(400, 401, 404, 503);
        admin.MapPost("", Add).WithName("AddDocuments").WithProblems(409, 413, 415)
            .WithSummary("Uploads files (multipart/form-data, one part a file); they are read in the background.")
            .Accepts<IFormFileCollection>("multipart/form-data")
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody));
        admin.MapGet("", List).WithName("ListDocuments").WithSummary("The documents with their status, by id.");
        admin.MapGet("{id}", Get).WithName("GetDocument").WithSummary("A document with its status.");
        admin.MapDelete("{id}", Delete).WithName("DeleteDocument").WithSummary("Removes a document and its text.");
    }

    private static async Task<Accepted<SourcePage>> Add(
        string store, string? locale, string? category, HttpRequest request, ISupportGrains grains, StoreProfiles profiles,
        CancellationToken cancellationToken)
    {
        await profiles.Get(store, cancellationToken);
        var upload = new FileUpload(grains.Sources(store), locale, category);
        return TypedResults.Accepted((string?)null, new SourcePage { Items = await upload.Read(request, cancellationToken) });
    }

    private static async Task<Ok<SourcePage>> List(
        string store, string? after, int? limit, string? status, ISupportGrains grains, StoreProfiles profiles, CancellationToken cancellationToken)
    {
        await profiles.Get(store, cancellationToken);
        var query = new ListSources { Kind = SourceKinds.Document, After = after, Limit = limit ?? 100, Status = status };
        return TypedResults.Ok(await grains.Sources(store).List(query, cancellationToken));
    }

    private static async Task<Ok<SourceView>> Get(string store, string id, ISupportGrains grains, CancellationToken cancellationToken) =>
        TypedResults.Ok(await grains.Sources(StoreKey.Check(store)).Get(SourceKinds.Document, id, cancellationToken));

    private static async Task<NoContent> Delete(string store, string id, ISupportGrains grains, CancellationToken cancellationToken)
    {
        await grains.Sources(StoreKey.Check(store)).Delete(SourceKinds.Document, id, cancellationToken);
        return TypedResults.NoContent();
    }
}
