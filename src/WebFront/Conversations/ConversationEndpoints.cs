using Microsoft.AspNetCore.Http.HttpResults;
using SupportPlatform.Conversations.Wire;
using SupportPlatform.Hosting;
using SupportPlatform.Security;

namespace SupportPlatform.Conversations;

/// <summary>Conversations over HTTP.</summary>
internal static class ConversationEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapConversations(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/stores/{store}/conversations", ConversationStart.Handle)
            .WithAccess(AccessRule.Page).WithTags("Conversations").WithName("StartConversation")
            .WithSummary("Begins a conversation, for a new visitor or for the one whose token comes along.").WithProblems(400, 401, 403, 404, 429, 503);

        var one = app.MapGroup("/api/conversations/{id}").WithTags("Conversations")
            .WithAccess(AccessRule.Conversation).WithProblems(401, 403, 404, 503);
        one.MapGet("", Get).WithName("GetConversation").WithSummary("The conversation at this moment.");
        one.MapPost("messages", Post).WithName("PostMessage").WithProblems(400, 409, 413, 429)
            .WithSummary("Posts a message; returns once it is kept. The answer follows in the events.");
        one.MapGet("messages", GetMessages).WithName("GetMessages").WithSummary("The messages after an event number.");
        one.MapPost("resolve", Resolve).WithName("ResolveConversation").WithSummary("Marks the conversation as resolved; a new message reopens it.");
        one.MapPost("ratings", Rate).WithName("RateConversation").WithProblems(400, 429)
            .WithSummary("Rates an answer or the conversation; the last rating of each counts.");
        one.MapPost("contact", ContactIdentification.Handle).WithName("IdentifyContact").WithProblems(400, 429)
            .WithSummary("Takes over what the caller began as a visitor: the caller's token is of a contact that the store knows.");
        one.MapPost("cancel", Cancel).WithName("CancelTurn").WithSummary("Stops the answer that is being written.");
    }

    private static async Task<Ok<ConversationView>> Get(HttpContext http, ISupportGrains grains, CancellationToken cancellationToken) =>
        TypedResults.Ok(await Grain(http, grains).GetView(cancellationToken));

    private static async Task<Accepted<PostReceipt>> Post(
        PostMessageBody body, HttpContext http, ISupportGrains grains, RequestRateLimits limits, WebFrontInstruments instruments)
    {
        var key = http.Conversation();
        limits.CheckMessage(CallerContext.Current!, key.Store);

        // A client that hangs up has still sent its message; it learns the outcome by repeating it.
        var receipt = await grains.Conversation(key).Post(
            new PostMessage { ClientMessageId = body.ClientMessageId, Text = body.Text, Attachments = body.Attachments }, CancellationToken.None);
        instruments.MessageAccepted();
        return TypedResults.Accepted((string?)null, receipt);
    }

    private static async Task<Ok<MessagePage>> GetMessages(
        HttpContext http, ISupportGrains grains, CancellationToken cancellationToken, long after = 0, int limit = Limits.DefaultPage)
    {
        var grain = Grain(http, grains);
        limit = Math.Clamp(limit, 1, Limits.PageSize);
        var messages = new List<WireEvent>();
        var page = await grain.GetEvents(after, Limits.PageSize, Audience.Customer, cancellationToken);
        while (true)
        {
            foreach (var e in page.Events)
            {
                if (e.Type != EventTypes.MessagePosted) continue;
                messages.Add(WireEvent.Of(e));
                if (messages.Count == limit) return Page(messages, e.Seq, page.HasMore || e.Seq < page.Through);
            }

            if (!page.HasMore) return Page(messages, page.Through, hasMore: false);
            page = await grain.GetEvents(page.Through, Limits.PageSize, Audience.Customer, cancellationToken);
        }
    }

    private static async Task<Ok<ChangedBody>> Resolve(HttpContext http, ISupportGrains grains) =>
        TypedResults.Ok(new ChangedBody(await Grain(http, grains).Resolve(CancellationToken.None)));

    private static async Task<Ok<ChangedBody>> Cancel(HttpContext http, ISupportGrains grains) =>
        TypedResults.Ok(new ChangedBody(await Grain(http, grains).CancelTurn(CancellationToken.None)));

    private static async Task<Ok<ChangedBody>> Rate(RatingBody body, HttpContext http, ISupportGrains grains, RequestRateLimits limits)
    {
        var key = http.Conversation();
        limits.CheckMessage(CallerContext.Current!, key.Store);
        var command = new RateAnswer { MessageId = body.MessageId, Score = body.Score, Comment = body.Comment };
        return TypedResults.Ok(new ChangedBody(await grains.Conversation(key).Rate(command, CancellationToken.None)));
    }

    private static IConversationGrain Grain(HttpContext http, ISupportGrains grains) => grains.Conversation(http.Conversation());

    private static Ok<MessagePage> Page(List<WireEvent> messages, long through, bool hasMore) =>
        TypedResults.Ok(new MessagePage { Messages = messages, Through = through, HasMore = hasMore });
}
