using SupportPlatform.Agents;
using SupportPlatform.Conversations;
using SupportPlatform.Desk;
using SupportPlatform.Grains.Tests.Hosting;
using SupportPlatform.Security;
using Xunit;
using static SupportPlatform.Grains.Tests.Hosting.Calls;

namespace SupportPlatform.Grains.Tests.Desk;

[Collection(SiloCollection.Name)]
public sealed class StaffFeedTests(SiloFixture silo)
{
    [Fact]
    public async Task Follow_Escalation_BringsLineCountsAndOffer()
    {
        var store = await silo.NewStore();
        await NewAgent(store, "ada");
        await AsSystem(() => silo.Grains.GetGrain<IDeskGrain>(DeskKey.Of(store, "main")).Configure(new DeskSettings { Assignment = DeskAssignment.RoundRobin }));
        var grain = await silo.NewConversation(store);
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var changes = Follow(store, "ada", stop.Token);
        await Until(changes, c => c.Counts is { Assistant: 1 });
        await AsSystem(() => grain.Escalate(new Escalate { Reason = EscalationReasons.Asked }));
        var id = ConversationKey.FromGrainKey(grain.GetPrimaryKeyString()).PublicId;
        var seen = new HashSet<string>();
        await Until(changes, c =>
        {
            if (c.Lines?.Any(l => l.ConversationId == id && l.Status == ConversationStatus.Waiting) == true) seen.Add("line");
            if (c.Counts is { Waiting: 1 }) seen.Add("counts");
            if (c.Offers?.Any(o => o.ConversationId == id && o.Line.Status == ConversationStatus.Waiting) == true) seen.Add("offer");
            return seen.Count == 3;
        });
        await AsSystem(() => silo.Grains.GetGrain<IAgentGrain>(AgentKey.Of(store, "ada")).Claim(new ClaimConversation { AgentId = "ada", AgentName = "Ada" }, grain.GetPrimaryKeyString()));
        await Until(changes, c =>
        {
            if (c.Offers is { IsEmpty: true }) seen.Add("no offer");
            if (c.Agents?.Any(a => a.Conversations == 1) == true) seen.Add("agent");
            return seen.Count == 5;
        });
    }

    [Fact]
    public async Task Follow_FromAnEarlierMoment_BringsWhatWasMissed()
    {
        var store = await silo.NewStore();
        var at = DateTimeOffset.UtcNow;
        var grain = await silo.NewConversation(store);
        await silo.Restart();
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        CallerContext.Current = Caller.System;
        var changes = silo.Grains.GetGrain<IStaffFeedGrain>(store).Follow(null, at, stop.Token).GetAsyncEnumerator(stop.Token);
        var id = ConversationKey.FromGrainKey(grain.GetPrimaryKeyString()).PublicId;
        await Until(changes, c => c.Lines?.Any(l => l.ConversationId == id) == true);
    }

    // What another silo writes comes by no signal here: the row alone says it.
    [Fact]
    public async Task Follow_ChangeThatNoSignalTold_IsFound()
    {
        var store = await silo.NewStore();
        var grain = await silo.NewConversation(store);
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var changes = Follow(store, null, stop.Token);
        await Until(changes, c => c.Counts is not null);
        await AsSystem(() => grain.Tag(new TagConversation { Add = ["vip"] }));
        await Until(changes, c => c.Lines?.Any(l => l.Tags.Contains("vip")) == true);
    }

    [Fact]
    public async Task Follow_ByAVisitorOrForAnother_IsRefused()
    {
        var store = await silo.NewStore();
        CallerContext.Current = Caller.Visitor(store, "contact-1");
        var feed = silo.Grains.GetGrain<IStaffFeedGrain>(store);
        Assert.Equal(ProblemCodes.AccessDenied, (await Assert.ThrowsAsync<SupportException>(() => feed.Get(null))).Code);
        CallerContext.Current = Caller.Staff(store, "ben", "Ben", AgentRole.Agent);
        await using var follow = feed.Follow("ada", DateTimeOffset.UtcNow).GetAsyncEnumerator();
        Assert.Equal(ProblemCodes.AccessDenied, (await Assert.ThrowsAsync<SupportException>(async () => await follow.MoveNextAsync())).Code);
    }

    private static async Task Until(IAsyncEnumerator<StaffChange> changes, Func<StaffChange, bool> condition)
    {
        while (await changes.MoveNextAsync())
        {
            if (condition(changes.Current)) return;
        }

        throw new InvalidOperationException("The follow ended.");
    }

    private IAsyncEnumerator<StaffChange> Follow(string store, string? agentId, CancellationToken cancellationToken)
    {
        CallerContext.Current = Caller.System;
        return silo.Grains.GetGrain<IStaffFeedGrain>(store).Follow(agentId, DateTimeOffset.UtcNow, cancellationToken).GetAsyncEnumerator(cancellationToken);
    }

    private async Task NewAgent(string store, string id)
    {
        var agent = silo.Grains.GetGrain<IAgentGrain>(AgentKey.Of(store, id));
        await AsSystem(() => agent.Put(new AgentProfile { Name = id }));
        await AsSystem(() => agent.SetPresence(AgentPresence.Online));
    }
}
