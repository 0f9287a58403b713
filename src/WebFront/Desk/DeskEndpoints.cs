using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using SupportPlatform.Agents;
using SupportPlatform.Conversations;
using SupportPlatform.Hosting;
using SupportPlatform.Security;
using SupportPlatform.Stores;

namespace SupportPlatform.Desk;

/// <summary>A store's desks and what they offer over HTTP.</summary>
internal static class DeskEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapDesks(this IEndpointRouteBuilder app)
    {
        var admin = app.MapGroup("/api/stores/{store}").WithTags("Desk").WithAccess(AccessRule.Administrator).WithProblems(400, 401, 404, 503);
        admin.MapGet("desks", List).WithName("ListDesks").WithSummary("The store's desks, with who serves them and how many wait there.");
        admin.MapGet("desks/{desk}", Get).WithName("GetDesk").WithSummary("How a desk works.");
        admin.MapPut("desks/{desk}", Put).WithName("PutDesk").WithSummary("Changes how a desk works.");
        admin.MapPut("desks/{desk}/members", SetMembers).WithName("SetDeskMembers").WithProblems(409).WithSummary("Says which agents name the desk.");
        admin.MapDelete("desks/{desk}", Delete).WithName("DeleteDesk").WithProblems(409).WithSummary("Forgets a desk at which nobody waits.");
        var staff = app.MapGroup("/api/stores/{store}").WithTags("Desk").WithAccess(AccessRule.Staff).WithProblems(400, 401, 403, 404, 503);
        staff.MapGet("desks/{desk}/queue", GetQueue).WithName("GetQueue").WithSummary("Who waits at a desk, the next one first.");
        staff.MapPost("offers/{id}:accept", Accept).WithName("AcceptOffer").WithProblems(409).WithSummary("The agent claims what is offered.");
        staff.MapPost("offers/{id}:decline", Decline).WithName("DeclineOffer").WithSummary("The agent leaves what is offered to others.");
    }

    private static async Task<Ok<ImmutableArray<DeskView>>> List(
        string store, ISupportGrains grains, StoreProfiles profiles, CancellationToken cancellationToken)
    {
        await profiles.Get(store, cancellationToken);
        return TypedResults.Ok(await grains.Desks(store).List(cancellationToken));
    }

    private static async Task<Ok<ChangedBody>> SetMembers(string store, string desk, MembersBody body, ISupportGrains grains, StoreProfiles profiles)
    {
        await profiles.Get(store, CancellationToken.None);
        return TypedResults.Ok(new ChangedBody(await grains.Desk(DeskKey.Of(store, desk)).SetMembers(body.AgentIds, CancellationToken.None)));
    }

    private static async Task<Ok<ChangedBody>> Delete(string store, string desk, ISupportGrains grains) =>
        TypedResults.Ok(new ChangedBody(await grains.Desk(DeskKey.Of(store, desk)).Delete(CancellationToken.None)));

    private static async Task<Ok<DeskSettings>> Get(
        string store, string desk, ISupportGrains grains, StoreProfiles profiles, CancellationToken cancellationToken)
    {
        await profiles.Get(store, cancellationToken);
        return TypedResults.Ok(await grains.Desk(DeskKey.Of(store, desk)).GetSettings(cancellationToken));
    }

    private static async Task<Ok<DeskSettings>> Put(
        string store, string desk, DeskSettings settings, ISupportGrains grains, StoreProfiles profiles, CancellationToken cancellationToken)
    {
        await profiles.Get(store, cancellationToken);
        return TypedResults.Ok(await grains.Desk(DeskKey.Of(store, desk)).Configure(settings, CancellationToken.None));
    }

    private static async Task<Ok<QueueView>> GetQueue(
        string store, string desk, ISupportGrains grains, StoreProfiles profiles, CancellationToken cancellationToken)
    {
        await profiles.Get(store, cancellationToken);
        return TypedResults.Ok(await grains.Desk(DeskKey.Of(store, desk)).GetQueue(cancellationToken));
    }

    private static async Task<Ok<ClaimReceipt>> Accept(string store, string id, OfferBody body, ISupportGrains grains) =>
        TypedResults.Ok(await grains.Agent(AgentKey.Of(store, StaffIdentity.Of(body.AgentId).AgentId)).Accept(id, CancellationToken.None));

    private static async Task<Ok<ChangedBody>> Decline(string store, string id, OfferBody body, ISupportGrains grains) =>
        TypedResults.Ok(new ChangedBody(await grains.Agent(AgentKey.Of(store, StaffIdentity.Of(body.AgentId).AgentId)).Decline(id, CancellationToken.None)));
}
