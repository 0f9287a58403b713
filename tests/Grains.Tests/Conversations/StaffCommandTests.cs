using SupportPlatform.Agents;
using SupportPlatform.Conversations;
using SupportPlatform.Desk;
using SupportPlatform.Grains.Tests.Hosting;
using SupportPlatform.Security;
using Xunit;
using static SupportPlatform.Grains.Tests.Hosting.Calls;

namespace SupportPlatform.Grains.Tests.Conversations;

[Collection(SiloCollection.Name)]
public sealed class StaffCommandTests(SiloFixture silo)
{
    [Fact]
    public async Task Transfer_OfTwoConversationsAtOnceToTheLastSlot_OneWins()
    {
        for (var round = 0; round < 10; round++)
        {
            var store = await silo.NewStore();
            var ben = await NewAgent(store, "ben", slots: 1);
            var grains = new[] { await silo.NewConversation(store), await silo.NewConversation(store) };
            var outcomes = await Task.WhenAll(grains.Select(g => Outcome(() => Receive(ben, g, by: "ada"))));
            Assert.Equal(["changed", ProblemCodes.NoFreeSlot], outcomes.Order());
            Assert.Equal(1, (await AsSystem(() => ben.Get())).Conversations);
        }
    }

    // Beside the agents' grains the slots meet in the database alone, as between two silos.
    [Fact]
    public async Task Transfer_ToTheLastSlotBesideTheAgentsGrain_NeverExceedsIt()
    {
        var store = await silo.NewStore();
        var ben = await NewAgent(store, "ben", slots: 1);
        var grains = new List<IConversationGrain>();
        for (var i = 0; i < 10; i++) grains.Add(await silo.NewConversation(store));
        var outcomes = await Task.WhenAll(grains.Select(g => Outcome(() => g.Transfer(new TransferConversation { AgentId = "ben" }))));
        Assert.Single(outcomes, "changed");
        Assert.All(outcomes, o => Assert.Contains(o, new[] { "changed", ProblemCodes.Busy, ProblemCodes.NoFreeSlot }));
        Assert.Equal(1, (await AsSystem(() => ben.Get())).Conversations);
    }

    [Fact]
    public async Task Transfer_OfOneConversationToTwoAtOnce_OneHasIt()
    {
        for (var round = 0; round < 10; round++)
        {
            var store = await silo.NewStore();
            var (ada, ben, cem) = (await NewAgent(store, "ada"), await NewAgent(store, "ben"), await NewAgent(store, "cem"));
            var grain = await silo.NewConversation(store);
            await AsSystem(() => ada.Claim(Claim("ada"), grain.GetPrimaryKeyString()));
            var outcomes = await Task.WhenAll(AsAgent(store, "ada", () => Outcome(() => Receive(ben, grain))), AsAgent(store, "ada", () => Outcome(() => Receive(cem, grain))));

            // Whoever comes second finds that the floor is no longer ada's to give.
            Assert.Equal(["changed", ProblemCodes.NotYourConversation], outcomes.Order());
            var held = new List<int>();
            foreach (var agent in new[] { ada, ben, cem }) held.Add((await AsSystem(() => agent.Get())).Conversations);
            Assert.Equal(1, held.Sum());
            Assert.Equal(0, held[0]);
        }
    }

    [Fact]
    public async Task Transfer_BySomebodyElse_IsForSupervisorsAlone()
    {
        var store = await silo.NewStore();
        var (ada, ben) = (await NewAgent(store, "ada"), await NewAgent(store, "ben"));
        var grain = await silo.NewConversation(store);
        await AsSystem(() => ada.Claim(Claim("ada"), grain.GetPrimaryKeyString()));
        Assert.Equal(ProblemCodes.NotYourConversation, await AsAgent(store, "ben", () => Outcome(() => Receive(ben, grain))));
        Assert.Equal("changed", await AsAgent(store, "eve", () => Outcome(() => Receive(ben, grain)), AgentRole.Supervisor));
        Assert.Equal("same", await AsAgent(store, "eve", () => Outcome(() => Receive(ben, grain)), AgentRole.Supervisor));
        var events = await Events(grain);
        Assert.Contains("\"by\":{\"agentId\":\"eve\"", events.Single(e => e.Type == EventTypes.Transferred).Data, StringComparison.Ordinal);
        CallerContext.Current = Caller.Visitor(store, "contact-1");
        var seen = (await grain.GetEvents(0, 100, Audience.Customer)).Events.Select(e => e.Type);
        Assert.Equal([EventTypes.ConversationStarted, EventTypes.AgentJoined, EventTypes.AgentLeft, EventTypes.AgentJoined], seen);
        Assert.Equal(ProblemCodes.AgentNotFound, await AsAgent(store, "ben", () => Outcome(() => grain.Transfer(new TransferConversation { AgentId = "nobody" }))));
    }

