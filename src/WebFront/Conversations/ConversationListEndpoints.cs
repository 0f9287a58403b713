using Microsoft.AspNetCore.Http.HttpResults;
using SupportPlatform.Hosting;
using SupportPlatform.Security;
using SupportPlatform.Stores;

namespace SupportPlatform.Conversations;

/// <summary>Lists of conversations over HTTP.</summary>
internal static class ConversationListEndpoints
{
    private static readonly Dictionary<string, ConversationStatus> Statuses = new(StringComparer.Ordinal)
    {
        ["open"] = ConversationStatus.Open,
        ["waiting"] = ConversationStatus.Waiting,
        ["with-agent"] = ConversationStatus.WithAgent,
        ["resolved"] = ConversationStatus.Resolved,
    };

    /// <summary>Maps them.</summary>
    public static void MapConversationLists(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/stores/{store}/conversations", List).WithTags("Conversations").WithName("ListConversations")
            .WithAccess(AccessRule.Store).WithProblems(400, 401, 403, 404, 503)
            .WithSummary("A visitor's own conversations; with the administration key the store's, those that wait longest first or else the latest first.");

    /// <summary>Reads a status; null for none.</summary>
    /// <exception cref="SupportException">It is not one.</exception>
    public static ConversationStatus? ParseStatus(string? status) => status is null ? null : Statuses.TryGetValue(status, out var known)
        ? known
        : throw new SupportException(ProblemCodes.InvalidRequest, $"The status is one of {string.Join(", ", Statuses.Keys)}.");

    private static async Task<Ok<ConversationPage>> List(
        string store,
        ISupportGrains grains,
        CancellationToken cancellationToken,
        string? status = null,
        string? desk = null,
        string? agent = null,
        string? contact = null,
        string? cursor = null,
        int limit = Limits.DefaultPage) =>
        TypedResults.Ok(await grains.Conversations(StoreKey.Check(store)).List(
            new ConversationFilter
            {
                Status = ParseStatus(status),
                Desk = desk,
                AgentId = agent,
                ContactId = contact,
                Cursor = cursor,
                Limit = Math.Clamp(limit, 1, Limits.PageSize),
            },
            cancellationToken));
}
