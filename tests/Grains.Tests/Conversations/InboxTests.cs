using System.Collections.Immutable;
using SupportPlatform.Agents;
using SupportPlatform.Conversations;
using SupportPlatform.Desk;
using SupportPlatform.Grains.Tests.Hosting;
using SupportPlatform.Security;
using Xunit;
using static SupportPlatform.Grains.Tests.Hosting.Calls;

namespace SupportPlatform.Grains.Tests.Conversations;

[Collection(SiloCollection.Name)]
public sealed class InboxTests(SiloFixture silo)
{
    [Fact]
    public async Task Views_AndCounts_AgreeForEachAgent()
    {
        var store = await silo.NewStore();
        foreach (var (id, desks) in new[] { ("ada", Array.Empty<string>()), ("ben", ["returns"]) })
            await As(Caller.System, () => silo.Grains.GetGrain<IAgentGrain>(AgentKey.Of(store, id)).Put(new AgentProfile { Name = id, Desks = [.. desks] }));
        var all = new List<IConversationGrain>();
        for (var i = 0; i < 9; i++) all.Add(await silo.NewConversation(store));
        await As(Caller.System, () => all[0].Claim(new ClaimConversation { AgentId = "ada", AgentName = "Ada" }));
        await As(Caller.System, () => all[1].Claim(new ClaimConversation { AgentId = "ben", AgentName = "Ben" }));
        await As(Caller.System, () => all[2].Escalate(new Escalate { Reason = EscalationReasons.Asked }));
        await As(Caller.System, () => all[3].Escalate(new Escalate { Reason = EscalationReasons.Legal, Desk = "returns" }));
        await As(Caller.System, () => all[4].Snooze(new SnoozeConversation { Until = DateTimeOffset.UtcNow.AddDays(1) }));
        await As(Caller.System, () => all[5].SetSpam(new MarkSpam { IsSpam = true }));
        await As(Caller.System, () => all[6].Resolve());
        await As(Caller.System, () => all[7].AddNote(Note("@ben look", "ben")));
        foreach (var agent in new[] { "ada", "ben" })
        {
            var counts = await As(Staff(store, agent), () => Lists(store).Count(null));
            var views = new Dictionary<InboxView, int>();
            foreach (var view in Enum.GetValues<InboxView>())
                views[view] = (await As(Staff(store, agent), () => Lists(store).List(new ConversationFilter { View = view }))).Conversations.Length;
            Assert.Equal(
                [counts.Mine, counts.Waiting, counts.Unassigned, counts.Assistant, counts.Others, counts.All, counts.Snoozed, counts.Mentions],
                new[] { InboxView.Mine, InboxView.Waiting, InboxView.Unassigned, InboxView.Assistant, InboxView.Others, InboxView.All, InboxView.Snoozed, InboxView.Mentions }
                    .Select(v => views[v]));
            Assert.Equal((1, 2, agent == "ada" ? 2 : 1, 2, 1, 6, 1, agent == "ada" ? 0 : 1), (counts.Mine, counts.Waiting, counts.Unassigned, counts.Assistant, counts.Others, counts.All, counts.Snoozed, counts.Mentions));
            Assert.Equal((1, 1), (views[InboxView.Spam], views[InboxView.Resolved]));
        }
    }

    [Fact]
    public async Task ListAndQueue_OfOneWhoseCustomerWroteANul_AreRead()
    {
        var store = await silo.NewStore();
        var grain = await silo.NewConversation(store);
        var contact = await As(Caller.System, async () => (await grain.GetView()).ContactId);
        await As(Caller.Visitor(store, contact), () => grain.Post(new PostMessage { ClientMessageId = "1", Text = "I want a person \u0000 now" }));
        await As(Caller.System, () => grain.Escalate(new Escalate { Reason = EscalationReasons.Asked }));

        var line = Assert.Single((await As(Caller.System, () => Lists(store).List(new ConversationFilter { View = InboxView.Waiting }))).Conversations);
        Assert.Equal((MessageRole.Customer, "I want a person \u0000 now"), (line.LastMessage!.Role, line.LastMessage.Text));
        var queue = await As(Caller.System, () => silo.Grains.GetGrain<IDeskGrain>(DeskKey.Of(store, "main")).GetQueue());
        Assert.Single(queue.Waiting);
    }

