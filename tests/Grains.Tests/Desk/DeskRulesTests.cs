using System.Collections.Immutable;
using SupportPlatform.Agents;
using SupportPlatform.Desk;
using Xunit;

namespace SupportPlatform.Grains.Tests.Desk;

public sealed class DeskRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private static readonly DeskSettings RoundRobin = new() { Assignment = DeskAssignment.RoundRobin };
    private static readonly DeskSettings LeastBusy = new() { Assignment = DeskAssignment.LeastBusy };

    [Fact]
    public void Decide_RoundRobin_GivesEachAgentAsMany()
    {
        var changes = DeskRules.Decide(RoundRobin, Queue(30), [Agent("ada", 20), Agent("ben", 20), Agent("cem", 20)], Now);
        Assert.All(changes.GroupBy(c => c.AgentId), g => Assert.Equal(10, g.Count()));
        Assert.All(changes, c => Assert.Equal(Now.AddSeconds(30), c.ExpiresAt));
    }

    [Fact]
    public void Decide_RoundRobin_BeginsWithTheLongestUnasked()
    {
        var ada = Agent("ada") with { OfferedAt = Now.AddMinutes(-1) };
        var ben = Agent("ben") with { OfferedAt = Now.AddMinutes(-2) };
        Assert.Equal("ben", DeskRules.Decide(RoundRobin, Queue(1), [ada, ben], Now)[0].AgentId);
    }

    [Fact]
    public void Decide_LeastBusy_FillsUpFromBelow()
    {
        var changes = DeskRules.Decide(LeastBusy, Queue(3), [Agent("ada") with { Conversations = 2 }, Agent("ben")], Now);
        Assert.Equal(["ben", "ben", "ada"], changes.Select(c => c.AgentId));
    }

    [Fact]
    public void Decide_Manual_OffersNothingAndTakesOffersBack()
    {
        Assert.Empty(DeskRules.Decide(new DeskSettings(), Queue(3), [Agent("ada")], Now));
        var withdrawn = Assert.Single(DeskRules.Decide(new DeskSettings(), [Offered(0, "ada", Now.AddSeconds(9))], [Agent("ada")], Now));
        Assert.Null(withdrawn.AgentId);
    }

    [Fact]
    public void Decide_MoreWaitingThanSlots_OffersTheFirstOnesAndNoMoreThanFit()
    {
        var queue = Queue(10);
        var changes = DeskRules.Decide(RoundRobin, queue, [Agent("ada", 2) with { Conversations = 1 }, Agent("ben", 3) with { Offers = 1 }], Now);
        Assert.Equal(queue.Take(3), changes.Select(c => c.Conversation));
        Assert.Equal((1, 2), (changes.Count(c => c.AgentId == "ada"), changes.Count(c => c.AgentId == "ben")));
    }

    [Fact]
    public void Decide_ExpiredOffer_GoesToTheNextAndComesBackWhenAllPassed()
    {
        var agents = new[] { Agent("ada"), Agent("ben") };
        var toBen = Assert.Single(DeskRules.Decide(RoundRobin, [Offered(0, "ada", Now)], agents, Now));
        Assert.Equal(("ben", "ada"), (toBen.AgentId, Assert.Single(toBen.Passed)));
        var again = Assert.Single(DeskRules.Decide(RoundRobin, [Offered(0, "ben", Now, "ada")], agents, Now));
        Assert.NotNull(again.AgentId);
        Assert.Empty(again.Passed);
    }

    [Fact]
    public void Decide_DeclinedByTheOnlyAgent_IsNotOfferedAgainBeforeTheLeaseEnds()
    {
        var declined = Offered(0, null, Now.AddSeconds(10), "ada");
        Assert.Empty(DeskRules.Decide(RoundRobin, [declined], [Agent("ada")], Now));
        Assert.Equal("ada", Assert.Single(DeskRules.Decide(RoundRobin, [declined], [Agent("ada")], Now.AddSeconds(10))).AgentId);
    }

    [Fact]
    public void Decide_AgentWhoVanished_LosesTheOfferAtOnce()
    {
        var change = Assert.Single(DeskRules.Decide(RoundRobin, [Offered(0, "ada", Now.AddSeconds(20))], [Agent("ben")], Now));
        Assert.Equal("ben", change.AgentId);
        var nobody = Assert.Single(DeskRules.Decide(RoundRobin, [Offered(0, "ada", Now.AddSeconds(20))], [], Now));
        Assert.Null(nobody.AgentId);
    }

    [Fact]
    public void Decide_Language_WaitsForWhoWritesItUnlessNobodyIsThereWhoDoes()
    {
        var french = new[] { Waiting(0) with { Locale = "fr-BE" } };
        var ada = Agent("ada") with { Profile = new AgentProfile { Name = "Ada", Languages = ["en"] } };
        var zoe = Agent("zoe") with { Profile = new AgentProfile { Name = "Zoe", Languages = ["fr"], Slots = 1 } };
        Assert.Equal("zoe", Assert.Single(DeskRules.Decide(RoundRobin, french, [ada, zoe], Now)).AgentId);
        Assert.Empty(DeskRules.Decide(RoundRobin, french, [ada, zoe with { Conversations = 1 }], Now));
        Assert.Equal("ada", Assert.Single(DeskRules.Decide(RoundRobin, french, [ada], Now)).AgentId);
    }

    [Fact]
    public void Decide_Skill_IsPreferredAmongThoseFree()
    {
        var billing = new[] { Waiting(0) with { Type = "billing" }, Waiting(1) with { Type = "billing" } };
        var zoe = Agent("zoe") with { Profile = new AgentProfile { Name = "Zoe", Skills = ["billing"], Slots = 1 } };
        Assert.Equal(["zoe", "ada"], DeskRules.Decide(RoundRobin, billing, [Agent("ada"), zoe], Now).Select(c => c.AgentId));
    }

    // Agents take, decline or ignore at random; whoever waits is served, the slots hold, and nobody is offered a thing twice at a time.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Decide_AnyBehaviourOfAgents_ServesEverybodyWithinTheSlots(int seed)
    {
        var random = new Random(seed);
        var queue = Queue(40).ToList();
        var agents = Enumerable.Range(0, 4).Select(i => Agent($"agent-{i}", 3)).ToList();
        var now = Now;
        for (var step = 0; queue.Count > 0; step++)
        {
            Assert.True(step < 2_000, $"{queue.Count} still wait");
            foreach (var change in DeskRules.Decide(RoundRobin, queue, agents, now))
            {
                var at = queue.IndexOf(change.Conversation);
                queue[at] = change.Conversation with { Offer = new StoredOffer($"o-{step}", change.AgentId, change.ExpiresAt, change.Passed) };
            }

            for (var i = 0; i < agents.Count; i++)
            {
                var agent = agents[i];
                var hers = queue.Where(c => c.Offer?.AgentId == agent.Id).ToList();
                Assert.True(agent.Conversations + hers.Count <= agent.Profile.Slots, "more offered than fits");
                var conversations = agent.Conversations - random.Next(agent.Conversations + 1);
                foreach (var conversation in hers)
                {
                    var at = queue.IndexOf(conversation);
                    switch (random.Next(3))
                    {
                        case 0:
                            queue.RemoveAt(at);
                            conversations++;
                            break;
                        case 1:
                            queue[at] = conversation with { Offer = conversation.Offer! with { AgentId = null, Passed = conversation.Offer.Passed.Add(agent.Id) } };
                            break;
                    }
                }

                agents[i] = agent with { Conversations = conversations, Offers = queue.Count(c => c.Offer?.AgentId == agent.Id), OfferedAt = now };
            }

            now += TimeSpan.FromSeconds(random.Next(1, 20));
        }
    }

    private static StoredAgent Agent(string id, int slots = 4) => new()
    {
        Id = id,
        Profile = new AgentProfile { Name = id, Slots = slots },
        Chosen = AgentPresence.Online,
        Revision = 0,
        Conversations = 0,
        Offers = 0,
    };

    private static ImmutableArray<WaitingConversation> Queue(int count) => [.. Enumerable.Range(0, count).Select(Waiting)];

    private static WaitingConversation Waiting(int i) => new($"demo/{i:D32}", Now.AddMinutes(i - 60), null, "other", null);

    private static WaitingConversation Offered(int i, string? agent, DateTimeOffset expiresAt, params string[] passed) =>
        Waiting(i) with { Offer = new StoredOffer($"offer-{i}", agent, expiresAt, [.. passed]) };
}
