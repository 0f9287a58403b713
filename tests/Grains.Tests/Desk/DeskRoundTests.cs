using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SupportPlatform.Agents;
using SupportPlatform.Conversations;
using SupportPlatform.Desk;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.Grains.Tests.Desk;

/// <summary>Desks over a real database, on a clock of the test's own.</summary>
public sealed class DeskRoundTests : IAsyncLifetime
{
    private const string Store = "demo";
    private const string Desk = "main";
    private readonly DatabaseFixture _database = new();
    private readonly FakeTimeProvider _clock = new();
    private AgentStore _agents = null!;
    private OfferStore _offers = null!;
    private DeskStore _desks = null!;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        var retry = new StorageRetry(Options.Create(new LogWriterOptions()), TimeProvider.System, NullLogger<StorageRetry>.Instance);
        (_agents, _offers, _desks) = (new(_database.DataSource, retry), new(_database.DataSource, retry), new(_database.DataSource, retry));
        await _desks.Configure(Store, Desk, new DeskSettings { Assignment = DeskAssignment.RoundRobin, OfferSeconds = 30 }, default);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Run_UnansweredOffer_GoesToTheNextAgentWhenItsLeaseEnds()
    {
        await Online("ada", "ben");
        await Wait("a");
        await Run();
        var first = await Holder();
        _clock.Advance(TimeSpan.FromSeconds(29));
        await Run();
        Assert.Equal(first, await Holder());
        _clock.Advance(TimeSpan.FromSeconds(1));
        await Run();
        Assert.Equal(first == "ada" ? "ben" : "ada", await Holder());
        Assert.Empty(await _offers.OfAgent(Store, first!, default));
    }

    [Fact]
    public async Task Run_AgentWhoFallsSilent_LosesTheOfferAndGetsNoOther()
    {
        await Online("ada");
        await Wait("a");
        await Run();
        Assert.Equal("ada", await Holder());
        await _desks.Configure(Store, Desk, new DeskSettings { Assignment = DeskAssignment.RoundRobin, OfferSeconds = 600 }, default);
        _clock.Advance(TimeSpan.FromSeconds(46));
        await Online("ben");
        await Run();
        Assert.Equal("ben", await Holder());
        await _agents.Seen(Store, "ada", _clock.GetUtcNow(), null, default);
        await Wait("b");
        await Run();
        Assert.Single(await _offers.OfAgent(Store, "ada", default));
    }

    [Fact]
    public async Task Run_Urgent_OvertakesThoseWhoWaitedLittleLongerOnly()
    {
        await Wait("a");
        _clock.Advance(TimeSpan.FromMinutes(8));
        await Wait("b");
        _clock.Advance(TimeSpan.FromMinutes(5));
        await Wait("c", ConversationPriority.Urgent);
        Assert.Equal(["a", "c", "b"], (await Run()).Select(c => c.Key[^1..]));
    }

    [Fact]
    public async Task Run_FreeSlot_DrawsTheNextAtOnce()
    {
        await Online("ada");
        await _agents.Put(Store, "ada", new AgentProfile { Name = "Ada", Slots = 1 }, default);
        await Wait("a");
        _clock.Advance(TimeSpan.FromSeconds(1));
        await Wait("b");
        await Run();
        Assert.EndsWith("a", Assert.Single(await _offers.OfAgent(Store, "ada", default)).ConversationId, StringComparison.Ordinal);
        await Execute("UPDATE conversations SET waiting_since = NULL, agent = 'ada' WHERE key LIKE '%a'");
        await Run();
        Assert.Empty(await _offers.OfAgent(Store, "ada", default));
        await Execute("UPDATE conversations SET agent = NULL");
        await Run();
        Assert.EndsWith("b", Assert.Single(await _offers.OfAgent(Store, "ada", default)).ConversationId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ByManyAtOnce_OffersEachConversationOnceAndKeepsTheDecline()
    {
        await Online("ada", "ben", "cem");
        for (var i = 0; i < 6; i++) await Wait($"{i}");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Run()));
        var offers = new List<OfferView>();
        foreach (var agent in new[] { "ada", "ben", "cem" }) offers.AddRange(await _offers.OfAgent(Store, agent, default));
        Assert.Equal(6, offers.Select(o => o.ConversationId).Distinct().Count());
        Assert.Equal(6, offers.Count);
        var ada = (await _offers.OfAgent(Store, "ada", default))[0];
        Assert.True(await _offers.Decline(Store, "ada", ada.OfferId, default));
        Assert.False(await _offers.Decline(Store, "ada", ada.OfferId, default));
        Assert.Null(await _offers.Find(Store, "ada", ada.OfferId, default));
        await Run();
        Assert.DoesNotContain(await _offers.OfAgent(Store, "ada", default), o => o.ConversationId == ada.ConversationId);
    }

    [Fact]
    public async Task Save_OfferDeclinedMeanwhile_StaysDeclined()
    {
        await Online("ada", "ben");
        await Wait("a");
        await Run();
        var read = await _desks.Queue(Store, Desk, default);
        var holder = (await Holder())!;
        Assert.True(await _offers.Decline(Store, holder, read[0].Offer!.Id, default));
        await Execute("UPDATE desk_offers SET id = 'moved'");
        await _desks.Save(Store, Desk, [new OfferChange(read[0], holder, _clock.GetUtcNow(), [])], _clock.GetUtcNow(), default);
        Assert.Null(await Holder());
    }

    [Fact]
    public async Task Active_OfAStore_AreDesksWithSomebodyWaitingOrAnOffer()
    {
        Assert.Empty(await _desks.Active(null, default));
        await Online("ada");
        await Wait("a");
        await Run();
        await Execute("UPDATE conversations SET waiting_since = NULL");
        Assert.Equal(["demo/main"], await _desks.Active([Store], default));
        Assert.Empty(await _desks.Active(["other"], default));
        await Run();
        Assert.Empty(await _desks.Active(null, default));
    }

    private Task<IReadOnlyList<WaitingConversation>> Run() =>
        new DeskRound(_desks, _agents, Options.Create(new DeskOptions()), _clock).Run(Store, Desk, default);

    private async Task<string?> Holder() => Assert.Single(await _desks.Queue(Store, Desk, default)).Offer?.AgentId;

    private async Task Online(params string[] agents)
    {
        foreach (var agent in agents)
        {
            await _agents.Put(Store, agent, new AgentProfile { Name = agent }, default);
            await _agents.Seen(Store, agent, _clock.GetUtcNow(), AgentPresence.Online, default);
        }
    }

    private async Task Wait(string id, ConversationPriority priority = ConversationPriority.Normal)
    {
        await using var command = _database.DataSource.CreateCommand(
            """
            INSERT INTO conversations (key, store, status, contact_id, channel, desk, waiting_since, state, priority, created_at, updated_at)
            VALUES ($1, $2, 'waiting', 'c-1', 'api', $3, $4, '{}', $5, $4, $4)
            """);
        foreach (var value in new object[] { $"{Store}/{id.PadLeft(32, '0')}", Store, Desk, _clock.GetUtcNow().UtcDateTime, (short)priority })
            command.Parameters.AddWithValue(value);
        await command.ExecuteNonQueryAsync();
    }

    private async Task Execute(string sql)
    {
        await using var command = _database.DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