    [Fact]
    public async Task Line_HasWhatAnAgentSeesAtAGlance()
    {
        var store = await silo.NewStore();
        CallerContext.Current = Caller.Visitor(store, "contact-1") with { Name = "Mia", Email = "mia@shop.example" };
        var grain = silo.Grains.GetGrain<IConversationGrain>(ConversationKey.New(store).GrainKey);
        await grain.Start(new StartConversation { ContactId = "contact-1", Page = new PageVisit { Url = "https://shop.example/sale" } });
        await As(Caller.System, () => grain.Claim(new ClaimConversation { AgentId = "ada", AgentName = "Ada" }));
        var text = new string('x', 159) + "😀 and more";
        await As(Caller.Visitor(store, "contact-1"), () => grain.Post(new PostMessage { ClientMessageId = "m-1", Text = text }));
        await As(Caller.System, () => grain.Tag(new TagConversation { Add = ["vip", "return"] }));
        await As(Caller.System, () => grain.Tag(new TagConversation { Remove = ["return"], Add = ["vip"] }));
        Assert.False(await As(Caller.System, () => grain.Tag(new TagConversation { Add = ["vip"] })));
        await As(Caller.System, () => grain.Rate(new RateAnswer { Score = 4, Comment = "good" }));
        var line = Assert.Single((await As(Staff(store, "ada"), () => Lists(store).List(new ConversationFilter { View = InboxView.Mine, Tag = "vip" }))).Conversations);
        Assert.Equal(("Mia", "Ada", "vip", new string('x', 159)), (line.ContactName, line.AgentName, Assert.Single(line.Tags), line.LastMessage!.Text));
        Assert.Empty((await As(Staff(store, "ada"), () => Lists(store).List(new ConversationFilter { Tag = "return" }))).Conversations);
        var context = await As(Staff(store, "ada"), () => Lists(store).GetContext(line.ConversationId));
        Assert.Equal(("Mia", "mia@shop.example", true), (context.Contact.Name, context.Contact.Email, context.Contact.IsVerified));
        Assert.Equal(("https://shop.example/sale", 4), (context.Page!.Url, context.Rating!.Score));
        var visitors = Assert.Single((await As(Caller.Visitor(store, "contact-1"), () => Lists(store).List(new ConversationFilter { View = InboxView.Spam }))).Conversations);
        Assert.Equal((null, null, 0), (visitors.ContactName, visitors.LastMessage, visitors.Tags.Length));
        var refused = await Assert.ThrowsAsync<SupportException>(() => As(Caller.Visitor(store, "contact-1"), () => Lists(store).GetContext(line.ConversationId)));
        Assert.Equal(ProblemCodes.AccessDenied, refused.Code);
        var other = await silo.NewStore();
        Assert.Equal(ProblemCodes.ConversationNotFound, (await Assert.ThrowsAsync<SupportException>(() => As(Caller.System, () => Lists(other).GetContext(line.ConversationId)))).Code);
    }

    [Fact]
    public async Task Line_OfOneWhoWantsAPerson_HasTheCustomersLastWordsUntilAnAgentWrites()
    {
        var store = await silo.NewStore();
        var grain = await silo.NewConversation(store);
        var text = new string('x', 159) + "😀 and more";
        await grain.Post(new PostMessage { ClientMessageId = "m-1", Text = text });
        await new Follower(grain).UntilAnswers(1);
        Assert.Equal(MessageRole.Assistant, (await Last()).Role);
        await As(Caller.System, () => grain.Escalate(new Escalate { Reason = EscalationReasons.Asked }));
        var waiting = await Last();
        Assert.Equal((MessageRole.Customer, null, new string('x', 159)), (waiting.Role, waiting.Author, waiting.Text));
        await As(Caller.System, () => grain.Claim(new ClaimConversation { AgentId = "ada", AgentName = "Ada" }));
        Assert.Equal(waiting, await Last());
        await As(Caller.System, () => grain.PostAsAgent(new PostAgentMessage { AgentId = "ada", AgentName = "Ada", ClientMessageId = "a-1", Text = "Hello." }));
        Assert.Equal((MessageRole.Agent, "Hello."), ((await Last()).Role, (await Last()).Text));
        await As(Caller.System, () => grain.Release(new ReleaseConversation { AgentId = "ada", Desk = "returns" }));
        Assert.Equal(waiting, await Last());

        async Task<LineMessage> Last() =>
            Assert.Single((await As(Caller.System, () => Lists(store).List(new ConversationFilter { Limit = 10 }))).Conversations).LastMessage!;
    }

