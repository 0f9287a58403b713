using System.Text.Json;
using SupportPlatform.Agents;
using SupportPlatform.Conversations;
using SupportPlatform.Desk;
using SupportPlatform.Grains.Tests.Accounts;
using SupportPlatform.Grains.Tests.Hosting;
using SupportPlatform.Security;
using Xunit;
using static SupportPlatform.Grains.Tests.Hosting.Calls;

namespace SupportPlatform.Grains.Tests.Agents;

[Collection(SiloCollection.Name)]
public sealed class RemovalTests(SiloFixture silo)
{
    private string Address => silo.Silo.Addresses.First();

    [Fact]
    public async Task Delete_OfAnAgentWithConversations_PutsThemBackIntoTheirQueues()
    {
        var store = await silo.NewStore();
        await Add(store, "ada");
        var (asked, taken) = (await silo.NewConversation(store), await silo.NewConversation(store));
        await AsSystem(() => asked.Escalate(new Escalate { Reason = EscalationReasons.Asked, Desk = "returns" }));
        foreach (var grain in new[] { asked, taken }) await Claim(store, grain, "ada");
        await AsSystem(() => Agent(store, "ada").Delete());

        // The rows are the removal's own: whoever starts next goes on with it.
        await silo.Restart();
        await Back(store, asked, "returns");
        await Back(store, taken, "main");
    }

    [Fact]
    public async Task Delete_WhileTheAgentClaims_LeavesNothingWithNobody()
    {
        var store = await silo.NewStore();
        for (var round = 0; round < 10; round++)
        {
            await Add(store, "ada");
            var grain = await silo.NewConversation(store);
            var claim = Refusal(() => grain.Claim(new ClaimConversation { AgentId = "ada", AgentName = "Ada" }), Caller.Staff(store, "ada", "Ada", AgentRole.Agent));
            await Task.WhenAll(claim, AsSystem(() => Agent(store, "ada").Delete()));
            Assert.True(await claim is null or ProblemCodes.AgentNotFound or ProblemCodes.Busy, await claim);
            if (await claim is null) await Back(store, grain, "main");
            else Assert.NotEqual(ConversationStatus.WithAgent, (await AsSystem(() => grain.GetView())).Status);
        }
    }

    [Fact]
    public async Task WakeUp_OfAnAgentWhoIsBackOrOfAnother_LeavesTheConversation()
    {
        var store = await silo.NewStore();
        await Add(store, "ada");
        var grain = await silo.NewConversation(store);
        await Claim(store, grain, "ada");
        foreach (var kind in new[] { DueKinds.AgentGone("ada"), DueKinds.AgentGone("ben") }) await AsSystem(() => grain.WakeUp(kind));
        Assert.Equal((ConversationStatus.WithAgent, "Ada"), ((await AsSystem(() => grain.GetView())).Status, (await AsSystem(() => grain.GetView())).AgentName));
    }

    [Fact]
    public async Task Delete_OfSomebodySignedIn_EndsTheSession_UnlessTheyWorkElsewhere()
    {
        var (here, there) = (await silo.NewStore(), await silo.NewStore());
        using var ada = await Person.Employ(Address, silo.Grains, here, "ada", AgentRole.Agent);
        using var ben = await Person.Employ(Address, silo.Grains, here, "ben", AgentRole.Agent);
        var second = await AsSystem(async () =>
        {
            await Agent(there, "ben").Put(new AgentProfile { Name = "Ben", Email = $"ben@{here}.example" });
            return await Agent(there, "ben").Invite();
        });
        using var joined = await ben.Accept(second);
        joined.EnsureSuccessStatusCode();
        foreach (var id in new[] { "ada", "ben" }) await AsSystem(() => Agent(here, id).Delete());
        Assert.Equal(ProblemCodes.SessionMissing, await Code(ada, $"/api/stores/{here}/agents"));
        Assert.Equal(ProblemCodes.WrongStore, await Code(ben, $"/api/stores/{here}/agents"));
        Assert.Null(await Code(ben, $"/api/stores/{there}/agents"));
    }

