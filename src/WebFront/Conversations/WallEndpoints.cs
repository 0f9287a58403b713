using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using SupportPlatform.Conversations.Wire;
using SupportPlatform.Hosting;
using SupportPlatform.Knowledge;
using SupportPlatform.Security;
using SupportPlatform.Stores;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace SupportPlatform.Conversations;

/// <summary>A store's desks on a wall, and its log to take away, over HTTP.</summary>
internal static class WallEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapWall(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/stores/{store}/wall", GetWall).WithTags("Desks").WithName("GetWall")
            .WithAccess(AccessRule.Staff).WithProblems(400, 401, 404, 503)
            .WithSummary("Who waits where and for how long, who has what, and what happened today.");
        app.MapGet("/api/stores/{store}/conversations:export", Export).WithTags("Conversations").WithName("ExportConversations")
            .WithAccess(AccessRule.Administrator).WithProblems(400, 401, 404, 503)
            .WithSummary("All events of the conversations that began within a time, as JSON Lines, one an event, oldest conversation first.");
    }

    private static async Task<Ok<WallBody>> GetWall(string store, ISupportGrains grains, StoreProfiles profiles, CancellationToken cancellationToken)
    {
        await profiles.Get(store, cancellationToken);
        return TypedResults.Ok(WallBody.Of(await grains.ServiceLevels(store).GetWall(cancellationToken)));
    }

    private static async Task<IResult> Export(
        string store, ISupportGrains grains, StoreProfiles profiles, IOptions<JsonOptions> json, CancellationToken cancellationToken,
        DateTimeOffset? from = null, DateTimeOffset? to = null)
    {
        await profiles.Get(store, cancellationToken);
        var grain = grains.ConversationExport(store);
        return LineExport.Of(json.Value.SerializerOptions, async cursor =>
        {
            var page = await grain.Read(from, to, cursor, cancellationToken);
            return (page.Events.Select(e => new ExportLine { ConversationId = e.ConversationId, Event = WireEvent.Of(e.Event) }), page.Cursor);
        });
    }
}