    [Fact]
    public async Task See_IsToldToStaffAloneAndTypingToTheCustomerIfTheAgentSpeaks()
    {
        var store = await silo.NewStore();
        var grain = await silo.NewConversation(store);
        await As(Caller.System, () => grain.Claim(new ClaimConversation { AgentId = "ada", AgentName = "Ada" }));
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var staff = Frames(Caller.System, grain, Audience.Staff, stop.Token);
        var customer = Frames(Caller.Visitor(store, "contact-1"), grain, Audience.Customer, stop.Token);
        await As(Staff(store, "ben"), () => grain.See(Seen("w-1", "ben", ViewerState.Typing)));
        Assert.Equal("ben:Typing", await Next(staff, FrameKind.Viewers));
        await As(Staff(store, "ada"), () => grain.See(Seen("w-2", "ada", ViewerState.Typing)));
        Assert.Equal("ada:Typing ben:Typing", await Next(staff, FrameKind.Viewers));
        Assert.Equal("agent True", await Next(customer, FrameKind.Typing));
        await As(Staff(store, "ada"), () => grain.See(Seen("w-2", "ada", ViewerState.Viewing)));
        Assert.Equal("agent False", await Next(customer, FrameKind.Typing));
        Assert.Equal("ada:Viewing ben:Typing", await Next(staff, FrameKind.Viewers));
        await As(Staff(store, "ben"), () => grain.See(new SeeConversation { WindowId = "w-1" }));
        Assert.Equal("ada:Viewing", await Next(staff, FrameKind.Viewers));
        var refused = await Assert.ThrowsAsync<SupportException>(() => As(Staff(store, "ben"), () => grain.See(Seen("w-3", "ada", ViewerState.Viewing))));
        Assert.Equal(ProblemCodes.AccessDenied, refused.Code);
    }

    [Fact]
    public void Viewers_WhoSayNothing_AreForgottenAndTheBusiestWindowCounts()
    {
        var now = DateTimeOffset.UnixEpoch;
        var viewers = new Viewers();
        viewers.Set(Seen("w-1", "ada", ViewerState.Typing), now);
        viewers.Set(Seen("w-2", "ada", ViewerState.Viewing), now.AddSeconds(20));
        Assert.Equal(ViewerState.Typing, Assert.Single(viewers.All).State);
        Assert.False(viewers.Forget(now.AddSeconds(24)));
        Assert.True(viewers.Forget(now.AddSeconds(25)));
        Assert.Equal(ViewerState.Viewing, Assert.Single(viewers.All).State);
        Assert.True(viewers.Forget(now.AddSeconds(45)));
        Assert.Empty(viewers.All);
    }

    private static SeeConversation Seen(string window, string agent, ViewerState state) =>
        new() { WindowId = window, Viewer = new Viewer { AgentId = agent, Name = agent, State = state } };

    private static PostAgentMessage Note(string text, params string[] mentions) =>
        new() { AgentId = "ada", AgentName = "Ada", ClientMessageId = "n-1", Text = text, Mentions = [.. mentions] };

    private static Caller Staff(string store, string agent) => Caller.Staff(store, agent, agent, AgentRole.Agent);

    private static (Caller Caller, IAsyncEnumerator<Frame> Frames) Frames(
        Caller caller, IConversationGrain grain, Audience audience, CancellationToken cancellationToken) =>
        (caller, grain.Follow(0, audience, cancellationToken).GetAsyncEnumerator(cancellationToken));

    private static async Task<string> Next((Caller Caller, IAsyncEnumerator<Frame> Frames) follow, FrameKind kind)
    {
        CallerContext.Current = follow.Caller;
        var frames = follow.Frames;
        while (await frames.MoveNextAsync())
        {
            if (frames.Current.Kind != kind) continue;
            return kind == FrameKind.Typing
                ? $"{frames.Current.Role} {frames.Current.IsTyping}"
                : string.Join(' ', (frames.Current.Viewers ?? ImmutableArray<Viewer>.Empty).Select(v => $"{v.AgentId}:{v.State}"));
        }

        throw new InvalidOperationException("The follow ended.");
    }

    private IConversationsGrain Lists(string store) => silo.Grains.GetGrain<IConversationsGrain>(store);
}
