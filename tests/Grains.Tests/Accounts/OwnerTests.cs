using SupportPlatform.Agents;
using SupportPlatform.Grains.Tests.Hosting;
using SupportPlatform.Security;
using Xunit;
using static SupportPlatform.Grains.Tests.Hosting.Calls;

namespace SupportPlatform.Grains.Tests.Accounts;

[Collection(SiloCollection.Name)]
public sealed class OwnerTests(SiloFixture silo)
{
    [Theory]
    [InlineData(AgentRole.Agent, AgentRole.Agent, false)]
    [InlineData(AgentRole.Supervisor, AgentRole.Agent, false)]
    [InlineData(AgentRole.Administrator, AgentRole.Supervisor, true)]
    [InlineData(AgentRole.Administrator, AgentRole.Administrator, false)]
    [InlineData(AgentRole.Administrator, AgentRole.Owner, false)]
    [InlineData(AgentRole.Owner, AgentRole.Owner, true)]
    public async Task Put_ByRole_NamesOnlyWhomTheRoleMay(AgentRole by, AgentRole named, bool allowed)
    {
        var store = await silo.NewStore();
        Assert.Equal(allowed ? null : ProblemCodes.AccessDenied, await Refusal(() => Agent(store, "new").Put(Profile(named)), Staff(store, by)));
    }

    [Fact]
    public async Task Put_OfAnAdministratorsAddress_IsForOwners()
    {
        var store = await silo.NewStore();
        await Agent(store, "boss").Put(Profile(AgentRole.Administrator) with { Email = "boss@shop.example" });
        var administrator = Staff(store, AgentRole.Administrator);
        Assert.Equal(ProblemCodes.AccessDenied, await Refusal(() => Agent(store, "boss").Put(Profile(AgentRole.Administrator) with { Email = "mine@shop.example" }), administrator));
        Assert.Equal(ProblemCodes.AccessDenied, await Refusal(() => Agent(store, "boss").Put(Profile(AgentRole.Agent) with { Email = "boss@shop.example" }), administrator));
        Assert.Equal(ProblemCodes.AccessDenied, await Refusal(() => Agent(store, "boss").Invite(), administrator));
        Assert.Equal(ProblemCodes.AccessDenied, await Refusal(() => Agent(store, "boss").Delete(), administrator));
        Assert.Null(await Refusal(() => Agent(store, "boss").Put(Profile(AgentRole.Administrator) with { Email = "boss@shop.example", Name = "The boss" }), administrator));
    }

    [Fact]
    public async Task Delete_OfEachOtherAtOnce_LeavesAnOwner()
    {
        for (var round = 0; round < 10; round++)
        {
            var store = await silo.NewStore();
            string[] owners = ["ada", "ben", "cem"];
            foreach (var owner in owners) await Agent(store, owner).Put(Profile(AgentRole.Owner));
            await Task.WhenAll(
                Refusal(() => Agent(store, "ada").Delete()),
                Refusal(() => Agent(store, "ben").Put(Profile(AgentRole.Agent))),
                Refusal(() => Agent(store, "cem").Delete()));
            CallerContext.Current = Caller.System;
            var left = await silo.Grains.GetGrain<IAgentsGrain>(store).List(null, 10);
            Assert.Equal(1, left.Items.Count(a => a.Profile.Role == AgentRole.Owner));
        }
    }

    [Fact]
    public async Task Put_OfAnAddressTwice_IsRefused()
    {
        var (store, other) = (await silo.NewStore(), await silo.NewStore());
        await Agent(store, "ada").Put(Profile(AgentRole.Agent) with { Email = "Ada@Shop.example" });
        Assert.Equal("ada@shop.example", (await Agent(store, "ada").Get()).Profile.Email);
        Assert.Equal(ProblemCodes.EmailTaken, await Refusal(() => Agent(store, "ben").Put(Profile(AgentRole.Agent) with { Email = "ada@shop.example" })));
        Assert.Null(await Refusal(() => Agent(other, "ben").Put(Profile(AgentRole.Agent) with { Email = "ada@shop.example" })));
        Assert.Equal(ProblemCodes.InvalidRequest, await Refusal(() => Agent(store, "ben").Put(Profile(AgentRole.Agent) with { Email = "ben" })));
    }

    private static AgentProfile Profile(AgentRole role) => new() { Name = "Somebody", Role = role };

    private static Caller Staff(string store, AgentRole role) => Caller.Staff(store, "me", "Me", role);

    private IAgentGrain Agent(string store, string id) => silo.Grains.GetGrain<IAgentGrain>(AgentKey.Of(store, id));
}
