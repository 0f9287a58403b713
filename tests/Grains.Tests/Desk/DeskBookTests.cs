using SupportPlatform.Agents;
using SupportPlatform.Conversations;
using SupportPlatform.Desk;
using SupportPlatform.Grains.Tests.Hosting;
using SupportPlatform.Security;
using SupportPlatform.Stores;
using Xunit;
using static SupportPlatform.Grains.Tests.Hosting.Calls;

namespace SupportPlatform.Grains.Tests.Desk;

[Collection(SiloCollection.Name)]
public sealed class DeskBookTests(SiloFixture silo)
{
    [Fact]
    public async Task List_OfConfiguredServedNamedAndWaitedAt_HasAllOfThem()
    {
        var store = await silo.NewStore(new StoreSettings { Name = "A shop", Escalation = new EscalationSettings { Desk = "front", Rules = [new EscalationRule { Words = ["law"], Desk = "legal" }] } });
        await AsSystem(() => Desk(store, "returns").Configure(new DeskSettings { Assignment = DeskAssignment.RoundRobin, OfferSeconds = 45 }));
        await Add(store, "ada", "billing", "returns");
        await Add(store, "ben");
        var grain = await silo.NewConversation(store);
        await AsSystem(() => grain.Escalate(new Escalate { Reason = EscalationReasons.Asked, Desk = "vip" }));
        var desks = await AsSystem(() => silo.Grains.GetGrain<IDesksGrain>(store).List());
        Assert.Equal(["billing", "front", "legal", "returns", "vip"], desks.Select(d => d.Desk));
        Assert.Equal(["front", "legal"], desks.Where(d => d.IsNamed).Select(d => d.Desk));
        var returns = desks.Single(d => d.Desk == "returns");
        Assert.Equal((DeskAssignment.RoundRobin, 45, "ada"), (returns.Settings.Assignment, returns.Settings.OfferSeconds, Assert.Single(returns.Members)));
        Assert.Equal(1, desks.Single(d => d.Desk == "vip").Waiting);
    }

    [Fact]
    public async Task SetMembers_ChangesThoseWhoNameDesks_AndLeavesWhoServesAll()
    {
        var store = await silo.NewStore();
        await Add(store, "ada", "main");
        await Add(store, "ben", "main", "returns");
        await Add(store, "cem");
        Assert.True(await AsSystem(() => Desk(store, "returns").SetMembers(["ada", "cem", "nobody"])));
        Assert.False(await AsSystem(() => Desk(store, "returns").SetMembers(["ada", "cem"])));
        Assert.Equal(["main returns", "main", ""], await Desks(store));
    }

    [Fact]
    public async Task SetMembers_ThatLeavesSomebodyWithNoDesk_ChangesNothing()
    {
        var store = await silo.NewStore();
        await Add(store, "ada", "main");
        await Add(store, "ben", "main", "returns");
        Assert.Equal(ProblemCodes.DeskInUse, await Refusal(() => Desk(store, "main").SetMembers([])));
        Assert.Equal(["main", "main returns"], await Desks(store));
    }

    // Each takes one of the two desks away; the agent keeps one, and never serves all.
    [Fact]
    public async Task SetMembers_OfTwoDesksAtOnce_LeavesOne()
    {
        var store = await silo.NewStore();
        for (var round = 0; round < 10; round++)
        {
            await Add(store, "ada", "main", "returns");
            await Task.WhenAll(new[] { "main", "returns" }.Select(d => Refusal(() => Desk(store, d).SetMembers([]))));
            Assert.Contains(Assert.Single(await Desks(store)), (string[])["main", "returns"]);
        }
    }

    [Fact]
    public async Task Delete_OfADeskWithWorkOrNamedOrServedAlone_IsRefused()
    {
        var store = await silo.NewStore();
        var grain = await silo.NewConversation(store);
        await AsSystem(() => grain.Escalate(new Escalate { Reason = EscalationReasons.Asked, Desk = "busy" }));
        await Add(store, "ada", "alone");
        await Add(store, "ben", "returns", "alone");
        await AsSystem(() => Desk(store, "returns").Configure(new DeskSettings { OfferSeconds = 60 }));
        foreach (var desk in new[] { "busy", "main", "alone" }) Assert.Equal(ProblemCodes.DeskInUse, await Refusal(() => Desk(store, desk).Delete()));
        Assert.True(await AsSystem(() => Desk(store, "returns").Delete()));
        Assert.False(await AsSystem(() => Desk(store, "returns").Delete()));
        Assert.Equal(["alone", "alone"], await Desks(store));
        Assert.Equal(30, (await AsSystem(() => Desk(store, "returns").GetSettings())).OfferSeconds);
    }

    [Fact]
    public async Task Methods_ForSupervisors_AreRefused()
    {
        var store = await silo.NewStore();
        var grace = Caller.Staff(store, "grace", "Grace", AgentRole.Supervisor);
        Func<Task>[] calls = [() => Desk(store, "main").SetMembers([]), () => Desk(store, "main").Delete(), () => silo.Grains.GetGrain<IDesksGrain>(store).List()];
        foreach (var call in calls) Assert.Equal(ProblemCodes.AccessDenied, await Refusal(call, grace));
    }

    private async Task<IEnumerable<string>> Desks(string store) =>
        (await AsSystem(() => silo.Grains.GetGrain<IAgentsGrain>(store).List(null, 10))).Items.Select(a => string.Join(' ', a.Profile.Desks));

    private Task<AgentView> Add(string store, string id, params string[] desks) =>
        AsSystem(() => silo.Grains.GetGrain<IAgentGrain>(AgentKey.Of(store, id)).Put(new AgentProfile { Name = id, Desks = [.. desks] }));

    private IDeskGrain Desk(string store, string desk) => silo.Grains.GetGrain<IDeskGrain>(DeskKey.Of(store, desk));
}
