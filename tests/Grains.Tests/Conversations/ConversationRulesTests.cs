using SupportPlatform.Conversations;
using SupportPlatform.Conversations.Events;
using SupportPlatform.Knowledge;
using Xunit;

namespace SupportPlatform.Grains.Tests.Conversations;

public sealed class ConversationRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
    private readonly RulesDriver _conversation = new(Now);

    [Fact]
    public void Start_Twice_StartsOnce()
    {
        Assert.Equal([EventTypes.ConversationStarted], _conversation.Types);
        Assert.True(ConversationRules.Start(_conversation.State).IsNothing);
    }

    [Fact]
    public void Post_FirstMessage_OwesAnAnswerByTheDeadline()
    {
        _conversation.Post("hello");
        Assert.Equal(2, _conversation.State.UnansweredFrom);
        Assert.Equal(Now.AddSeconds(20), _conversation.Due);
    }

    [Fact]
    public void Post_SecondMessageOfABurst_KeepsTheDeadlineOfTheFirst()
    {
        _conversation.Post("hello");
        _conversation.Now = Now.AddSeconds(4);
        _conversation.Post("anybody?");
        Assert.Equal(Now.AddSeconds(20), _conversation.Due);
        Assert.Equal(2, _conversation.State.UnansweredFrom);
        Assert.Equal(3, _conversation.State.LastCustomerSeq);
    }

    [Fact]
    public void Post_WhileATurnRuns_CancelsIt()
    {
        _conversation.Post("hello");
        var turn = _conversation.StartTurn();
        _conversation.Post("one more thing");
        Assert.Null(_conversation.State.Turn);
        Assert.Equal(
            [EventTypes.ConversationStarted, EventTypes.MessagePosted, EventTypes.TurnStarted, EventTypes.TurnCancelled, EventTypes.MessagePosted],
            _conversation.Types);
        Assert.Equal(turn, _conversation.Events.OfType<TurnCancelled>().Single().TurnId);
    }

    [Fact]
    public void CompleteTurn_OvertakenByAMessage_IsRefused()
    {
        _conversation.Post("hello");
        var turn = _conversation.StartTurn();
        _conversation.Post("one more thing");
        Assert.False(_conversation.Complete(turn));
        Assert.DoesNotContain(_conversation.Events.OfType<MessagePosted>(), m => m.Role == MessageRole.Assistant);
    }

    [Fact]
    public void CompleteTurn_OfAnOlderFloor_IsRefused()
    {
        _conversation.Post("hello");
        var turn = _conversation.StartTurn();
        _conversation.State = _conversation.State with { Floor = 2 };
        Assert.False(_conversation.Complete(turn));
    }

    [Fact]
    public void CompleteTurn_WhilePersonHasTheFloor_IsRefused()
    {
        _conversation.Post("hello");
        var turn = _conversation.StartTurn();
        _conversation.State = _conversation.State with { FloorHolder = "ada" };
        Assert.False(_conversation.Complete(turn));
    }

    [Fact]
    public void CompleteTurn_Current_AnswersAndSettlesTheDebt()
    {
        _conversation.Post("hello");
        Assert.True(_conversation.Complete(_conversation.StartTurn()));
        Assert.False(_conversation.State.OwesAnswer);
        Assert.Null(_conversation.Due);
        Assert.Null(_conversation.State.Turn);
    }

    [Fact]
    public void StartTurn_WhileOneRuns_DoesNothing()
    {
        _conversation.Post("hello");
        _conversation.StartTurn();
        Assert.True(ConversationRules.StartTurn(_conversation.State, "another").IsNothing);
    }

    [Fact]
    public void StartTurn_NothingWaits_DoesNothing() =>
        Assert.True(ConversationRules.StartTurn(_conversation.State, "turn").IsNothing);

    [Fact]
    public void FailTurn_SeveralTimes_CountsAttemptsAndKeepsTheDebt()
    {
        _conversation.Post("hello");
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            var turn = _conversation.StartTurn();
            Assert.Equal(attempt, _conversation.Events.OfType<TurnStarted>().Last().Attempt);
            _conversation.Fail(turn);
            Assert.Equal(attempt < 3, _conversation.Events.OfType<TurnFailed>().Last().Retrying);
        }

        Assert.True(_conversation.State.OwesAnswer);
        Assert.NotNull(_conversation.Due);
    }

    [Fact]
    public void AnswerInstead_WhileATurnRuns_CancelsItAndAnswers()
    {
        _conversation.Post("hello");
        var turn = _conversation.StartTurn();
        Assert.True(_conversation.AnswerInstead());
        Assert.False(_conversation.Complete(turn));
        Assert.Equal(CancelReasons.TooSlow, _conversation.Events.OfType<TurnCancelled>().Single().Reason);
        Assert.Null(_conversation.Due);
    }

    [Fact]
    public void AnswerInstead_NothingOwed_DoesNothing() => Assert.False(_conversation.AnswerInstead());

    [Fact]
    public void Stop_WhileATurnRuns_LeavesTheMessagesUnanswered()
    {
        _conversation.Post("hello");
        _conversation.StartTurn();
        _conversation.Apply(ConversationRules.Stop(_conversation.State));
        Assert.False(_conversation.State.OwesAnswer);
        Assert.Null(_conversation.Due);
        Assert.True(ConversationRules.Stop(_conversation.State).IsNothing);
    }

    [Fact]
    public void Resolve_WhileATurnRuns_CancelsItAndCloses()
    {
        _conversation.Post("hello");
        _conversation.StartTurn();
        _conversation.Apply(ConversationRules.Resolve(_conversation.State, "customer"));
        Assert.Equal(ConversationStatus.Resolved, _conversation.State.Status);
        Assert.Null(_conversation.State.Turn);
        Assert.Null(_conversation.Due);
        Assert.True(ConversationRules.Resolve(_conversation.State, "customer").IsNothing);
    }

    [Fact]
    public void Post_IntoAResolvedConversation_Reopens()
    {
        _conversation.Apply(ConversationRules.Resolve(_conversation.State, "customer"));
        _conversation.Post("me again");
        Assert.Equal(ConversationStatus.Open, _conversation.State.Status);
        Assert.Equal([EventTypes.Reopened, EventTypes.MessagePosted], _conversation.Types.TakeLast(2));
        Assert.True(_conversation.State.OwesAnswer);
    }

    [Fact]
    public void Post_WhileAPersonHasTheFloor_OwesNothing()
    {
        _conversation.State = _conversation.State with { FloorHolder = "ada", Floor = 2 };
        _conversation.Post("hello");
        Assert.False(_conversation.State.OwesAnswer);
        Assert.Null(_conversation.Due);
    }

    [Fact]
    public void Recover_InterruptedTurn_PutsItAsideAndKeepsTheDebt()
    {
        _conversation.Post("hello");
        _conversation.StartTurn();
        _conversation.Apply(ConversationRules.Recover(_conversation.State));
        Assert.Null(_conversation.State.Turn);
        Assert.True(_conversation.State.OwesAnswer);
        Assert.True(ConversationRules.Recover(_conversation.State).IsNothing);
    }

    [Theory]
    [InlineData(Outcomes.Answered, 0)]
    [InlineData(Outcomes.Clarify, 1)]
    [InlineData(Outcomes.Handoff, 1)]
    public void CompleteTurn_ByOutcome_CountsTurnsWithoutAnAnswer(string outcome, int expected)
    {
        _conversation.Post("hello");
        _conversation.Complete(_conversation.StartTurn(), outcome);
        Assert.Equal(expected, _conversation.State.UnansweredTurns);
    }

    [Fact]
    public void Remind_NothingOwed_RemovesTheRow()
    {
        var change = Assert.Single(ConversationRules.Remind(_conversation.State, Now).Dues);
        Assert.Null(change.DueAt);
    }
}
