using Microsoft.AspNetCore.Http.HttpResults;
using SupportPlatform.Hosting;
using SupportPlatform.Security;
using SupportPlatform.Stores;

namespace SupportPlatform.Knowledge;

/// <summary>A store's knowledge over HTTP, for administrators.</summary>
internal static class KnowledgeEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapKnowledge(this IEndpointRouteBuilder app)
    {
        var staff = app.MapGroup("/api/stores/{store}").WithTags("Knowledge")
            .WithAccess(AccessRule.Staff).WithProblems(400, 401, 403, 404, 503);
        staff.MapPost("search", Search).WithName("Search").WithSummary("The passages that fit a query best.");
        staff.MapPost("answers", Answer).WithName("Answer").WithSummary("One turn of the assistant without a conversation.");
    }

    private static async Task<Ok<SearchResult>> Search(
        string store, SearchQuery query, ISupportGrains grains, StoreProfiles profiles, CancellationToken cancellationToken)
    {
        await profiles.Get(store, cancellationToken);
        return TypedResults.Ok(await grains.Knowledge(store).Search(query, cancellationToken));
    }

    private static async Task<Ok<AnswerView>> Answer(
        string store, AskQuestion question, ISupportGrains grains, StoreProfiles profiles, CancellationToken cancellationToken)
    {
        await profiles.Get(store, cancellationToken);
        return TypedResults.Ok(await grains.Knowledge(store).Answer(question, cancellationToken));
    }
}
