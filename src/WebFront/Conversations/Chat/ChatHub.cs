using Microsoft.AspNetCore.SignalR;
using SupportPlatform.Conversations.Relay;
using SupportPlatform.Conversations.Wire;
using SupportPlatform.Hosting;
using SupportPlatform.Security;

namespace SupportPlatform.Conversations.Chat;

/// <summary>
/// The chat over SignalR. A socket joins one conversation at a time; joining again replaces what it follows. A
/// <c>response_chunk</c> whose offset is not the end of what a client has of that turn replaces it from that offset on:
/// a client that comes in the middle, or was slow, gets the text so far with offset 0 or its own place.
/// </summary>
internal sealed class ChatHub(
    ISupportGrains grains,
    CallerAuthenticator authenticator,
    ConversationRelays relays,
    RequestRateLimits limits,
    StoreOrigins origins,
    WebFrontInstruments instruments) : Hub
{
    private static readonly object SessionKey = new();

    private ChatSession Session => Context.Items.TryGetValue(SessionKey, out var session) && session is ChatSession joined
        ? joined
        : throw new SupportException(FrontProblemCodes.NotJoined, "Join a conversation first.");

    /// <summary>Follows a conversation from an event on.</summary>
    [HubMethodName("join")]
    public async Task<JoinReply> Join(JoinRequest request)
    {
        if (!ConversationKey.TryParsePublic(request.ConversationId, out var key))
            throw new SupportException(ProblemCodes.ConversationNotFound, "There is no such conversation.");
        var http = Context.GetHttpContext() ?? throw new InvalidOperationException("The connection has no request.");
        if (!await origins.IsAllowed(http.Request, key.Store, Context.ConnectionAborted))
            throw new SupportException(ProblemCodes.OriginNotAllowed, "Pages of this origin may not call this store.");
        var token = request.Token ?? AccessToken.Of(http.Request);
        var caller = await authenticator.Authenticate(token, key.Store, Context.ConnectionAborted);
        CallerContext.Current = caller;
        var view = await grains.Conversation(key).GetView(Context.ConnectionAborted);

        Leave();
        var after = Math.Max(0, request.After);
        long? begins = after == 0 && request.Last is { } last ? Math.Max(0, view.LastSeq - Math.Clamp(last, 1, Limits.PageSize)) : null;
        var subscriber = new HubSubscriber(HubConnectionItem.Of(Context), key.PublicId, begins ?? after, after > 0 ? after : view.LastSeq);
        var relay = relays.Join(key, Audience.Customer, caller, view.LastSeq, subscriber);
        Context.Items[SessionKey] = new ChatSession(key, caller, relay, subscriber);

        // The socket may have closed meanwhile, after its own clean-up.
        if (Context.ConnectionAborted.IsCancellationRequested) Leave();
        return new JoinReply
        {
            ConversationId = key.PublicId,
            Status = view.Status,
            LastSeq = view.LastSeq,
            After = begins,
            AgentName = view.AgentName,
            AgentPictureUrl = view.AgentPictureUrl,
            QueuePosition = view.QueuePosition,
        };
    }

    /// <summary>Earlier events of the joined conversation.</summary>
    [HubMethodName("read")]
    public async Task<ReadReply> Read(ReadRequest request)
    {
        var session = Session;
        CallerContext.Current = session.Caller;
        var page = await grains.Conversation(session.Key).GetEvents(
            request.After, Math.Clamp(request.Limit, 1, Limits.PageSize), Audience.Customer, Context.ConnectionAborted);
        return new ReadReply { Events = [.. page.Events.Select(WireEvent.Of)], Through = page.Through };
    }

    /// <summary>Posts a message into the joined conversation; the answer comes as frames.</summary>
    [HubMethodName("send_message")]
    public async Task<PostReceipt> SendMessage(SendMessageRequest request)
    {
        var session = Session;
        limits.CheckMessage(session.Caller, session.Key.Store);
        CallerContext.Current = session.Caller;
        var command = new PostMessage
        {
            ClientMessageId = request.ClientMessageId,
            Text = request.Content,
            Attachments = request.Attachments.IsDefault ? [] : request.Attachments,
        };
        var receipt = await grains.Conversation(session.Key).Post(command, CancellationToken.None);
        instruments.MessageAccepted();
        return receipt;
    }

    /// <summary>The visitor types.</summary>
    [HubMethodName("typing_start")]
    public Task TypingStart() => SetTyping(true);

    /// <summary>The visitor has stopped typing.</summary>
    [HubMethodName("typing_stop")]
    public Task TypingStop() => SetTyping(false);

    /// <inheritdoc/>
    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        if (Leave() is { IsTyping: true } session)
        {
            CallerContext.Current = session.Caller;
            await grains.Conversation(session.Key).SetTyping(false, CancellationToken.None);
        }
    }

    private async Task SetTyping(bool isTyping)
    {
        var session = Session;
        session.IsTyping = isTyping;
        CallerContext.Current = session.Caller;
        await grains.Conversation(session.Key).SetTyping(isTyping, Context.ConnectionAborted);
    }

    private ChatSession? Leave()
    {
        if (!Context.Items.Remove(SessionKey, out var item) || item is not ChatSession session) return null;
        session.Relay.Leave(session.Subscriber);
        return session;
    }
}
