using Microsoft.AspNetCore.Http.HttpResults;
using SupportPlatform.Accounts;
using SupportPlatform.Conversations;
using SupportPlatform.Hosting;
using SupportPlatform.Security;
using SupportPlatform.Stores;

namespace SupportPlatform.Agents;

/// <summary>A store's human agents over HTTP.</summary>
internal static class AgentEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapAgents(this IEndpointRouteBuilder app)
    {
        var staff = app.MapGroup("/api/stores/{store}/agents").WithTags("Agents").WithAccess(AccessRule.Staff).WithProblems(400, 401, 403, 404, 503);
        var admin = app.MapGroup("/api/stores/{store}/agents").WithTags("Agents").WithAccess(AccessRule.Administrator).WithProblems(400, 401, 403, 404, 409, 503);
        staff.MapGet("", List).WithName("ListAgents").WithSummary("A page of the store's agents, by id.");
        staff.MapGet("{agent}", Get).WithName("GetAgent").WithSummary("An agent, with what is offered at this moment.");
        admin.MapPut("{agent}", Put).WithName("PutAgent").WithSummary("Adds an agent or replaces the profile.");
        admin.MapDelete("{agent}", Delete).WithName("DeleteAgent").WithSummary("Removes an agent; what the agent has waits in the queue again, and the person is signed out.");
        admin.MapPost("{agent}:invite", Invite).WithName("InviteAgent")
            .WithSummary("A link that is good once and for 7 days: whoever has it signs in as this agent from then on.");
        admin.MapDelete("{agent}/invitation", Withdraw).WithName("WithdrawInvitation").WithSummary("Ends an invitation that was not accepted yet.");
        staff.MapPost("{agent}:presence", SetPresence).WithName("SetAgentPresence")
            .WithSummary("Says that the agent is there, and with what presence if that changes. Whoever is silent for a while is away.");
    }

    private static async Task<Ok<AgentPage>> List(
        string store, string? after, int? limit, ISupportGrains grains, StoreProfiles profiles, CancellationToken cancellationToken)
    {
        await profiles.Get(store, cancellationToken);
        return TypedResults.Ok(await grains.Agents(store).List(after, limit ?? Limits.DefaultPage, cancellationToken));
    }

    private static async Task<Ok<AgentView>> Get(string store, string agent, ISupportGrains grains, CancellationToken cancellationToken) =>
        TypedResults.Ok(await grains.Agent(AgentKey.Of(store, agent)).Get(cancellationToken));

    private static async Task<Ok<AgentView>> Put(
        string store, string agent, AgentProfile profile, ISupportGrains grains, StoreProfiles profiles, CancellationToken cancellationToken)
    {
        await profiles.Get(store, cancellationToken);
        return TypedResults.Ok(await grains.Agent(AgentKey.Of(store, agent)).Put(profile, CancellationToken.None));
    }

    private static async Task<NoContent> Delete(string store, string agent, ISupportGrains grains)
    {
        await grains.Agent(AgentKey.Of(store, agent)).Delete(CancellationToken.None);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<InvitationLink>> Invite(string store, string agent, HttpContext http, ISupportGrains grains)
    {
        var token = await grains.Agent(AgentKey.Of(store, agent)).Invite(CancellationToken.None);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(InvitationLink.Of(OwnPages.Host(http.Request), token));
    }

    private static async Task<Ok<ChangedBody>> Withdraw(string store, string agent, ISupportGrains grains) =>
        TypedResults.Ok(new ChangedBody(await grains.Agent(AgentKey.Of(store, agent)).WithdrawInvitation(CancellationToken.None)));

    private static async Task<Ok<AgentView>> SetPresence(
        string store, string agent, PresenceBody body, ISupportGrains grains, CancellationToken cancellationToken) =>
        TypedResults.Ok(await grains.Agent(AgentKey.Of(store, agent)).SetPresence(body.Presence, cancellationToken));
}
