using System.Text.Json;
using SupportPlatform.Agents;
using SupportPlatform.Conversations;
using SupportPlatform.Desk;
using SupportPlatform.Grains.Tests.Hosting;
using SupportPlatform.Security;
using Xunit;
using static SupportPlatform.Grains.Tests.Hosting.Calls;

namespace SupportPlatform.Grains.Tests.Desk;

[Collection(SiloCollection.Name)]
public sealed class DeskTests(SiloFixture silo)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Escalate_WithAnAgentOnline_IsOfferedAndTakenAndTheNextMovesUp()
    {
        var store = await silo.NewStore();
        var desk = silo.Grains.GetGrain<IDeskGrain>(DeskKey.Of(store, "main"));
        await AsSystem(() => desk.Configure(new DeskSettings { Assignment = DeskAssignment.LeastBusy }));
        var agent = silo.Grains.GetGrain<IAgentGrain>(AgentKey.Of(store, "ada"));
        await AsSystem(() => agent.Put(new AgentProfile { Name = "Ada", Slots = 1 }));
        var first = await Waiting(store);
        var second = await Waiting(store);
        await new Follower(second).Until(f => Places(f).LastOrDefault() == 2, Limit);

        await AsSystem(() => agent.SetPresence(AgentPresence.Online));
        var offer = await UntilOffered(agent);
        Assert.Equal(PublicId(first), offer.ConversationId);
        Assert.Equal("ada", (await AsSystem(() => desk.GetQueue())).Waiting[0].OfferedTo);
        var receipt = await AsSystem(() => agent.Accept(offer.OfferId));
        Assert.Equal((true, "Ada"), (receipt.Won, receipt.AgentName));

        await AsSystem(() => first.Release(new ReleaseConversation { AgentId = "ada" }));
        CallerContext.Current = Caller.Visitor(store, "contact-1");
        await new Follower(second).Until(f => Places(f).LastOrDefault() == 1, Limit);
        Assert.Equal(PublicId(second), (await UntilOffered(agent)).ConversationId);
        var late = await Assert.ThrowsAsync<SupportException>(() => AsSystem(() => agent.Accept(offer.OfferId)));
        Assert.Equal(ProblemCodes.OfferNotFound, late.Code);
    }

    [Fact]
    public async Task SetPlace_KnownOrOver_SaysNothing()
    {
        var store = await silo.NewStore();
        var grain = await silo.NewConversation(store);
        var place = new QueuePlace { Desk = "quiet", Position = 7, EstimateSeconds = 60 };
        Assert.False(await AsSystem(() => grain.SetPlace(place)));
        await AsSystem(() => grain.Claim(new ClaimConversation { AgentId = "ada", AgentName = "Ada" }));
        Assert.False(await AsSystem(() => grain.SetPlace(place)));
        CallerContext.Current = Caller.Visitor(store, "contact-1");
        Assert.Equal(ProblemCodes.AccessDenied, (await Assert.ThrowsAsync<SupportException>(() => grain.SetPlace(place))).Code);
    }

    private static IEnumerable<int> Places(Follower follower) => follower.Events
        .Where(e => e.Type == EventTypes.Queued)
        .Select(e => JsonDocument.Parse(e.Data).RootElement.GetProperty("position").GetInt32());

    private static string PublicId(IConversationGrain grain) => ConversationKey.FromGrainKey(grain.GetPrimaryKeyString()).PublicId;

    // The agent's console asks from time to time, and so does this.
    private static async Task<OfferView> UntilOffered(IAgentGrain agent)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (true)
        {
            limit.Token.ThrowIfCancellationRequested();
            if ((await AsSystem(() => agent.SetPresence(null))).Offers is [var offer, ..]) return offer;
            await Task.Delay(20, limit.Token);
        }
    }

    private async Task<IConversationGrain> Waiting(string store)
    {
        var grain = await silo.NewConversation(store);
        await AsSystem(() => grain.Escalate(new Escalate { Reason = EscalationReasons.Pulled }));
        return grain;
    }
}
