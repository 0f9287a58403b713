using Microsoft.AspNetCore.Http.HttpResults;
using SupportPlatform.Hosting;
using SupportPlatform.Security;
using SupportPlatform.Stores;

namespace SupportPlatform.Conversations;

/// <summary>The search over conversations, and their clocks, over HTTP for staff.</summary>
internal static class ConversationSearchEndpoints
{
    private const int DefaultHits = 20;
    private const int MostHits = 100;

    /// <summary>Maps them.</summary>
    public static void MapConversationSearch(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/stores/{store}/conversations/search", Search).WithTags("Conversations").WithName("SearchConversations")
            .WithAccess(AccessRule.Staff).WithProblems(400, 401, 404, 503)
            .WithSummary("What has all words of q, the last of which may be unfinished, latest first: messages, notes, forms, names and addresses.");
        app.MapGet("/api/stores/{store}/conversations/{id}/sla", GetClocks).WithTags("Conversations").WithName("GetConversationClocks")
            .WithAccess(AccessRule.Staff).WithProblems(400, 401, 404, 503)
            .WithSummary("How fast people were in a conversation since a person was wanted last, and by when they have to be done.");
    }

    private static async Task<Ok<ConversationHits>> Search(
        string store,
        string q,
        ISupportGrains grains,
        CancellationToken cancellationToken,
        string? contact = null,
        string? tag = null,
        string? status = null,
        string? agent = null,
        DateTimeOffset? from = null,
        DateTimeOffset? to = null,
        string? cursor = null,
        int limit = DefaultHits) =>
        TypedResults.Ok(await grains.ConversationSearch(StoreKey.Check(store)).Search(
            new ConversationQuery
            {
                Text = q,
                ContactId = contact,
                Tag = tag,
                Status = ConversationListEndpoints.ParseStatus(status),
                AgentId = agent,
                From = from,
                To = to,
                Cursor = cursor,
                Limit = Math.Clamp(limit, 1, MostHits),
            },
            cancellationToken));

    private static async Task<Ok<SlaView>> GetClocks(string store, string id, ISupportGrains grains, CancellationToken cancellationToken) =>
        TypedResults.Ok(await grains.ServiceLevels(StoreKey.Check(store)).GetClocks(id, cancellationToken));
}
