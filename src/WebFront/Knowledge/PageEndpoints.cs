using Microsoft.AspNetCore.Http.HttpResults;
using SupportPlatform.Hosting;
using SupportPlatform.Security;
using SupportPlatform.Stores;

namespace SupportPlatform.Knowledge;

/// <summary>The pages of the web that a store's knowledge is made of, for administrators.</summary>
internal static class PageEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapPages(this IEndpointRouteBuilder app)
    {
        var admin = app.MapGroup("/api/stores/{store}/pages").WithTags("Pages")
            .WithAccess(AccessRule.Administrator).WithProblems(400, 401, 404, 503);
        admin.MapPost("", Add).WithName("AddPage").WithSummary("Makes an address a source; it is fetched in the background.").WithProblems(409);
        admin.MapSources(SourceKinds.Page, "Page");
    }

    private static async Task<Accepted<SourceView>> Add(
        string store, AddPage page, ISupportGrains grains, StoreProfiles profiles, CancellationToken cancellationToken)
    {
        await profiles.Get(store, cancellationToken);
        var added = await grains.Sources(store).AddPage(page, cancellationToken);
        return TypedResults.Accepted($"/api/stores/{store}/pages/{added.Id}", added);
    }
}
