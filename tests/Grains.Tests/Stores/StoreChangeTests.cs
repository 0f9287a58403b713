using SupportPlatform.Agents;
using SupportPlatform.Conversations;
using SupportPlatform.Grains.Tests.Hosting;
using SupportPlatform.Security;
using SupportPlatform.Stores;
using Xunit;
using static SupportPlatform.Grains.Tests.Hosting.Calls;

namespace SupportPlatform.Grains.Tests.Stores;

[Collection(SiloCollection.Name)]
public sealed class StoreChangeTests(SiloFixture silo)
{
    private static readonly SlaSettings Hour = new() { Policies = [new SlaPolicy { Name = "All", FirstResponseMinutes = 60 }] };

    [Fact]
    public async Task Change_OfSomeSettings_LeavesTheOthers()
    {
        var store = await silo.NewStore(new StoreSettings { Name = "A shop", Greeting = "Hello", TimeZone = "Europe/Berlin" });
        OpeningPeriod monday = new() { Day = DayOfWeek.Monday, From = new(9, 0), To = new(17, 0) };
        await AsSystem(() => Store(store).Change(new StoreSettingsChange { Hours = [monday] }));
        var settings = (await AsSystem(() => Store(store).Change(new StoreSettingsChange { Sla = Hour }))).Settings;
        Assert.Equal(("Hello", "Europe/Berlin", monday, "All"), (settings.Greeting, settings.TimeZone, Assert.Single(settings.Hours), Assert.Single(settings.Sla!.Policies).Name));
        await silo.Restart();
        Assert.Equal(settings.Revision, (await AsSystem(() => Store(store).GetProfile()))!.Settings.Revision);
    }

    [Fact]
    public async Task Change_OfWhatSomebodyElseHasChanged_IsRefusedOnce()
    {
        var store = await silo.NewStore();
        var read = (await AsSystem(() => Store(store).GetProfile()))!.Settings.Revision;
        Assert.NotNull(read);
        var both = await Task.WhenAll(
            Refusal(() => Store(store).Change(new StoreSettingsChange { Sla = Hour, Revision = read })),
            Refusal(() => Store(store).Change(new StoreSettingsChange { TimeZone = "Europe/Paris", Revision = read })));
        Assert.Equal([null, ProblemCodes.SettingsChanged], both.Order());
        Assert.Equal(ProblemCodes.SettingsChanged, await Refusal(() => Store(store).Configure(new StoreSettings { Name = "Another", Revision = read })));
        Assert.Null(await Refusal(() => Store(store).Configure(new StoreSettings { Name = "Another" })));
    }

    [Fact]
    public async Task Change_NotValidOrOfNoStoreOrBySupervisors_IsRefused()
    {
        var store = await silo.NewStore();
        Assert.Equal(ProblemCodes.InvalidRequest, await Refusal(() => Store(store).Change(new StoreSettingsChange { TimeZone = "Mars/Base" })));
        Assert.Equal(ProblemCodes.StoreNotFound, await Refusal(() => Store($"s-{Guid.NewGuid():N}").Change(new StoreSettingsChange { Sla = Hour })));
        Assert.Equal(ProblemCodes.AccessDenied, await Refusal(() => Store(store).Change(new StoreSettingsChange()), Caller.Staff(store, "grace", "Grace", AgentRole.Supervisor)));
        Assert.Equal(ProblemCodes.AccessDenied, await Refusal(() => Store(store).PreviewSla(new SlaPreviewRequest()), Caller.Staff(store, "grace", "Grace", AgentRole.Supervisor)));
    }

    [Fact]
    public async Task Change_WithoutWebhooks_LeavesAPausedOnePaused()
    {
        var store = await silo.NewStore();
        WebhookSettings webhook = new() { Url = "https://hooks.example/in", Events = [EventTypes.Resolved], IsPaused = true };
        await AsSystem(() => Store(store).Change(new StoreSettingsChange { Webhooks = [webhook] }));
        var before = (await AsSystem(() => silo.Grains.GetGrain<IWebhooksGrain>(store).Get())).Webhooks[0].DisabledAt;
        await AsSystem(() => Store(store).Change(new StoreSettingsChange { Sla = Hour }));
        Assert.Equal((true, before), (before is not null, (await AsSystem(() => silo.Grains.GetGrain<IWebhooksGrain>(store).Get())).Webhooks[0].DisabledAt));
    }

    [Fact]
    public void Preview_ByPriorityAndHours_SaysWhatConversationsGoBy()
    {
        // Friday, 16:30 in Berlin: half an hour is left, and the rest is on Monday.
        var now = new DateTimeOffset(2026, 11, 20, 15, 30, 0, TimeSpan.Zero);
        var week = Enum.GetValues<DayOfWeek>().Where(d => d is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
        var settings = new StoreSettings
        {
            Name = "A shop",
            TimeZone = "Europe/Berlin",
            Hours = [.. week.Select(d => new OpeningPeriod { Day = d, From = new(9, 0), To = new(17, 0) })],
            Sla = new SlaSettings
            {
                Policies =
                [
                    new SlaPolicy { Name = "Elsewhere", Desk = "vip", FirstResponseMinutes = 1 },
                    new SlaPolicy { Name = "Urgent", Priority = ConversationPriority.Urgent, FirstResponseMinutes = 15, ResolutionMinutes = 120 },
                    new SlaPolicy { Name = "All", FirstResponseMinutes = 60, BusinessHours = true },
                ],
            },
        };
        var preview = SlaRules.Preview(settings, "main", now);
        Assert.Equal((true, now.AddMinutes(30)), (preview.IsOpen, preview.NextChange));
        Assert.Equal([ConversationPriority.Low, ConversationPriority.Normal, ConversationPriority.High, ConversationPriority.Urgent], preview.Promises.Select(p => p.Priority));
        var (normal, urgent) = (preview.Promises.Single(p => p.Priority == ConversationPriority.Normal), preview.Promises.Single(p => p.Priority == ConversationPriority.Urgent));
        Assert.Equal(("All", new DateTimeOffset(2026, 11, 23, 8, 30, 0, TimeSpan.Zero), null), (normal.Policy, normal.FirstResponseAt, normal.ResolutionAt));
        Assert.Equal(("Urgent", now.AddMinutes(15), now.AddHours(2)), (urgent.Policy, urgent.FirstResponseAt, urgent.ResolutionAt));
        Assert.Equal("Elsewhere", SlaRules.Preview(settings, "vip", now).Promises[0].Policy);
    }

    [Fact]
    public async Task TestEscalation_WithRulesThatAreNotSaved_GoesByThem()
    {
        var store = await silo.NewStore();
        EscalationSettings rules = new() { Rules = [new EscalationRule { Words = ["samovar"], Desk = "tea" }] };
        var test = new EscalationTest { Messages = ["My samovar is here."] };
        Assert.Null((await AsSystem(() => Store(store).TestEscalation(test))).Reason);
        Assert.Equal("tea", (await AsSystem(() => Store(store).TestEscalation(test with { Settings = rules }))).Desk);
        Assert.Equal(ProblemCodes.InvalidRequest, await Refusal(() => Store(store).TestEscalation(test with { Settings = rules with { Desk = "" } })));
    }

    private IStoreGrain Store(string store) => silo.Grains.GetGrain<IStoreGrain>(store);
}
