using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SupportPlatform.Conversations;
using SupportPlatform.Grains.Tests.Hosting;
using SupportPlatform.Security;
using SupportPlatform.Stores;
using Xunit;

namespace SupportPlatform.Grains.Tests.Conversations.Sla;

[Collection(SiloCollection.Name)]
public sealed class SlaTests(SiloFixture silo)
{
    [Fact]
    public async Task Clocks_OfAConversation_AreReadFromEscalationToItsEnd()
    {
        var (store, grain) = await Escalated();
        await Staff(() => grain.Claim(new ClaimConversation { AgentId = "ada", AgentName = "Ada" }));
        await Staff(() => grain.PostAsAgent(new PostAgentMessage { AgentId = "ada", AgentName = "Ada", ClientMessageId = "m-1", Text = "I am here." }));
        CallerContext.Current = Caller.Visitor(store, "contact-1");
        await grain.Post(new PostMessage { ClientMessageId = "c-1", Text = "Thank you." });
        var view = await Read(store, grain);
        Assert.Equal([SlaClocks.FirstResponse, SlaClocks.Resolution, SlaClocks.NextResponse], view.Clocks.Select(c => c.Clock));
        Assert.NotNull(view.Clocks[0].EndedAt);
        Assert.Equal("all", view.Clocks[2].Policy);
        Assert.Equal(view.Clocks[2].StartedAt.AddMinutes(10), view.Clocks[2].DueAt);
        Assert.True(await Staff(() => grain.Resolve()));
        view = await Read(store, grain);
        Assert.NotNull(view.EndedAt);
        Assert.All(view.Clocks, c => Assert.NotNull(c.EndedAt));
        Assert.Equal(0, view.Breaches);
    }

    [Fact]
    public async Task Sweep_AfterACrashAndTheTimeIsOver_SaysItOnceToStaffAlone()
    {
        var (_, grain) = await Escalated();
        var key = grain.GetPrimaryKeyString();

        // As it is half an hour later, in a silo that was not there before.
        await silo.Restart(async database =>
        {
            await Execute(database, "UPDATE conversations SET state = regexp_replace(state::text, '\"dueAt\":\"2\\d{3}', '\"dueAt\":\"2001')::json WHERE key = $1", key);
            await Execute(database, "UPDATE due SET due_at = now() WHERE key = $1 AND kind = 'sla'", key);
        });
        grain = silo.Grains.GetGrain<IConversationGrain>(key);
        CallerContext.Current = Caller.System;
        var follower = new Follower(grain, Audience.Staff);
        await follower.Until(f => f.Events.Any(e => e.Type == EventTypes.SlaBreached));
        await grain.WakeUp(DueKinds.Sla);
        var events = (await grain.GetEvents(0, 100, Audience.Staff)).Events;
        Assert.Contains("\"clock\":\"first-response\",\"policy\":\"all\",\"dueAt\":\"2001", Assert.Single(events, e => e.Type == EventTypes.SlaBreached).Data, StringComparison.Ordinal);
        Assert.DoesNotContain((await grain.GetEvents(0, 100, Audience.Customer)).Events, e => e.Type == EventTypes.SlaBreached);
        Assert.Equal(0L, await Execute("SELECT count(*) FROM due WHERE key = $1 AND kind = 'sla'", key));
    }

    [Fact]
    public async Task GetClocks_OfAnotherStoreOrForACustomer_IsRefused()
    {
        var (store, grain) = await Escalated();
        var id = ConversationKey.FromGrainKey(grain.GetPrimaryKeyString()).PublicId;
        CallerContext.Current = Caller.Visitor(store, "contact-1");
        Assert.Equal(ProblemCodes.AccessDenied, (await Assert.ThrowsAsync<SupportException>(() => silo.Grains.GetGrain<IServiceLevelsGrain>(store).GetClocks(id))).Code);
        var other = await silo.NewStore();
        Assert.Equal(ProblemCodes.ConversationNotFound, (await Assert.ThrowsAsync<SupportException>(() => silo.Grains.GetGrain<IServiceLevelsGrain>(other).GetClocks(id))).Code);
    }

    private async Task<(string Store, IConversationGrain Grain)> Escalated()
    {
        var store = await silo.NewStore(new StoreSettings
        {
            Name = "A shop",
            Sla = new SlaSettings { Policies = [new SlaPolicy { Name = "all", FirstResponseMinutes = 30, NextResponseMinutes = 10 }] },
        });
        var grain = await silo.NewConversation(store);
        await Staff(() => grain.Escalate(new Escalate { Reason = EscalationReasons.Asked }));
        return (store, grain);
    }

    private Task<SlaView> Read(string store, IConversationGrain grain) =>
        Staff(() => silo.Grains.GetGrain<IServiceLevelsGrain>(store).GetClocks(ConversationKey.FromGrainKey(grain.GetPrimaryKeyString()).PublicId));

    private Task<object?> Execute(string sql, string key) => Execute(silo.Silo.Services.GetRequiredService<NpgsqlDataSource>(), sql, key);

    private static async Task<object?> Execute(NpgsqlDataSource database, string sql, string key)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var command = connection.Statement(sql, key);
        return await command.ExecuteScalarAsync();
    }

    private static async Task<T> Staff<T>(Func<Task<T>> call)
    {
        CallerContext.Current = Caller.Administrator;
        return await call();
    }
}
