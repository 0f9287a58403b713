using Microsoft.AspNetCore.SignalR;
using SupportPlatform.Agents;
using SupportPlatform.Conversations.Chat;
using SupportPlatform.Conversations.Relay;
using SupportPlatform.Hosting;
using SupportPlatform.Security;
using SupportPlatform.Stores;

namespace SupportPlatform.Conversations.Staff;

/// <summary>
/// The console over SignalR: a socket watches one store's lists and has up to 20 conversations open. Commands go over HTTP.
/// Every call is authenticated anew, so that whoever is signed out is refused at the next one.
/// </summary>
internal sealed class StaffHub(
    ISupportGrains grains, StaffSessions sessions, ConversationRelays relays, StaffWatchServices watches) : Hub
{
    private const int MostOpen = 20;
    private static readonly object SessionKey = new();

    private StaffSocket Socket => (StaffSocket)Context.Items[SessionKey]!;

    private HttpContext Http => Context.GetHttpContext() ?? throw new InvalidOperationException("The connection has no request.");

    /// <inheritdoc/>
    public override Task OnConnectedAsync()
    {
        Context.Items[SessionKey] = new StaffSocket(HubConnectionItem.Of(Context));
        return base.OnConnectedAsync();
    }

    /// <summary>Says what a store looks like, and what changes of that from now on; in place of a store watched before.</summary>
    [HubMethodName("watch")]
    public async Task<WatchReply> Watch(WatchRequest request)
    {
        var store = StoreKey.Check(request.Store);
        var (caller, agentId) = await Authenticate(store, request.AgentId);
        CallerContext.Current = caller;
        var view = await grains.StaffFeed(store).Get(agentId, Context.ConnectionAborted);
        Socket.Watch?.Dispose();
        Socket.Watch = new StaffWatch(watches, Socket.Connection, Http, store, caller, agentId, view.At);

        // The socket may have closed meanwhile, after its own clean-up.
        if (Context.ConnectionAborted.IsCancellationRequested) Socket.Watch.Dispose();
        return new WatchReply { Counts = view.Counts, Agents = view.Agents, Me = view.Me };
    }

    /// <summary>Watches no store any more.</summary>
    [HubMethodName("unwatch")]
    public void Unwatch()
    {
        Socket.Watch?.Dispose();
        Socket.Watch = null;
    }

    /// <summary>Follows a conversation from an event on.</summary>
    [HubMethodName("open")]
    public async Task<OpenReply> Open(OpenRequest request)
    {
        var key = Parse(request.ConversationId);
        var (caller, agentId) = await Authenticate(key.Store, request.AgentId);
        CallerContext.Current = caller;
        if (!Socket.Open.ContainsKey(key) && Socket.Open.Count >= MostOpen)
            throw new SupportException(ProblemCodes.InvalidRequest, $"At most {MostOpen} conversations are open at a time.");
        var reading = grains.Conversations(key.Store).GetLine(key.PublicId, Context.ConnectionAborted);
        var viewing = grains.Conversation(key).GetView(Context.ConnectionAborted);
        var seeing = grains.Conversation(key).See(Window(null), Context.ConnectionAborted);
        await Task.WhenAll(reading, viewing, seeing);
        var (line, view, viewers) = (await reading, await viewing, await seeing);
        Leave(key);
        var subscriber = new StaffSubscriber(Socket.Connection, key.PublicId, Math.Max(0, request.After));
        var relay = relays.Join(key, Audience.Staff, caller, view.LastSeq, subscriber);
        Socket.Open[key] = new OpenConversation(caller, agentId, relay, subscriber);
        if (Context.ConnectionAborted.IsCancellationRequested) Leave(key);
        return new OpenReply { Line = line, LastSeq = view.LastSeq, Viewers = viewers };
    }

    /// <summary>Follows a conversation no longer.</summary>
    [HubMethodName("close")]
    public async Task Close(ConversationRequest request)
    {
        if (Leave(Parse(request.ConversationId)) is not { } open) return;
        CallerContext.Current = open.Caller;
        await grains.Conversation(open.Relay.Key).See(Window(null), Context.ConnectionAborted);
    }

    /// <summary>Says that the agent looks at an open conversation, or types in it; to be repeated within 25 seconds.</summary>
    [HubMethodName("seeing")]
    public async Task Seeing(SeeingRequest request)
    {
        var key = Parse(request.ConversationId);
        if (!Socket.Open.TryGetValue(key, out var open)) throw new SupportException(FrontProblemCodes.NotJoined, "Open the conversation first.");
        var (caller, agentId) = await Authenticate(key.Store, request.AgentId ?? open.AgentId);
        CallerContext.Current = caller;
        if (agentId is null) throw new SupportException(ProblemCodes.InvalidRequest, "Say who looks: agentId.");
        var profile = await Profile(key.Store, agentId);
        var viewer = new Viewer { AgentId = agentId, Name = profile?.Name ?? caller.Name ?? agentId, PictureUrl = profile?.PictureUrl, State = request.State };
        await grains.Conversation(key).See(Window(viewer), Context.ConnectionAborted);
    }

    /// <summary>Says that the agent is there, and with what presence if that changes.</summary>
    [HubMethodName("presence")]
    public async Task<AgentView> Presence(PresenceRequest request)
    {
        if (Socket.Watch is not { } watch) throw new SupportException(FrontProblemCodes.NotJoined, "Watch a store first.");
        var (caller, agentId) = await Authenticate(watch.Store, request.AgentId ?? watch.AgentId);
        CallerContext.Current = caller;
        return await grains.Agent(AgentKey.Of(watch.Store, agentId)).SetPresence(request.Presence, Context.ConnectionAborted);
    }

    /// <inheritdoc/>
    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        Unwatch();
        foreach (var key in Socket.Open.Keys.ToArray())
        {
            if (Leave(key) is not { } open) continue;
            CallerContext.Current = open.Caller;
            await grains.Conversation(key).See(Window(null), CancellationToken.None);
        }
    }

    private static ConversationKey Parse(string? conversationId) => ConversationKey.TryParsePublic(conversationId, out var key)
        ? key
        : throw new SupportException(ProblemCodes.ConversationNotFound, "There is no such conversation.");

    private async ValueTask<(Caller Caller, string? AgentId)> Authenticate(string store, string? given)
    {
        var caller = await sessions.AuthenticateStaff(Http, store, Context.ConnectionAborted);
        return (caller, caller.Kind == CallerKind.Staff ? caller.AgentId : given);
    }

    private SeeConversation Window(Viewer? viewer) => new() { WindowId = Context.ConnectionId, Viewer = viewer };

    private async ValueTask<AgentProfile?> Profile(string store, string agentId)
    {
        if (Socket.Profile is { } known && known.Store == store && known.AgentId == agentId) return known.Profile;
        var view = await grains.StaffFeed(store).Get(agentId, Context.ConnectionAborted);
        Socket.Profile = (store, agentId, view.Me?.Profile);
        return view.Me?.Profile;
    }

    private OpenConversation? Leave(ConversationKey key)
    {
        if (!Socket.Open.Remove(key, out var open)) return null;
        open.Subscriber.Left();
        open.Relay.Leave(open.Subscriber);
        return open;
    }
}
