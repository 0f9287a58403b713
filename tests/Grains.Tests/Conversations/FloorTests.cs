using System.Runtime.CompilerServices;
using SupportPlatform.Conversations;
using SupportPlatform.Grains.Tests.Hosting;
using SupportPlatform.Models;
using SupportPlatform.Security;
using Xunit;
using static SupportPlatform.Grains.Tests.Hosting.Calls;

namespace SupportPlatform.Grains.Tests.Conversations;

[Collection(SiloCollection.Name)]
public sealed class FloorTests(SiloFixture silo)
{
    [Fact]
    public async Task Claim_ByFiftyAgentsAtOnce_HasOneWinner()
    {
        var store = await silo.NewStore();
        var grain = await silo.NewConversation(store);
        await AsSystem(() => grain.Escalate(new Escalate { Reason = EscalationReasons.Asked }));
        var receipts = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => AsSystem(() => grain.Claim(Agent($"agent-{i}")))));
        var winner = Assert.Single(receipts, r => r.Won);
        Assert.All(receipts, r => Assert.Equal(winner.AgentId, r.AgentId));
        Assert.Single(await Events(grain), e => e.Type == EventTypes.AgentJoined);
        Assert.True((await AsSystem(() => grain.Claim(Agent(winner.AgentId)))).Won);
    }

    [Fact]
    public async Task Claim_InMidSentence_LeavesNotOneCharacterOfTheAssistantAfterIt()
    {
        for (var round = 0; round < 30; round++)
        {
            var store = await silo.NewStore();
            var writing = new TaskCompletionSource();
            silo.Assistant.For(store, (_, token) => Stubborn(writing, token));
            var grain = await silo.NewConversation(store);
            await grain.Post(Message("hello"));
            await writing.Task.WaitAsync(TimeSpan.FromSeconds(10));
            var receipt = await AsSystem(() => grain.Claim(Agent("ada")));
            Assert.True(receipt.Won);
            await AsSystem(() => grain.PostAsAgent(From("ada", $"m-{round}", "I am here.")));
            await grain.Post(Message("thank you"));
            var after = (await Events(grain)).Where(e => e.Seq > receipt.Seq).ToList();
            Assert.Equal([EventTypes.MessagePosted, EventTypes.MessagePosted], after.Select(e => e.Type));
            Assert.DoesNotContain(after, e => e.Data.Contains("\"role\":\"assistant\"", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Release_ToTheAssistant_AnswersWhatWasWrittenMeanwhile()
    {
        var store = await silo.NewStore();
        var grain = await silo.NewConversation(store);
        await AsSystem(() => grain.Claim(Agent("ada")));
        await AsSystem(() => grain.PostAsAgent(From("ada", "m-1", "I am here.")));
        await grain.Post(Message("how heavy is it?"));
        Assert.False(await AsSystem(() => grain.Release(new ReleaseConversation { AgentId = "ben" })));
        Assert.True(await AsSystem(() => grain.Release(new ReleaseConversation { AgentId = "ada", Note = "They ask about the weight." })));
        var follower = new Follower(grain);
        await follower.UntilAnswers(1);
        Assert.Equal("You said: how heavy is it?", follower.Messages.Last().Text);
        Assert.DoesNotContain(follower.Events, e => e.Data.Contains("They ask about the weight", StringComparison.Ordinal));
        Assert.Contains(await Events(grain), e => e.Type == EventTypes.NoteAdded);
    }

    [Fact]
    public async Task PostAsAgent_Twice_PostsOnceAndOnlyWithTheFloor()
    {
        var store = await silo.NewStore();
        var grain = await silo.NewConversation(store);
        var early = await Assert.ThrowsAsync<SupportException>(() => AsSystem(() => grain.PostAsAgent(From("ada", "m-0", "Hello"))));
        Assert.Equal(ProblemCodes.NotYourConversation, early.Code);
        await AsSystem(() => grain.Claim(Agent("ada")));
        var first = await AsSystem(() => grain.PostAsAgent(From("ada", "m-1", "Hello")));
        var again = await AsSystem(() => grain.PostAsAgent(From("ada", "m-1", "Hello")));
        Assert.Equal((first.Seq, true), (again.Seq, again.Duplicate));
        var note = await AsSystem(() => grain.AddNote(From("ben", "n-1", "Careful.")));
        Assert.Equal((note.Seq, true), ((await AsSystem(() => grain.AddNote(From("ben", "n-1", "Careful.")))).Seq, true));
    }

    [Fact]
    public async Task List_Waiting_IsInTheOrderOfWaitingAndSurvivesARestart()
    {
        var store = await silo.NewStore();
        var waiting = new List<IConversationGrain>();
        for (var i = 0; i < 5; i++)
        {
            var grain = await silo.NewConversation(store);
            if (i == 2) continue;
            await AsSystem(() => grain.Escalate(new Escalate { Reason = EscalationReasons.Pulled }));
            waiting.Add(grain);
        }

        var first = await AsSystem(() => List(store, new ConversationFilter { Status = ConversationStatus.Waiting, Limit = 3 }));
        var rest = await AsSystem(() => List(store, new ConversationFilter { Status = ConversationStatus.Waiting, Limit = 3, Cursor = first.Cursor }));
        Assert.Equal(
            waiting.Select(w => ConversationKey.FromGrainKey(w.GetPrimaryKeyString()).PublicId),
            first.Conversations.Concat(rest.Conversations).Select(c => c.ConversationId));
        Assert.Null(rest.Cursor);
        await AsSystem(() => waiting[0].Claim(Agent("ada")));
        var hers = await AsSystem(() => List(store, new ConversationFilter { AgentId = "ada" }));
        Assert.Equal(ConversationStatus.WithAgent, Assert.Single(hers.Conversations).Status);
        CallerContext.Current = Caller.Visitor(store, "somebody-else");
        Assert.Empty((await List(store, new ConversationFilter())).Conversations);
    }

    private static ClaimConversation Agent(string id) => new() { AgentId = id, AgentName = id };

    private static PostAgentMessage From(string agent, string id, string text) =>
        new() { AgentId = agent, AgentName = agent, ClientMessageId = id, Text = text };

    private static PostMessage Message(string text) => new() { ClientMessageId = Guid.NewGuid().ToString("N"), Text = text };

    private static async Task<IReadOnlyList<LoggedEvent>> Events(IConversationGrain grain) =>
        (await AsSystem(() => grain.GetEvents(0, 500, Audience.Staff))).Events;

    // A model that goes on writing whatever it is told, for a while.
    private static async IAsyncEnumerable<TurnUpdate> Stubborn(TaskCompletionSource writing, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var i = 0; i < 50; i++)
        {
            yield return new TurnText("word ");
            if (i == 3) writing.TrySetResult();
            await Task.Yield();
        }

        yield return new TurnFinished(ScriptedAssistant.Result("word"));
        cancellationToken.ThrowIfCancellationRequested();
    }

    private Task<ConversationPage> List(string store, ConversationFilter filter) =>
        silo.Grains.GetGrain<IConversationsGrain>(store).List(filter);
}