    [Fact]
    public async Task Transfer_ToADesk_MovesWhatWaits()
    {
        var store = await silo.NewStore();
        var grain = await silo.NewConversation(store);
        await AsSystem(() => grain.Escalate(new Escalate { Reason = EscalationReasons.Asked }));
        Assert.True(await AsSystem(() => grain.Transfer(new TransferConversation { Desk = "returns", Note = "A return." })));
        Assert.False(await AsSystem(() => grain.Transfer(new TransferConversation { Desk = "returns" })));
        Assert.Empty((await AsSystem(() => Queue(store, "main"))).Waiting);
        Assert.Single((await AsSystem(() => Queue(store, "returns"))).Waiting);
    }

    [Fact]
    public async Task Snooze_LeavesTheQueueAndComesBackInTime()
    {
        var store = await silo.NewStore();
        var grain = await silo.NewConversation(store);
        await AsSystem(() => grain.Escalate(new Escalate { Reason = EscalationReasons.Asked }));
        var until = DateTimeOffset.UtcNow.AddSeconds(1.5);
        Assert.True(await AsSystem(() => grain.Snooze(new SnoozeConversation { Until = until })));
        Assert.False(await AsSystem(() => grain.Snooze(new SnoozeConversation { Until = until })));
        Assert.Empty((await AsSystem(() => Queue(store, "main"))).Waiting);
        Assert.Equal(1, (await AsSystem(() => Lists(store).Count(null))).Snoozed);

        // The sweeper wakes it, in a silo that was started anew.
        await silo.Restart();
        grain = silo.Grains.GetGrain<IConversationGrain>(grain.GetPrimaryKeyString());
        CallerContext.Current = Caller.System;
        await new Follower(grain, Audience.Staff).Until(f => f.Events.Any(e => e.Type == EventTypes.Woken));
        Assert.Single((await AsSystem(() => Queue(store, "main"))).Waiting);
        var counts = await AsSystem(() => Lists(store).Count(null));
        Assert.Equal((0, 1, 1, 1), (counts.Snoozed, counts.Waiting, counts.Unassigned, counts.All));
    }

    [Fact]
    public async Task Snooze_CustomerWrites_WakesAtOnce()
    {
        var store = await silo.NewStore();
        var grain = await silo.NewConversation(store);
        await AsSystem(() => grain.Snooze(new SnoozeConversation { Until = DateTimeOffset.UtcNow.AddDays(1) }));
        CallerContext.Current = Caller.Visitor(store, "contact-1");
        await grain.Post(new PostMessage { ClientMessageId = "m-1", Text = "hello" });
        Assert.Contains(await Events(grain), e => e.Type == EventTypes.Woken);
        Assert.Equal(0, (await AsSystem(() => Lists(store).Count(null))).Snoozed);
        await Assert.ThrowsAsync<SupportException>(() => AsSystem(() => grain.Snooze(new SnoozeConversation { Until = DateTimeOffset.UtcNow.AddDays(-1) })));
    }

    [Fact]
    public async Task SetSpam_TakesAndAnswersNothingUntilItIsNone()
    {
        var store = await silo.NewStore();
        var grain = await silo.NewConversation(store);
        await AsSystem(() => grain.SetSpam(new MarkSpam { IsSpam = true }));
        CallerContext.Current = Caller.Visitor(store, "contact-1");
        var message = new PostMessage { ClientMessageId = "m-1", Text = "hello" };
        Assert.Equal(ProblemCodes.ConversationBlocked, (await Assert.ThrowsAsync<SupportException>(() => grain.Post(message))).Code);
        Assert.False(await AsSystem(() => grain.Escalate(new Escalate { Reason = EscalationReasons.Asked })));
        Assert.Equal(ProblemCodes.ConversationIsSpam, (await Assert.ThrowsAsync<SupportException>(() => AsSystem(() => grain.Claim(Claim("ada"))))).Code);
        Assert.Single((await AsSystem(() => Lists(store).List(new ConversationFilter { View = InboxView.Spam }))).Conversations);
        Assert.Empty((await AsSystem(() => Lists(store).List(new ConversationFilter { View = InboxView.All }))).Conversations);
        Assert.DoesNotContain(await Events(grain), e => e.Type == EventTypes.TurnStarted);
        await AsSystem(() => grain.SetSpam(new MarkSpam { IsSpam = false }));
        CallerContext.Current = Caller.Visitor(store, "contact-1");
        await grain.Post(message);
        var follower = new Follower(grain);
        await follower.UntilAnswers(1);
        Assert.Equal("You said: hello", follower.Messages.Last().Text);
    }

