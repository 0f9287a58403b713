using SupportPlatform.Agents;
using SupportPlatform.Conversations;
using SupportPlatform.Grains.Tests.Hosting;
using SupportPlatform.Security;
using Xunit;
using static SupportPlatform.Grains.Tests.Hosting.Calls;

namespace SupportPlatform.Grains.Tests.Agents;

[Collection(SiloCollection.Name)]
public sealed class SlotTests(SiloFixture silo)
{
    private const int Slots = 5;

    [Fact]
    public async Task Claim_FiftyAtOnce_TakesExactlyTheSlots()
    {
        var store = await silo.NewStore();
        var agent = await NewAgent(store, "ada");
        var conversations = await NewConversations(store, 50);
        var outcomes = await Task.WhenAll(conversations.Select(c => Outcome(() => agent.Claim(Command("ada"), c.GetPrimaryKeyString()))));
        Assert.Equal(Slots, outcomes.Count(o => o == "won"));
        Assert.Equal(50 - Slots, outcomes.Count(o => o == ProblemCodes.NoFreeSlot));
        Assert.Equal(Slots, (await AsSystem(() => agent.Get())).Conversations);
    }

    // Without the agent's grain claims meet in the database alone, as those of two activations of it would.
    [Fact]
    public async Task Claim_FiftyAtOnceBesideTheAgentsGrain_NeverExceedsTheSlots()
    {
        var store = await silo.NewStore();
        var agent = await NewAgent(store, "ada");
        var conversations = await NewConversations(store, 50);
        var outcomes = await Task.WhenAll(conversations.Select(c => Outcome(() => c.Claim(Command("ada")))));
        var won = outcomes.Count(o => o == "won");
        Assert.InRange(won, 1, Slots);
        Assert.All(outcomes, o => Assert.Contains(o, new[] { "won", ProblemCodes.Busy, ProblemCodes.NoFreeSlot }));
        Assert.Equal(won, (await AsSystem(() => agent.Get())).Conversations);
        await Task.WhenAll(conversations.Select(c => Outcome(() => agent.Claim(Command("ada"), c.GetPrimaryKeyString()))));
        Assert.Equal(Slots, (await AsSystem(() => agent.Get())).Conversations);
    }

    [Fact]
    public async Task Claim_AfterReleaseAndResolve_TakesTheSlotsAgain()
    {
        var store = await silo.NewStore();
        var agent = await NewAgent(store, "ada", slots: 2);
        var conversations = await NewConversations(store, 4);
        foreach (var c in conversations.Take(2)) Assert.Equal("won", await Outcome(() => agent.Claim(Command("ada"), c.GetPrimaryKeyString())));
        Assert.Equal(ProblemCodes.NoFreeSlot, await Outcome(() => agent.Claim(Command("ada"), conversations[2].GetPrimaryKeyString())));
        Assert.Equal("won", await Outcome(() => agent.Claim(Command("ada"), conversations[0].GetPrimaryKeyString())));
        await AsSystem(() => conversations[0].Release(new ReleaseConversation { AgentId = "ada" }));
        await AsSystem(() => conversations[1].Resolve());
        foreach (var c in conversations.Skip(2)) Assert.Equal("won", await Outcome(() => agent.Claim(Command("ada"), c.GetPrimaryKeyString())));
        Assert.Equal(2, (await AsSystem(() => agent.Get())).Conversations);
    }

    [Fact]
    public async Task Claim_OfAConversationOfAnotherStore_IsRefused()
    {
        var other = await silo.NewStore();
        var theirs = (await NewConversations(other, 1))[0];
        var store = await silo.NewStore();
        var agent = await NewAgent(store, "ada");
        Assert.Equal(ProblemCodes.ConversationNotFound, await Outcome(() => agent.Claim(Command("ada"), theirs.GetPrimaryKeyString())));
        CallerContext.Current = Caller.Visitor(store, "contact-1");
        Assert.Equal(ProblemCodes.AccessDenied, (await Assert.ThrowsAsync<SupportException>(() => agent.Get())).Code);
    }

    [Fact]
    public async Task SetPresence_WithoutAWord_KeepsTheLastOne()
    {
        var store = await silo.NewStore();
        var agent = await NewAgent(store, "ada");
        Assert.Equal(AgentPresence.Offline, (await AsSystem(() => agent.Get())).Presence);
        Assert.Equal(AgentPresence.Online, (await AsSystem(() => agent.SetPresence(AgentPresence.Online))).Presence);
        Assert.Equal(AgentPresence.Online, (await AsSystem(() => agent.SetPresence(null))).Presence);
        var page = await AsSystem(() => silo.Grains.GetGrain<IAgentsGrain>(store).List(null, 10));
        Assert.Equal(AgentPresence.Online, Assert.Single(page.Items).Presence);
        await AsSystem(async () =>
        {
            await agent.Delete();
            return true;
        });
        Assert.Equal(ProblemCodes.AgentNotFound, (await Assert.ThrowsAsync<SupportException>(() => AsSystem(() => agent.Get()))).Code);
    }

    private static ClaimConversation Command(string agent) => new() { AgentId = agent, AgentName = agent };

    private static async Task<string> Outcome(Func<Task<ClaimReceipt>> claim)
    {
        try
        {
            return (await AsSystem(claim)).Won ? "won" : "lost";
        }
        catch (SupportException e)
        {
            return e.Code;
        }
    }

    private async Task<IAgentGrain> NewAgent(string store, string id, int slots = Slots)
    {
        var agent = silo.Grains.GetGrain<IAgentGrain>(AgentKey.Of(store, id));
        await AsSystem(() => agent.Put(new AgentProfile { Name = "Ada", Slots = slots }));
        return agent;
    }

    private async Task<List<IConversationGrain>> NewConversations(string store, int count)
    {
        var made = new List<IConversationGrain>();
        for (var i = 0; i < count; i++) made.Add(await silo.NewConversation(store));
        return made;
    }
}
