using SupportPlatform.Agents;
using SupportPlatform.Conversations;
using SupportPlatform.Grains.Tests.Hosting;
using SupportPlatform.Security;
using Xunit;

namespace SupportPlatform.Grains.Tests.Conversations.Sla;

[Collection(SiloCollection.Name)]
public sealed class WallTests(SiloFixture silo)
{
    [Fact]
    public async Task GetWall_WaitingHeldAndResolved_AreCounted()
    {
        var store = await silo.NewStore();
        CallerContext.Current = Caller.Administrator;
        var agent = silo.Grains.GetGrain<IAgentGrain>(AgentKey.Of(store, "ada"));
        await agent.Put(new AgentProfile { Name = "Ada", Slots = 3 });
        await agent.SetPresence(AgentPresence.Online);
        var grains = new List<IConversationGrain>();
        for (var i = 0; i < 4; i++)
        {
            var grain = silo.Grains.GetGrain<IConversationGrain>(ConversationKey.New(store).GrainKey);
            await grain.Start(new StartConversation { ContactId = "contact-1" });
            await grain.Escalate(new Escalate { Reason = EscalationReasons.Asked });
            grains.Add(grain);
        }

        foreach (var grain in grains.Take(2))
        {
            await grain.Claim(new ClaimConversation { AgentId = "ada", AgentName = "Ada" });
            await grain.PostAsAgent(new PostAgentMessage { AgentId = "ada", AgentName = "Ada", ClientMessageId = "m-1", Text = "I am here." });
        }

        await grains[0].Resolve();
        var wall = await silo.Grains.GetGrain<IServiceLevelsGrain>(store).GetWall();
        var desk = Assert.Single(wall.Desks);
        Assert.Equal((2, 1, 2), (desk.Waiting, desk.AgentsOnline, desk.FreeSlots));
        var ada = Assert.Single(wall.Agents);
        Assert.Equal(ConversationKey.FromGrainKey(grains[1].GetPrimaryKeyString()).PublicId, Assert.Single(ada.Lines).ConversationId);
        Assert.Equal((4, 1, 0), (wall.Today.Escalated, wall.Today.Resolved, wall.Today.Breaches));
        Assert.InRange(wall.Today.MedianFirstResponseSeconds!.Value, 0, 60);
    }

    [Fact]
    public async Task Export_OfAStore_HasItsEventsAlonePageByPage()
    {
        var store = await silo.NewStore();
        var other = await silo.NewConversation(await silo.NewStore());
        CallerContext.Current = Caller.Administrator;
        var before = DateTimeOffset.UtcNow;
        var expected = new List<(string, long)>();
        for (var i = 0; i < 3; i++)
        {
            var key = ConversationKey.New(store);
            var grain = silo.Grains.GetGrain<IConversationGrain>(key.GrainKey);
            await grain.Start(new StartConversation { ContactId = "contact-1" });
            for (var n = 0; n < 200; n++)
                await grain.AddNote(new PostAgentMessage { AgentId = "ada", AgentName = "Ada", ClientMessageId = $"n-{n}", Text = "A note." });
            expected.AddRange(Enumerable.Range(1, 201).Select(n => (key.PublicId, (long)n)));
        }

        var export = silo.Grains.GetGrain<IConversationExportGrain>(store);
        var first = await export.Read(null, null, null);
        var second = await export.Read(null, null, first.Cursor);
        Assert.Equal(500, first.Events.Length);
        Assert.Null(second.Cursor);
        Assert.Equal(expected.Order(), first.Events.Concat(second.Events).Select(e => (e.ConversationId, e.Event.Seq)).Order());
        Assert.Empty((await export.Read(null, before.AddSeconds(-1), null)).Events);
        Assert.Empty((await export.Read(null, null, $"0~{other.GetPrimaryKeyString()}")).Events.Where(e => !e.ConversationId.StartsWith(store, StringComparison.Ordinal)));
        CallerContext.Current = Caller.Staff(store, "ada", "Ada", AgentRole.Supervisor);
        Assert.Equal(ProblemCodes.AccessDenied, (await Assert.ThrowsAsync<SupportException>(() => export.Read(null, null, null))).Code);
    }
}
