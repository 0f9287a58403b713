using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using SupportPlatform.Conversations;
using SupportPlatform.Hosting;
using SupportPlatform.Security;
using SupportPlatform.Stores;

namespace SupportPlatform.Knowledge;

/// <summary>What a store can learn from its conversations over HTTP, for administrators.</summary>
internal static class LearningEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapLearning(this IEndpointRouteBuilder app)
    {
        var admin = app.MapGroup("/api/stores/{store}").WithTags("Learning").WithAccess(AccessRule.Administrator).WithProblems(400, 401, 404, 503);
        admin.MapGet("gaps", ListGaps).WithName("ListGaps").WithSummary("What the knowledge does not answer, the most asked first.");
        admin.MapPost("gaps/{id}:draft", Draft).WithName("DraftGap").WithProblems(409).WithSummary("Drafts an entry from a gap's questions.");
        admin.MapPost("gaps/{id}:dismiss", DismissGap).WithName("DismissGap").WithSummary("Says that a gap wants no answer.");
        admin.MapGet("faqs/proposals", ListProposals).WithName("ListProposals").WithSummary("Answers that worked, as entries to publish; the most frequent first.");
        admin.MapPost("faqs/proposals/{id}:publish", Publish).WithName("PublishProposal").WithProblems(409)
            .WithSummary("Publishes a proposal, with the question, answer or category of a JSON body where there is one.");
        admin.MapPost("faqs/proposals/{id}:dismiss", DismissProposal).WithName("DismissProposal").WithSummary("Decides against a proposal.");
    }

    private static async Task<Ok<GapPage>> ListGaps(
        string store, string? status, string? after, int? limit, ISupportGrains grains, StoreProfiles profiles, CancellationToken cancellationToken)
    {
        await profiles.Get(store, cancellationToken);
        return TypedResults.Ok(await grains.Gaps(store).List(Query(status, after, limit), cancellationToken));
    }

    private static async Task<Ok<FaqView>> Draft(string store, string id, ISupportGrains grains, CancellationToken cancellationToken) =>
        TypedResults.Ok(await grains.Gaps(StoreKey.Check(store)).Draft(id, cancellationToken));

    private static async Task<Ok<ChangedBody>> DismissGap(string store, string id, ISupportGrains grains, CancellationToken cancellationToken) =>
        TypedResults.Ok(new ChangedBody(await grains.Gaps(StoreKey.Check(store)).Dismiss(id, cancellationToken)));

    private static async Task<Ok<ProposalPage>> ListProposals(
        string store, string? status, string? after, int? limit, ISupportGrains grains, StoreProfiles profiles, CancellationToken cancellationToken)
    {
        await profiles.Get(store, cancellationToken);
        return TypedResults.Ok(await grains.Proposals(store).List(Query(status, after, limit), cancellationToken));
    }

    // A body as a parameter would hide the address from requests without one, since others have its form.
    private static async Task<Ok<FaqView>> Publish(
        string store, string id, HttpRequest request, ISupportGrains grains, CancellationToken cancellationToken)
    {
        var command = request.HasJsonContentType() ? await Read(request, cancellationToken) : null;
        return TypedResults.Ok(await grains.Proposals(StoreKey.Check(store)).Publish(id, command ?? new PublishProposal(), cancellationToken));
    }

    private static async Task<PublishProposal?> Read(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await request.ReadFromJsonAsync<PublishProposal>(cancellationToken);
        }
        catch (JsonException)
        {
            throw new SupportException(ProblemCodes.InvalidRequest, "The body is not the JSON that is described.");
        }
    }

    private static async Task<Ok<ChangedBody>> DismissProposal(string store, string id, ISupportGrains grains, CancellationToken cancellationToken) =>
        TypedResults.Ok(new ChangedBody(await grains.Proposals(StoreKey.Check(store)).Dismiss(id, cancellationToken)));

    private static ListClusters Query(string? status, string? after, int? limit) =>
        new() { Status = status, After = after, Limit = limit ?? Limits.DefaultPage };
}
