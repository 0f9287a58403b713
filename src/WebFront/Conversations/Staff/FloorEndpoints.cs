using Microsoft.AspNetCore.Http.HttpResults;
using SupportPlatform.Agents;
using SupportPlatform.Hosting;
using SupportPlatform.Security;

namespace SupportPlatform.Conversations.Staff;

/// <summary>Who gets a conversation, and how staff keep their lists in order, over HTTP.</summary>
internal static class FloorEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapFloor(this IEndpointRouteBuilder app)
    {
        var one = app.MapGroup("/api/conversations/{id}").WithTags("Staff")
            .WithAccess(AccessRule.Staff).WithProblems(400, 401, 403, 404, 503);
        one.MapPost("transfer", Transfer).WithName("TransferConversation").WithProblems(409)
            .WithSummary("Gives the conversation to another agent, who has the floor at once, or to a team's queue.");
        one.MapPost("assign", Assign).WithName("AssignConversation").WithProblems(409)
            .WithSummary("Gives the conversation to an agent, from whoever has it.");
        one.MapPost("reopen", Reopen).WithName("ReopenConversation").WithSummary("Opens a resolved conversation again.");
        one.MapPost("snooze", Snooze).WithName("SnoozeConversation")
            .WithSummary("Puts the conversation aside until a time, or wakes it. A message of the customer wakes it, too.");
        one.MapPost("spam", SetSpam).WithName("SetSpam").WithSummary("Says whether the conversation is spam, in which nobody answers.");
        one.MapPost("tags", Tag).WithName("TagConversation").WithProblems(409).WithSummary("Adds and removes tags.");
        one.MapPost("priority", SetPriority).WithName("SetPriority")
            .WithSummary("Says how pressing the conversation is; in a queue each level counts as five minutes of waiting.");
        one.MapGet("context", GetContext).WithName("GetConversationContext").WithSummary("What an agent wants to know beside what was said.");
    }

    private static async Task<Ok<ChangedBody>> Transfer(TransferConversation body, HttpContext http, ISupportGrains grains) =>
        Changed(await Give(body, http.Conversation(), grains));

    private static async Task<Ok<ChangedBody>> Assign(TransferConversation body, HttpContext http, ISupportGrains grains) => body.AgentId is null
        ? throw new SupportException(ProblemCodes.InvalidRequest, "Say to whom: agentId.")
        : Changed(await Give(body, http.Conversation(), grains));

    private static async Task<Ok<ChangedBody>> Reopen(ReopenConversation? body, HttpContext http, ISupportGrains grains) =>
        Changed(await Grain(http, grains).ReopenBy(body ?? new ReopenConversation(), CancellationToken.None));

    private static async Task<Ok<ChangedBody>> Snooze(SnoozeConversation body, HttpContext http, ISupportGrains grains) =>
        Changed(await Grain(http, grains).Snooze(body, CancellationToken.None));

    private static async Task<Ok<ChangedBody>> SetSpam(MarkSpam body, HttpContext http, ISupportGrains grains) =>
        Changed(await Grain(http, grains).SetSpam(body, CancellationToken.None));

    private static async Task<Ok<ChangedBody>> Tag(TagConversation body, HttpContext http, ISupportGrains grains) =>
        Changed(await Grain(http, grains).Tag(body, CancellationToken.None));

    private static async Task<Ok<ChangedBody>> SetPriority(SetPriority body, HttpContext http, ISupportGrains grains) =>
        Changed(await Grain(http, grains).SetPriority(body, CancellationToken.None));

    private static async Task<Ok<ConversationContext>> GetContext(HttpContext http, ISupportGrains grains, CancellationToken cancellationToken) =>
        TypedResults.Ok(await grains.Conversations(http.Conversation().Store).GetContext(http.Conversation().PublicId, cancellationToken));

    /// <summary>Gives a conversation away: to an agent through the agent, whose slots count.</summary>
    internal static Task<bool> Give(TransferConversation command, ConversationKey key, ISupportGrains grains) =>
        command is { AgentId: { } agentId, Desk: null }
            ? grains.Agent(AgentKey.Of(key.Store, agentId)).Receive(command, key.GrainKey, CancellationToken.None)
            : grains.Conversation(key).Transfer(command, CancellationToken.None);

    private static IConversationGrain Grain(HttpContext http, ISupportGrains grains) => grains.Conversation(http.Conversation());

    private static Ok<ChangedBody> Changed(bool changed) => TypedResults.Ok(new ChangedBody(changed));
}
