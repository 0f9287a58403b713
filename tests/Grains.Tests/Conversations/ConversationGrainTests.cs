using System.Runtime.CompilerServices;
using SupportPlatform.Conversations;
using SupportPlatform.Grains.Tests.Hosting;
using SupportPlatform.Models;
using SupportPlatform.Security;
using SupportPlatform.Stores;
using Xunit;
using static SupportPlatform.Grains.Tests.Hosting.Calls;

namespace SupportPlatform.Grains.Tests.Conversations;

[Collection(SiloCollection.Name)]
public sealed class ConversationGrainTests(SiloFixture silo)
{
    [Fact]
    public async Task Post_AQuestion_StreamsAndAnswers()
    {
        var store = await silo.NewStore();
        var grain = await silo.NewConversation(store);
        var receipt = await grain.Post(Message("how heavy is it?"));
        Assert.Equal(2, receipt.Seq);
        var follower = new Follower(grain);
        await follower.UntilAnswers(1);
        Assert.Equal("You said: how heavy is it?", follower.Messages.Last().Text);
        Assert.Equal(
            [EventTypes.ConversationStarted, EventTypes.MessagePosted, EventTypes.TurnStarted, EventTypes.MessagePosted],
            follower.Events.Select(e => e.Type));
    }

    [Fact]
    public async Task Post_SameClientIdFiveTimesInParallel_PostsOnce()
    {
        var store = await silo.NewStore();
        var grain = await silo.NewConversation(store);
        for (var round = 0; round < 20; round++)
        {
            var message = Message($"round {round}");
            var receipts = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => grain.Post(message)));
            Assert.Single(receipts.Select(r => r.Seq).Distinct());
            Assert.Single(receipts, r => !r.Duplicate);
        }

        var page = await grain.GetEvents(0, 500, Audience.Customer);
        Assert.Equal(20, page.Events.Count(e => e.Data.Contains("\"role\":\"customer\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Post_RepeatedAfterTheTailHasMovedOn_IsFoundInTheDatabase()
    {
        var store = await silo.NewStore();
        silo.Assistant.For(store, Silent);
        var grain = await silo.NewConversation(store);
        var first = Message("the first");
        var receipt = await grain.Post(first);
        for (var i = 0; i < 300; i++) await grain.Post(Message($"line {i}"));
        var again = await grain.Post(first);
        Assert.True(again.Duplicate);
        Assert.Equal(receipt.Seq, again.Seq);
    }

    [Fact]
    public async Task Post_ABurst_GetsOneAnswerThatUsedAll()
    {
        var store = await silo.NewStore();
        var firstTurn = new TaskCompletionSource();
        silo.Assistant.For(store, (input, token) => input.Questions.Length < 4 ? Hang(firstTurn, token) : ScriptedAssistant.Echo(input, token));
        var grain = await silo.NewConversation(store);
        await grain.Post(Message("one"));
        await firstTurn.Task.WaitAsync(TimeSpan.FromSeconds(10));
        foreach (var line in new[] { "two", "three", "four" }) await grain.Post(Message(line));
        var follower = new Follower(grain);
        await follower.UntilAnswers(1);
        Assert.Equal("You said: one / two / three / four", Assert.Single(follower.Messages, m => m.Role == MessageRole.Assistant).Text);
        Assert.Contains(follower.Events, e => e.Type == EventTypes.TurnCancelled);
    }

    [Fact]
    public async Task Turn_WhoseModelFails_IsTriedAgain()
    {
        var store = await silo.NewStore();
        var attempts = 0;
        silo.Assistant.For(store, (input, token) =>
            Interlocked.Increment(ref attempts) < 3 ? throw new ModelException("the model is down") : ScriptedAssistant.Echo(input, token));
        var grain = await silo.NewConversation(store);
        await grain.Post(Message("hello"));
        var follower = new Follower(grain);
        await follower.UntilAnswers(1);
        Assert.Equal(2, follower.Events.Count(e => e.Type == EventTypes.TurnFailed));
        Assert.Equal("You said: hello", follower.Messages.Last().Text);
    }

    [Fact]
    public async Task Turn_WhoseModelStaysDown_EndsWithAnOfferOfAPerson()
    {
        var store = await silo.NewStore();
        silo.Assistant.For(store, (_, _) => throw new ModelException("secret detail of the model"));
        var grain = await silo.NewConversation(store);
        await grain.Post(Message("hello"));
        var follower = new Follower(grain);
        await follower.UntilAnswers(1);
        var answer = follower.Messages.Last();
        Assert.Contains("offer-human", answer.Actions);
        Assert.DoesNotContain(follower.Events, e => e.Data.Contains("secret detail", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Turn_ThatDoesNotBegin_IsReplacedByTheExtract()
    {
        var store = await silo.NewStore();
        silo.Assistant.For(store, Silent);
        silo.Assistant.ExtractFor(store, ScriptedAssistant.Result("From the handbook [1]."));
        var grain = await silo.NewConversation(store);
        await grain.Post(Message("anybody there?"));
        var follower = new Follower(grain);
        await follower.UntilAnswers(1);
        Assert.Equal("From the handbook [1].", follower.Messages.Last().Text);
        Assert.False((await AsSystem(() => grain.GetView())).TurnId is not null);
    }

    [Fact]
    public async Task CancelTurn_WhileWriting_LeavesNothingOfIt()
    {
        var store = await silo.NewStore();
        var writing = new TaskCompletionSource();
        silo.Assistant.For(store, (_, token) => WriteAndHang("half an answer", writing, token));
        var grain = await silo.NewConversation(store);
        await grain.Post(Message("hello"));
        var follower = new Follower(grain);
        await follower.Until(f => f.LiveText.Length > 0);
        Assert.True(await grain.CancelTurn());
        Assert.False(await grain.CancelTurn());
        await follower.Until(f => f.Events.Any(e => e.Type == EventTypes.TurnCancelled));
        Assert.Equal("", follower.LiveText);
        Assert.DoesNotContain(follower.Messages, m => m.Role == MessageRole.Assistant);
    }

    [Fact]
    public async Task Resolve_ThenPost_Reopens()
    {
        var store = await silo.NewStore();
        var grain = await silo.NewConversation(store);
        Assert.True(await grain.Resolve());
        Assert.False(await grain.Resolve());
        await grain.Post(Message("one more"));
        var follower = new Follower(grain);
        await follower.UntilAnswers(1);
        Assert.Equal(1, follower.Events.Count(e => e.Type == EventTypes.Reopened));
    }

    [Fact]
    public async Task SubmitForm_OfTheStoreBeforeTheFirstMessage_IsKeptForStaff()
    {
        var form = new Form { FormId = "hello", Fields = [new FormField { Name = "name", Label = "Name", Required = true }], Skippable = true };
        var store = await silo.NewStore(new StoreSettings { Name = "Shop", Widget = new WidgetSettings { PreChat = form } });
        var grain = await silo.NewConversation(store);
        var wrong = await grain.SubmitForm(new SubmitForm { FormId = "hello" });
        Assert.Equal("required", wrong.Errors["name"]);
        var answer = new SubmitForm { FormId = "hello", Values = wrong.Errors.SetItem("name", "Ada") };
        var receipts = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => grain.SubmitForm(answer)));
        Assert.Single(receipts, r => r.Changed);
        var unknown = await Assert.ThrowsAsync<SupportException>(() => grain.SubmitForm(answer with { FormId = "other" }));
        Assert.Equal(ProblemCodes.FormNotFound, unknown.Code);
        var seen = (await grain.GetEvents(0, 10, Audience.Customer)).Events.Single(e => e.Type == EventTypes.FormSubmitted);
        Assert.Null(seen.StaffData);
        Assert.DoesNotContain("Ada", seen.Data, StringComparison.Ordinal);
        var known = (await AsSystem(() => grain.GetEvents(0, 10, Audience.Staff))).Events.Single(e => e.Type == EventTypes.FormSubmitted);
        Assert.Contains("Ada", known.StaffData, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Follow_CutAtRandomPoints_EndsWithTheLog()
    {
        var store = await silo.NewStore();
        silo.Assistant.For(store, Slowly);
        var grain = await silo.NewConversation(store);
        var random = new Random(7);
        var followers = Enumerable.Range(0, 20).Select(_ => new Follower(grain)).ToList();
        var customer = Task.Run(async () =>
        {
            CallerContext.Current = Caller.Visitor(store, "contact-1");
            for (var i = 1; i <= 5; i++)
            {
                await grain.Post(Message($"question {i}"));
                await new Follower(grain).UntilAnswers(i);
            }
        });
        var seeds = followers.Select(_ => random.Next()).ToList();
        var cuts = followers.Select((f, i) => Task.Run(async () =>
        {
            CallerContext.Current = Caller.Visitor(store, "contact-1");
            var mine = new Random(seeds[i]);
            while (f.Messages.Count(m => m.Role == MessageRole.Assistant) < 5)
            {
                var frames = mine.Next(1, 12);
                await f.Until(x => --frames < 0 || x.Messages.Count(m => m.Role == MessageRole.Assistant) >= 5);
            }
        }));
        await Task.WhenAll(cuts.Append(customer));
        var log = await grain.GetEvents(0, 500, Audience.Customer);
        foreach (var follower in followers)
            Assert.Equal(log.Events.Take(follower.Events.Count).Select(e => e.Data), follower.Events.Select(e => e.Data));
    }

    [Fact]
    public async Task GetEvents_OfACustomer_HasNoTraces()
    {
        var store = await silo.NewStore();
        var grain = await silo.NewConversation(store);
        await grain.Post(Message("hello"));
        await new Follower(grain).Until(f => f.Events.Any(e => e.Type == EventTypes.TurnCompleted));
        Assert.All((await grain.GetEvents(0, 500, Audience.Customer)).Events, e => Assert.Null(e.StaffData));
        var staff = await AsSystem(() => grain.GetEvents(0, 500, Audience.Staff));
        Assert.Contains("scripted", staff.Events.Single(e => e.Type == EventTypes.TurnCompleted).StaffData, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_OfTheWrongCaller_AreRefused()
    {
        var store = await silo.NewStore();
        var grain = await silo.NewConversation(store);
        CallerContext.Current = Caller.Visitor(store, "somebody-else");
        Assert.Equal(ProblemCodes.ConversationNotFound, (await Assert.ThrowsAsync<SupportException>(() => grain.GetView())).Code);
        CallerContext.Current = Caller.Visitor("another-store", "contact-1");
        Assert.Equal(ProblemCodes.WrongStore, (await Assert.ThrowsAsync<SupportException>(() => grain.GetView())).Code);
        CallerContext.Current = null;
        Assert.Equal(ProblemCodes.AccessDenied, (await Assert.ThrowsAsync<SupportException>(() => grain.GetView())).Code);
        CallerContext.Current = Caller.Visitor(store, "contact-1");
        Assert.Equal(
            ProblemCodes.AccessDenied,
            (await Assert.ThrowsAsync<SupportException>(() => grain.GetEvents(0, 10, Audience.Staff))).Code);
        Assert.Equal(
            ProblemCodes.AccessDenied,
            (await Assert.ThrowsAsync<SupportException>(() => silo.Grains.GetGrain<IStoreGrain>(store).GetProfile())).Code);
    }

    [Fact]
    public async Task GetView_OfAnUnknownConversation_IsNotFound()
    {
        var store = await silo.NewStore();
        CallerContext.Current = Caller.Visitor(store, "contact-1");
        var grain = silo.Grains.GetGrain<IConversationGrain>(ConversationKey.New(store).GrainKey);
        Assert.Equal(ProblemCodes.ConversationNotFound, (await Assert.ThrowsAsync<SupportException>(() => grain.GetView())).Code);
    }

    private static PostMessage Message(string text) => new() { ClientMessageId = Guid.NewGuid().ToString("N"), Text = text };

    private static IAsyncEnumerable<TurnUpdate> Silent(TurnInput input, CancellationToken cancellationToken) =>
        Hang(new TaskCompletionSource(), cancellationToken);

    private static async IAsyncEnumerable<TurnUpdate> Hang(
        TaskCompletionSource begun, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        begun.TrySetResult();
        await Task.Delay(Timeout.Infinite, cancellationToken);
        yield break;
    }

    private static async IAsyncEnumerable<TurnUpdate> WriteAndHang(
        string text, TaskCompletionSource written, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new TurnText(text);
        written.TrySetResult();
        await Task.Delay(Timeout.Infinite, cancellationToken);
    }

    private static async IAsyncEnumerable<TurnUpdate> Slowly(TurnInput input, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var update in ScriptedAssistant.Echo(input, cancellationToken))
        {
            await Task.Delay(8, cancellationToken);
            yield return update;
        }
    }
}
