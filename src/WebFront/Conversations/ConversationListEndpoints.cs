using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using SupportPlatform.Hosting;
using SupportPlatform.Security;
using SupportPlatform.Stores;

namespace SupportPlatform.Conversations;

/// <summary>Lists of conversations over HTTP.</summary>
internal static class ConversationListEndpoints
{
    private static readonly Dictionary<string, ConversationStatus> Statuses = Names<ConversationStatus>();
    private static readonly Dictionary<string, ConversationPriority> Priorities = Names<ConversationPriority>();
    private static readonly Dictionary<string, InboxView> Views = Names<InboxView>();

    /// <summary>Maps them.</summary>
    public static void MapConversationLists(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/stores/{store}/conversations", List).WithTags("Conversations").WithName("ListConversations")
            .WithAccess(AccessRule.Store).WithProblems(400, 401, 403, 404, 503)
            .WithSummary("A visitor's own conversations; staff see the store's, by `view` and more; those that wait in the order of the queue, else the latest first.");

    /// <summary>Reads a status; null for none.</summary>
    /// <exception cref="SupportException">It is not one.</exception>
    public static ConversationStatus? ParseStatus(string? status) => Parse(status, Statuses, "status");

    private static async Task<Ok<ConversationPage>> List(
        string store,
        ISupportGrains grains,
        CancellationToken cancellationToken,
        string? view = null,
        string? status = null,
        string? desk = null,
        string? agent = null,
        string? contact = null,
        string? tag = null,
        string? priority = null,
        string? cursor = null,
        int limit = Limits.DefaultPage)
    {
        var shown = Parse(view, Views, "view");
        var isOfAgent = shown is InboxView.Mine or InboxView.Unassigned or InboxView.Others or InboxView.Mentions;
        var filter = new ConversationFilter
        {
            View = shown,
            Status = Parse(status, Statuses, "status"),
            Desk = desk,
            AgentId = isOfAgent ? null : agent,
            Of = isOfAgent ? agent : null,
            ContactId = contact,
            Tag = tag,
            Priority = Parse(priority, Priorities, "priority"),
            Cursor = cursor,
            Limit = Math.Clamp(limit, 1, Limits.PageSize),
        };
        return TypedResults.Ok(await grains.Conversations(StoreKey.Check(store)).List(filter, cancellationToken));
    }

    private static Dictionary<string, T> Names<T>()
        where T : struct, Enum => Enum.GetValues<T>().ToDictionary(v => JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString()), StringComparer.Ordinal);

    private static T? Parse<T>(string? name, Dictionary<string, T> names, string what)
        where T : struct, Enum => name is null ? null : names.TryGetValue(name, out var known)
            ? known
            : throw new SupportException(ProblemCodes.InvalidRequest, $"The {what} is one of {string.Join(", ", names.Keys)}.");
}