    [Fact]
    public async Task WithdrawInvitation_EndsTheLink_AndIsForOwnersWhereTheRoleIs()
    {
        var store = await silo.NewStore();
        await AsSystem(() => Agent(store, "boss").Put(new AgentProfile { Name = "Boss", Role = AgentRole.Administrator, Email = $"boss@{store}.example" }));
        var token = await AsSystem(() => Agent(store, "boss").Invite());
        Assert.NotNull((await AsSystem(() => Agent(store, "boss").Get())).InvitedUntil);
        var administrator = Caller.Staff(store, "me", "Me", AgentRole.Administrator);
        Assert.Equal(ProblemCodes.AccessDenied, await Refusal(() => Agent(store, "boss").WithdrawInvitation(), administrator));
        Assert.True(await AsSystem(() => Agent(store, "boss").WithdrawInvitation()));
        Assert.False(await AsSystem(() => Agent(store, "boss").WithdrawInvitation()));
        Assert.Null((await AsSystem(() => Agent(store, "boss").Get())).InvitedUntil);
        using var person = new Person(Address);
        using var reply = await person.Accept(token);
        Assert.Equal(ProblemCodes.InvitationNotFound, await Person.Code(reply));
    }

    [Fact]
    public async Task Follow_OfTheFeed_SaysWhoIsLeft()
    {
        var store = await silo.NewStore();
        foreach (var id in new[] { "ada", "ben" }) await Add(store, id);
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        CallerContext.Current = Caller.System;
        await using var changes = silo.Grains.GetGrain<IStaffFeedGrain>(store).Follow(null, DateTimeOffset.UtcNow, stop.Token).GetAsyncEnumerator(stop.Token);
        Assert.Equal(["ada", "ben"], await Ids(changes));
        await AsSystem(() => Agent(store, "ada").Delete());
        Assert.Equal(["ben"], await Ids(changes));
    }

    private static async Task<IEnumerable<string>> Ids(IAsyncEnumerator<StaffChange> changes)
    {
        while (await changes.MoveNextAsync())
            if (changes.Current.AgentIds is { } ids) return ids;
        throw new InvalidOperationException("The follow ended.");
    }

    private static async Task<string?> Code(Person person, string path)
    {
        using var reply = await person.Send(HttpMethod.Get, path);
        return await Person.Code(reply);
    }

    private async Task Back(string store, IConversationGrain grain, string desk)
    {
        CallerContext.Current = Caller.System;
        var again = silo.Grains.GetGrain<IConversationGrain>(grain.GetPrimaryKeyString());
        var follower = new Follower(again, Audience.Staff);

        // What a silo had taken when it stopped is another's once its lease of half a minute is over.
        await follower.Until(f => f.Events.Any(e => e.Type == EventTypes.AgentLeft), TimeSpan.FromMinutes(1));
        var left = JsonDocument.Parse(follower.Events.Last(e => e.Type == EventTypes.AgentLeft).Data).RootElement;
        Assert.Equal(("queue", desk), (left.GetProperty("backTo").GetString(), left.GetProperty("desk").GetString()));
        var queue = await AsSystem(() => silo.Grains.GetGrain<IDeskGrain>(DeskKey.Of(store, desk)).GetQueue());
        Assert.Contains(queue.Waiting, l => l.ConversationId == ConversationKey.FromGrainKey(grain.GetPrimaryKeyString()).PublicId);
    }

    private Task<AgentView> Add(string store, string id) => AsSystem(() => Agent(store, id).Put(new AgentProfile { Name = id == "ada" ? "Ada" : id, Slots = 20 }));

    private Task<ClaimReceipt> Claim(string store, IConversationGrain grain, string id) =>
        AsSystem(() => Agent(store, id).Claim(new ClaimConversation { AgentId = id, AgentName = id }, grain.GetPrimaryKeyString()));

    private IAgentGrain Agent(string store, string id) => silo.Grains.GetGrain<IAgentGrain>(AgentKey.Of(store, id));
}
