using Microsoft.AspNetCore.Http.HttpResults;
using SupportPlatform.Hosting;
using SupportPlatform.Security;

namespace SupportPlatform.Conversations;

/// <summary>What staff do to the assistant of a conversation, over HTTP.</summary>
internal static class CockpitEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapCockpit(this IEndpointRouteBuilder app)
    {
        var one = app.MapGroup("/api/conversations/{id}").WithTags("Cockpit")
            .WithAccess(AccessRule.Staff).WithProblems(400, 401, 403, 404, 503);
        one.MapGet("brief", GetBrief).WithName("GetBrief").WithSummary("The conversation in short, for somebody who takes it over; no model is asked.");
        one.MapPost("whispers", Whisper).WithName("Whisper").WithSummary("Guides the assistant for the rest of the conversation; customers never see it.");
        one.MapPut("approval", SetApproval).WithName("SetApproval").WithSummary("Whether the assistant's answers wait for approval here.");
        one.MapPost("drafts/{draftId}:approve", Approve).WithName("ApproveDraft").WithSummary("Sends a draft, changed where a text is given; false when it is decided or stale.");
        one.MapPost("drafts/{draftId}:reject", Reject).WithName("RejectDraft").WithSummary("Refuses a draft: with guidance the assistant tries again, without the customer is offered a person.");
        one.MapPost("stop", Stop).WithName("StopTurn").WithSummary("Stops the running turn and what of it waits for approval.");
    }

    private static async Task<Ok<ConversationBrief>> GetBrief(HttpContext http, ISupportGrains grains, CancellationToken cancellationToken) =>
        TypedResults.Ok(await Grain(http, grains).GetBrief(cancellationToken));

    private static async Task<Accepted<PostReceipt>> Whisper(AgentMessageBody body, HttpContext http, ISupportGrains grains) =>
        TypedResults.Accepted((string?)null, await Grain(http, grains).Whisper(body.ToCommand(), CancellationToken.None));

    private static async Task<Ok<ChangedBody>> SetApproval(ApprovalBody body, HttpContext http, ISupportGrains grains)
    {
        var agent = StaffIdentity.Of(body.AgentId, body.AgentName);
        var command = new SetApproval { AgentId = agent.AgentId, AgentName = agent.Name, Required = body.Required };
        return TypedResults.Ok(new ChangedBody(await Grain(http, grains).SetApproval(command, CancellationToken.None)));
    }

    private static async Task<Ok<ChangedBody>> Approve(string draftId, DraftBody body, HttpContext http, ISupportGrains grains)
    {
        var agent = StaffIdentity.Of(body.AgentId, body.AgentName);
        var command = new ApproveDraft { DraftId = draftId, AgentId = agent.AgentId, AgentName = agent.Name, Text = body.Text };
        return TypedResults.Ok(new ChangedBody(await Grain(http, grains).ApproveDraft(command, CancellationToken.None)));
    }

    private static async Task<Ok<ChangedBody>> Reject(string draftId, DraftBody body, HttpContext http, ISupportGrains grains)
    {
        var agent = StaffIdentity.Of(body.AgentId, body.AgentName);
        var command = new RejectDraft { DraftId = draftId, AgentId = agent.AgentId, AgentName = agent.Name, Guidance = body.Guidance };
        return TypedResults.Ok(new ChangedBody(await Grain(http, grains).RejectDraft(command, CancellationToken.None)));
    }

    private static async Task<Ok<ChangedBody>> Stop(HttpContext http, ISupportGrains grains) =>
        TypedResults.Ok(new ChangedBody(await grains.Conversation(http.Conversation()).CancelTurn(CancellationToken.None)));

    private static ICockpitGrain Grain(HttpContext http, ISupportGrains grains) => grains.Cockpit(http.Conversation());
}
