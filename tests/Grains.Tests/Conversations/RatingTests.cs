using System.Text.Json;
using SupportPlatform.Conversations;
using SupportPlatform.Conversations.Events;
using SupportPlatform.Grains.Tests.Hosting;
using Xunit;

namespace SupportPlatform.Grains.Tests.Conversations;

[Collection(SiloCollection.Name)]
public sealed class RatingTests(SiloFixture silo)
{
    [Fact]
    public async Task Rate_AnAnswer_LastOneCountsAndTheSameChangesNothing()
    {
        var store = await silo.NewStore();
        var grain = await silo.NewConversation(store);
        var follower = await Ask(grain, 1);
        var answer = follower.Messages.Last().MessageId;

        var down = await grain.Rate(new RateAnswer { MessageId = answer, Score = 1, Comment = "Wrong." });
        var same = await grain.Rate(new RateAnswer { MessageId = answer, Score = 1, Comment = "Wrong." });
        var up = await grain.Rate(new RateAnswer { MessageId = answer, Score = 5 });
        var whole = await grain.Rate(new RateAnswer { Score = 5 });
        var wholeAgain = await grain.Rate(new RateAnswer { Score = 5 });

        Assert.Equal((true, false, true, true, false), (down, same, up, whole, wholeAgain));
        await follower.Until(f => f.Events.Count(e => e.Type == EventTypes.Rated) == 3);
        var first = JsonDocument.Parse(follower.Events.First(e => e.Type == EventTypes.Rated).Data).RootElement;
        Assert.Equal(
            (answer, 1, "Wrong.", "customer"),
            (first.GetProperty("messageId").GetString(), first.GetProperty("score").GetInt32(), first.GetProperty("comment").GetString(), first.GetProperty("by").GetString()));
    }

    [Fact]
    public async Task Rate_TheSameFiveTimesAtOnce_ChangesOnce()
    {
        var store = await silo.NewStore();
        var grain = await silo.NewConversation(store);
        var answer = (await Ask(grain, 1)).Messages.Last().MessageId;

        var changes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => grain.Rate(new RateAnswer { MessageId = answer, Score = 4 })));

        Assert.Single(changes, c => c);
    }

    [Fact]
    public async Task Rate_WhatIsNoAnswer_IsRefused()
    {
        var store = await silo.NewStore();
        var grain = await silo.NewConversation(store);
        var question = (await Ask(grain, 1)).Messages.First().MessageId;

        var own = await Assert.ThrowsAsync<SupportException>(() => grain.Rate(new RateAnswer { MessageId = question, Score = 5 }));
        var unknown = await Assert.ThrowsAsync<SupportException>(() => grain.Rate(new RateAnswer { MessageId = "nothing", Score = 5 }));

        Assert.Equal((ProblemCodes.InvalidRequest, ProblemCodes.MessageNotFound), (own.Code, unknown.Code));
    }

    [Fact]
    public async Task Rate_AnAnswerThatLeftTheMemory_IsFoundInTheLog()
    {
        var store = await silo.NewStore();
        var grain = await silo.NewConversation(store);
        var answer = (await Ask(grain, 1)).Messages.Last().MessageId;
        await grain.Rate(new RateAnswer { MessageId = answer, Score = 2 });
        for (var i = 0; i < 100; i++) await grain.Post(new PostMessage { ClientMessageId = $"{i}", Text = $"line {i}" });

        Assert.False(await grain.Rate(new RateAnswer { MessageId = answer, Score = 2 }));
        Assert.True(await grain.Rate(new RateAnswer { MessageId = answer, Score = 5 }));
        Assert.False(await grain.Rate(new RateAnswer { MessageId = answer, Score = 5 }));
    }

    [Fact]
    public void Rate_AnAgentsMessage_IsTaken()
    {
        var decision = ConversationRules.Rate(new RateAnswer { MessageId = "m", Score = 3 }, new RatingTarget(MessageRole.Agent, null), "customer");

        Assert.Equal(new Rated { MessageId = "m", Score = 3, By = "customer" }, Assert.Single(decision.Events));
    }

    private static async Task<Follower> Ask(IConversationGrain grain, int answers)
    {
        await grain.Post(new PostMessage { ClientMessageId = Guid.NewGuid().ToString("N"), Text = "How heavy is it?" });
        var follower = new Follower(grain);
        await follower.UntilAnswers(answers);
        return follower;
    }
}
