using Microsoft.AspNetCore.Http.HttpResults;
using SupportPlatform.Agents;
using SupportPlatform.Hosting;
using SupportPlatform.Security;

namespace SupportPlatform.Conversations;

/// <summary>What human agents do in conversations, over HTTP: as whoever has signed in, or with the administration key as the agent that is named.</summary>
internal static class StaffEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapStaff(this IEndpointRouteBuilder app)
    {
        var one = app.MapGroup("/api/conversations/{id}").WithTags("Staff")
            .WithAccess(AccessRule.Staff).WithProblems(400, 401, 403, 404, 503);
        one.MapPost("escalate", Escalate).WithName("EscalateConversation").WithSummary("Puts the conversation into a team's queue.");
        one.MapPost("claim", Claim).WithName("ClaimConversation").WithProblems(409)
            .WithSummary("An agent takes the floor: the answer that is being written ends. Of several who claim at once one wins.");
        one.MapPost("release", Release).WithName("ReleaseConversation").WithSummary("The agent gives the floor back to the assistant or to a queue.");
        one.MapPost("agent-messages", Post).WithName("PostAgentMessage").WithProblems(409).WithSummary("The agent who has the floor writes to the customer.");
        one.MapPost("notes", AddNote).WithName("AddNote").WithSummary("A note that staff alone read.");
    }

    private static async Task<Ok<ChangedBody>> Escalate(Escalate body, HttpContext http, ISupportGrains grains) =>
        TypedResults.Ok(new ChangedBody(await Grain(http, grains).Escalate(body, CancellationToken.None)));

    private static async Task<Ok<ClaimReceipt>> Claim(ClaimBody body, HttpContext http, ISupportGrains grains)
    {
        var agent = StaffIdentity.Of(body.AgentId, body.AgentName);
        var command = new ClaimConversation { AgentId = agent.AgentId, AgentName = agent.Name, PictureUrl = body.PictureUrl };
        var key = http.Conversation();
        return TypedResults.Ok(await grains.Agent(AgentKey.Of(key.Store, agent.AgentId)).Claim(command, key.GrainKey, CancellationToken.None));
    }

    private static async Task<Ok<ChangedBody>> Release(ReleaseBody body, HttpContext http, ISupportGrains grains)
    {
        var command = new ReleaseConversation { AgentId = StaffIdentity.Of(body.AgentId).AgentId, Desk = body.Desk, Note = body.Note };
        return TypedResults.Ok(new ChangedBody(await Grain(http, grains).Release(command, CancellationToken.None)));
    }

    private static async Task<Accepted<PostReceipt>> Post(AgentMessageBody body, HttpContext http, ISupportGrains grains) =>
        TypedResults.Accepted((string?)null, await Grain(http, grains).PostAsAgent(body.ToCommand(), CancellationToken.None));

    private static async Task<Accepted<PostReceipt>> AddNote(AgentMessageBody body, HttpContext http, ISupportGrains grains) =>
        TypedResults.Accepted((string?)null, await Grain(http, grains).AddNote(body.ToCommand(), CancellationToken.None));

    private static IConversationGrain Grain(HttpContext http, ISupportGrains grains) => grains.Conversation(http.Conversation());
}
