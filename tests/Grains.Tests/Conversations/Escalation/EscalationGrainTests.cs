using System.Runtime.CompilerServices;
using SupportPlatform.Conversations;
using SupportPlatform.Conversations.Events;
using SupportPlatform.Grains.Tests.Hosting;
using SupportPlatform.Grains.Tests.Models;
using SupportPlatform.Models;
using SupportPlatform.Security;
using SupportPlatform.Stores;
using Xunit;
using static SupportPlatform.Grains.Tests.Hosting.Calls;

namespace SupportPlatform.Grains.Tests.Conversations.Escalation;

[Collection(SiloCollection.Name)]
public sealed class EscalationGrainTests(SiloFixture silo)
{
    private static readonly StoreSettings AlwaysClosed = new()
    {
        Name = "A shop",
        // A minute a week, on the day that is furthest away.
        Hours = [new() { Day = (DayOfWeek)(((int)DateTimeOffset.UtcNow.DayOfWeek + 3) % 7), From = new TimeOnly(9, 0), To = new TimeOnly(9, 1) }],
    };

    [Fact]
    public async Task Post_WishOutsideHours_EscalatesOnceAndAsksForTheAddressOnce()
    {
        var store = WithAssistant(await silo.NewStore(AlwaysClosed));
        var grain = await silo.NewConversation(store);
        var follower = new Follower(grain);
        await grain.Post(Message("I want to talk to a human"));
        await follower.UntilAnswers(1);
        await grain.Post(Message("This is ridiculous, get me a manager!!"));
        await follower.UntilAnswers(2);

        var events = await Events(grain);
        var asked = Assert.Single(events, e => e.Type == EventTypes.EscalationRequested);
        Assert.Contains("\"reason\":\"asked\"", asked.Data, StringComparison.Ordinal);
        Assert.Single(events, e => e.Type == EventTypes.FormRequested);
        Assert.DoesNotContain(follower.Events, e => e.Data.Contains("evidence", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Post_WishAfterTheAddressWasGiven_DoesNotAskAgain()
    {
        var store = WithAssistant(await silo.NewStore(AlwaysClosed));
        var grain = await silo.NewConversation(store);
        var form = new Form { FormId = "early", Fields = [new() { Name = "where", Label = "Mail", Type = FormFieldType.Email }] };
        await AsSystem(() => grain.RequestForm(form));
        await grain.SubmitForm(new SubmitForm { FormId = "early", Values = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty.Add("where", "a@shop.example") });
        await grain.Post(Message("I want to talk to a human"));
        await new Follower(grain).UntilAnswers(1);

        var events = await Events(grain);
        Assert.Contains(events, e => e.Type == EventTypes.EscalationRequested);
        Assert.Single(events, e => e.Type == EventTypes.FormRequested);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Escalate_ByStaffOutsideHours_TellsTheCustomerOnceAsATurnDoes(bool byTransfer)
    {
        var wish = await silo.NewConversation(WithAssistant(await silo.NewStore(AlwaysClosed)));
        await wish.Post(Message("I want to talk to a human"));
        await new Follower(wish).UntilAnswers(1);
        var said = (await Events(wish)).Last(e => e.Type == EventTypes.MessagePosted);
        var form = (await Events(wish)).Single(e => e.Type == EventTypes.FormRequested);

        var grain = await silo.NewConversation(await silo.NewStore(AlwaysClosed));
        Func<Task<bool>> escalate = byTransfer
            ? () => grain.Transfer(new TransferConversation { Desk = "main" })
            : () => grain.Escalate(new Escalate { Reason = EscalationReasons.Asked });
        var changed = await AsSystem(() => Task.WhenAll(Enumerable.Range(0, 5).Select(_ => escalate())));

        Assert.Single(changed, c => c);
        var events = await Events(grain);
        Assert.Equal(
            [EventTypes.ConversationStarted, .. byTransfer ? [EventTypes.Transferred] : Array.Empty<string>(), EventTypes.MessagePosted, EventTypes.EscalationRequested, EventTypes.FormRequested],
            events.Select(e => e.Type));
        var told = EventFormat.ReadMessage(events.Single(e => e.Type == EventTypes.MessagePosted).Data);
        var asTurn = EventFormat.ReadMessage(said.Data);
        Assert.Equal(asTurn.Suggestions.AsEnumerable(), told.Suggestions.AsEnumerable());
        Assert.EndsWith(Handoff.Words(EscalationReasons.Asked, AlwaysClosed, DateTimeOffset.UtcNow, "en").Text[^40..], told.Text, StringComparison.Ordinal);
        if (!byTransfer) Assert.Equal(asTurn.Text, told.Text);
        Assert.Equal(form.Data, events[^1].Data);
    }

    [Fact]
    public async Task Escalate_ByStaffWhileATurnRuns_PassesOnOnceAndAnswersAfterwards()
    {
        var store = await silo.NewStore();
        var began = new TaskCompletionSource();
        silo.Assistant.For(store, (input, token) => input.IsWaiting ? ScriptedAssistant.Echo(input, token) : Held(began, token));
        var grain = await silo.NewConversation(store);
        var follower = new Follower(grain);
        await grain.Post(Message("how heavy is it?"));
        await began.Task.WaitAsync(TimeSpan.FromSeconds(10));
        await AsSystem(() => grain.Escalate(new Escalate { Reason = EscalationReasons.Complexity }));
        await follower.UntilAnswers(2);

        Assert.Equal(["how heavy is it?", Handoff.Words(EscalationReasons.Complexity, new StoreSettings { Name = "A shop" }, DateTimeOffset.UtcNow, "en").Text, "You said: how heavy is it?"], follower.Messages.Select(m => m.Text));
        var events = await Events(grain);
        Assert.Contains("\"reason\":\"escalated\"", Assert.Single(events, e => e.Type == EventTypes.TurnCancelled).Data, StringComparison.Ordinal);
        Assert.Single(events, e => e.Type == EventTypes.EscalationRequested);
        CallerContext.Current = Caller.System;
        Assert.Equal(ConversationStatus.Waiting, (await grain.GetView()).Status);
    }

    [Fact]
    public async Task Post_WishAfterAnAgentGaveBack_EscalatesAgain()
    {
        var store = WithAssistant(await silo.NewStore(new StoreSettings { Name = "A shop" }));
        var grain = await silo.NewConversation(store);
        var follower = new Follower(grain);
        await grain.Post(Message("I want to talk to a human"));
        await follower.UntilAnswers(1);
        await AsSystem(() => grain.Claim(new ClaimConversation { AgentId = "ada", AgentName = "Ada" }));
        await AsSystem(() => grain.PostAsAgent(new PostAgentMessage { AgentId = "ada", AgentName = "Ada", ClientMessageId = "a-1", Text = "Hello" }));
        await AsSystem(() => grain.Release(new ReleaseConversation { AgentId = "ada" }));
        await grain.Post(Message("Please let me talk to a human again"));
        await follower.UntilAnswers(2);

        Assert.Equal(2, (await Events(grain)).Count(e => e.Type == EventTypes.EscalationRequested));
    }

    [Fact]
    public async Task TestEscalation_OfAStore_UsesItsRulesAndRefusesVisitors()
    {
        var settings = new StoreSettings { Name = "A shop", Escalation = new EscalationSettings { Rules = [new() { Words = ["bulk order"], Type = "sales", Desk = "sales" }] } };
        var store = await silo.NewStore(settings);
        var grain = silo.Grains.GetGrain<IStoreGrain>(store);
        var test = new EscalationTest { Messages = ["hello", "I have a bulk order"] };

        var verdict = await grain.TestEscalation(test);
        Assert.Equal((EscalationReasons.Policy, "sales", "sales", 2), (verdict.Reason, verdict.Type, verdict.Desk, verdict.Message));
        await Refused(() => grain.TestEscalation(new EscalationTest { Messages = [] }), ProblemCodes.InvalidRequest);
        await Refused(() => grain.Configure(settings with { Escalation = new EscalationSettings { Rules = [new()] } }), ProblemCodes.InvalidRequest);
        await Refused(() => grain.Configure(settings with { Escalation = new EscalationSettings { Desk = "No Desk" } }), ProblemCodes.InvalidRequest);
        CallerContext.Current = Caller.Visitor(store, "contact-1");
        await Refused(() => grain.TestEscalation(test), ProblemCodes.AccessDenied);
    }

    private static async Task Refused(Func<Task> call, string code) => Assert.Equal(code, (await Assert.ThrowsAsync<SupportException>(call)).Code);

    // A turn that ends with its token alone.
    private static async IAsyncEnumerable<TurnUpdate> Held(TaskCompletionSource began, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new TurnStatus("searching");
        began.TrySetResult();
        await Task.Delay(Timeout.Infinite, cancellationToken);
    }

    private static PostMessage Message(string text) => new() { ClientMessageId = Guid.NewGuid().ToString("N"), Text = text };

    private static async Task<IReadOnlyList<LoggedEvent>> Events(IConversationGrain grain) =>
        (await AsSystem(() => grain.GetEvents(0, 500, Audience.Staff))).Events;

    // The product's own assistant, which the fixture's scripted one stands for elsewhere.
    private string WithAssistant(string store)
    {
        silo.Assistant.For(store, (input, token) => new Turns().Assistant.Run(input with { Store = Knowledge.Shop.Store }, token));
        return store;
    }
}