    [Fact]
    public async Task Queue_IsByPriorityAndWaitingAndStarvesNobody()
    {
        var store = await silo.NewStore();
        var grains = new List<IConversationGrain>();
        for (var i = 0; i < 4; i++)
        {
            grains.Add(await silo.NewConversation(store));
            await AsSystem(() => grains[^1].Escalate(new Escalate { Reason = EscalationReasons.Asked, Type = i == 3 ? EscalationTypes.Urgent : EscalationTypes.Other }));
        }

        Assert.True(await AsSystem(() => grains[2].SetPriority(new SetPriority { Priority = ConversationPriority.High })));
        Assert.True(await AsSystem(() => grains[0].SetPriority(new SetPriority { Priority = ConversationPriority.Low })));
        Assert.False(await AsSystem(() => grains[0].SetPriority(new SetPriority { Priority = ConversationPriority.Low })));
        string[] expected = [.. new[] { 3, 2, 1, 0 }.Select(i => ConversationKey.FromGrainKey(grains[i].GetPrimaryKeyString()).PublicId)];
        Assert.Equal(expected, (await AsSystem(() => Queue(store, "main"))).Waiting.Select(w => w.ConversationId));
        var first = await AsSystem(() => Lists(store).List(new ConversationFilter { View = InboxView.Waiting, Limit = 2 }));
        var rest = await AsSystem(() => Lists(store).List(new ConversationFilter { View = InboxView.Waiting, Limit = 2, Cursor = first.Cursor }));
        Assert.Equal(expected, first.Conversations.Concat(rest.Conversations).Select(c => c.ConversationId));
        Assert.Equal([ConversationPriority.Urgent, ConversationPriority.High], first.Conversations.Select(c => c.Priority));
    }

    [Fact]
    public async Task Reopen_OnlyWhatIsResolved_Changes()
    {
        var store = await silo.NewStore();
        var grain = await silo.NewConversation(store);
        Assert.False(await AsSystem(() => grain.Reopen()));
        await AsSystem(() => grain.Resolve());
        Assert.True(await AsSystem(() => grain.ReopenBy(new ReopenConversation { By = new StaffMember { AgentId = "ada", Name = "Ada" } })));
        Assert.Equal(("""{"by":{"agentId":"ada","name":"Ada"}}""", "{}"), await Last(Audience.Staff));
        Assert.Equal((null, "{}"), await Last(Audience.Customer));
        Assert.Equal(ConversationStatus.Open, (await AsSystem(() => grain.GetView())).Status);
        CallerContext.Current = Caller.Visitor(store, "contact-1");
        Assert.Equal(ProblemCodes.AccessDenied, (await Assert.ThrowsAsync<SupportException>(() => grain.Reopen())).Code);

        async Task<(string?, string)> Last(Audience audience)
        {
            var reopened = (await AsSystem(() => grain.GetEvents(0, 100, audience))).Events[^1];
            Assert.Equal(EventTypes.Reopened, reopened.Type);
            return (reopened.StaffData, reopened.Data);
        }
    }

    [Fact]
    public async Task Claim_OfWhatIsResolved_SaysWhoReopenedIt()
    {
        var store = await silo.NewStore();
        var grain = await silo.NewConversation(store);
        await AsSystem(() => grain.Resolve());
        await AsSystem(() => grain.Claim(Claim("ada")));
        var reopened = Assert.Single((await AsSystem(() => grain.GetEvents(0, 100, Audience.Staff))).Events, e => e.Type == EventTypes.Reopened);
        Assert.Equal("""{"by":{"agentId":"ada","name":"ada"}}""", reopened.StaffData);
    }

    private static ClaimConversation Claim(string agent) => new() { AgentId = agent, AgentName = agent };

    private static Task<bool> Receive(IAgentGrain agent, IConversationGrain grain, string? by = null) => agent.Receive(
        new TransferConversation { By = by is null ? null : new StaffMember { AgentId = by, Name = by } }, grain.GetPrimaryKeyString());

    private static async Task<string> Outcome(Func<Task<bool>> command)
    {
        if (CallerContext.Current is not { Kind: CallerKind.Staff }) CallerContext.Current = Caller.System;
        try
        {
            return await command() ? "changed" : "same";
        }
        catch (SupportException e)
        {
            return e.Code;
        }
    }

    private static async Task<T> AsAgent<T>(string store, string agentId, Func<Task<T>> call, AgentRole role = AgentRole.Agent)
    {
        CallerContext.Current = Caller.Staff(store, agentId, agentId, role);
        return await call();
    }

    private static async Task<IReadOnlyList<LoggedEvent>> Events(IConversationGrain grain) =>
        (await AsSystem(() => grain.GetEvents(0, 500, Audience.Staff))).Events;

    private Task<QueueView> Queue(string store, string desk) => silo.Grains.GetGrain<IDeskGrain>(DeskKey.Of(store, desk)).GetQueue();

    private IConversationsGrain Lists(string store) => silo.Grains.GetGrain<IConversationsGrain>(store);

    private async Task<IAgentGrain> NewAgent(string store, string id, int slots = 5)
    {
        var agent = silo.Grains.GetGrain<IAgentGrain>(AgentKey.Of(store, id));
        await AsSystem(() => agent.Put(new AgentProfile { Name = id, Slots = slots }));
        return agent;
    }
}
