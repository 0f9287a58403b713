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
        admin.MapSources(SourceKinds.Document, "Document");
    }

    private static async Task<Accepted<SourcePage>> Add(
        string store, string? locale, string? category, string? audience, HttpRequest request, ISupportGrains grains, StoreProfiles profiles,
        CancellationToken cancellationToken)
    {
        await profiles.Get(store, cancellationToken);
        var upload = new FileUpload(grains.Sources(store), locale, category, audience ?? Audiences.Customers);
        return TypedResults.Accepted((string?)null, new SourcePage { Items = await upload.Read(request, cancellationToken) });
    }
}
