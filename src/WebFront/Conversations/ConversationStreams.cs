using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using SupportPlatform.Conversations.Relay;
using SupportPlatform.Conversations.Wire;
using SupportPlatform.Hosting;
using SupportPlatform.Security;

namespace SupportPlatform.Conversations;

/// <summary>Conversations as server-sent events.</summary>
internal static class ConversationStreams
{
    private const string ContentType = "text/event-stream";

    /// <summary>Maps them.</summary>
    public static void MapConversationStreams(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/conversations/{id}/events", Follow)
            .WithAccess(AccessRule.Conversation)
            .RequireRateLimiting(AddressLimits.Connections).WithTags("Conversations").WithName("FollowConversation")
            .WithSummary("Everything after an event number as server-sent events: what was missed, the answer so far, then live.")
            .WithDescription("`id` is the event's number and `event` its type; `data` is `{seq, type, at, data}`. Live frames have no id: `snapshot` and `delta` `{turnId, offset, text}`, `typing` `{isTyping, isHuman}`, `status` `{turnId, status}`. The header Last-Event-ID goes before `after`.")
            .Produces<string>(StatusCodes.Status200OK, ContentType).WithProblems(400, 401, 403, 404, 429, 503);
        app.MapPost("/widget/conversations/{id}/messages/stream", Ask)
            .WithAccess(AccessRule.Conversation)
            .RequireRateLimiting(AddressLimits.Connections).WithTags("Widget").WithName("AskAndStream")
            .WithSummary("Posts a message and streams its answer.")
            .WithDescription("Lines `data: {\"type\":\"chunk\",\"content\":…}`, `{\"type\":\"reset\"}` (what was sent so far is taken back), `{\"type\":\"action\",\"action\":…}`, `{\"type\":\"done\"}`.")
            .Produces<string>(StatusCodes.Status200OK, ContentType).WithProblems(400, 401, 403, 404, 413, 429, 503);
    }

    private static async Task Follow(
        HttpContext http,
        ISupportGrains grains,
        ConversationRelays relays,
        StreamHeartbeats heartbeats,
        IHostApplicationLifetime lifetime,
        CancellationToken cancellationToken,
        long after = 0)
    {
        var key = http.Conversation();
        var caller = CallerContext.Current!;
        var from = Math.Max(0, LastEventId(http.Request) ?? after);
        var view = await grains.Conversation(key).GetView(cancellationToken);
        await Open(http);
        using var stream = new EventStreamSubscriber(http.Response, from);
        await Run(http, stream, relays.Join(key, Audience.Customer, caller, view.LastSeq, stream), heartbeats, lifetime);
    }

    private static async Task Ask(
        AskBody body,
        HttpContext http,
        ISupportGrains grains,
        ConversationRelays relays,
        RequestRateLimits limits,
        WebFrontInstruments instruments,
        StreamHeartbeats heartbeats,
        IHostApplicationLifetime lifetime,
        CancellationToken cancellationToken)
    {
        var key = http.Conversation();
        var caller = CallerContext.Current!;
        limits.CheckMessage(caller, key.Store);
        var receipt = await grains.Conversation(key).Post(
            new PostMessage
            {
                Text = body.Text ?? body.Content ?? "",
                ClientMessageId = body.ClientMessageId ?? Guid.CreateVersion7().ToString("N"),
                Attachments = body.Attachments,
            },
            CancellationToken.None);
        instruments.MessageAccepted();
        var view = await grains.Conversation(key).GetView(cancellationToken);
        await Open(http);
        using var stream = new AnswerStreamSubscriber(http.Response, receipt.Seq);
        await Run(http, stream, relays.Join(key, Audience.Customer, caller, view.LastSeq, stream), heartbeats, lifetime);
    }

    private static async Task Open(HttpContext http)
    {
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        http.Response.ContentType = ContentType;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        await http.Response.Body.WriteAsync(EventStreamFrames.Opening, http.RequestAborted);
    }

    /// <summary>Holds the response open until the client leaves, the stream is done, or the host stops.</summary>
    private static async Task Run(
        HttpContext http, StreamSubscriber stream, ConversationRelay relay, StreamHeartbeats heartbeats, IHostApplicationLifetime lifetime)
    {
        using var beating = heartbeats.Add(stream, relay);
        try
        {
            await using var left = http.RequestAborted.UnsafeRegister(static s => ((StreamSubscriber)s!).End(null), stream);
            await using var stopping = lifetime.ApplicationStopping.UnsafeRegister(static s => ((StreamSubscriber)s!).End(null), stream);
            await stream.Ended;
        }
        finally
        {
            relay.Leave(stream);
        }

        // A batch may still be on its way into the response.
        await stream.Drained();
    }

    private static long? LastEventId(HttpRequest request) =>
        long.TryParse(request.Headers["Last-Event-ID"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
