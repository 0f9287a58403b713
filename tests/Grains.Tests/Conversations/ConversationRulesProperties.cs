using FsCheck;
using SupportPlatform.Conversations;
using SupportPlatform.Conversations.Events;
using Xunit;

namespace SupportPlatform.Grains.Tests.Conversations;

/// <summary>
/// Random interleavings of posts, stops, failures, slow and crashed turns, resolves and floor changes, where turns also
/// end after they were overtaken: whatever the order, the invariants hold after each step.
/// </summary>
public sealed class ConversationRulesProperties
{
    private enum Step
    {
        Post,
        StartTurn,
        CompleteNewest,
        CompleteOldest,
        Fail,
        TooSlow,
        Stop,
        Resolve,
        Crash,
        FloorToPerson,
        FloorBack,
    }

    [Fact]
    public void AnyInterleaving_KeepsTheInvariants()
    {
        var steps = Gen.ListOf(60, Gen.Elements(Enum.GetValues<Step>())).ToArbitrary();
        Prop.ForAll(steps, list => Holds(list)).Check(new Configuration { MaxNbOfTest = 2_000, QuietOnSuccess = true, Runner = Config.QuickThrowOnFailure.Runner });
    }

    private static void Holds(IEnumerable<Step> steps)
    {
        var driver = new RulesDriver(DateTimeOffset.UnixEpoch);
        var turns = new List<string>();
        foreach (var step in steps)
        {
            driver.Now += TimeSpan.FromSeconds(1);
            Do(driver, turns, step);
            Check(driver, step);
        }
    }

    private static void Do(RulesDriver driver, List<string> turns, Step step)
    {
        switch (step)
        {
            case Step.Post: driver.Post("text"); break;
            case Step.StartTurn: turns.Add(driver.StartTurn()); break;
            case Step.CompleteNewest: if (turns.Count > 0) driver.Complete(turns[^1]); break;
            case Step.CompleteOldest: if (turns.Count > 0) driver.Complete(turns[0]); break;
            case Step.Fail: if (turns.Count > 0) driver.Fail(turns[^1]); break;
            case Step.TooSlow: driver.AnswerInstead(); break;
            case Step.Stop: driver.Apply(ConversationRules.Stop(driver.State)); break;
            case Step.Resolve: driver.Apply(ConversationRules.Resolve(driver.State, "customer")); break;
            case Step.Crash: driver.Apply(ConversationRules.Recover(driver.State)); break;
            case Step.FloorToPerson: driver.State = driver.State with { Floor = driver.State.Floor + 1, FloorHolder = "ada" }; break;
            case Step.FloorBack: driver.State = driver.State with { Floor = driver.State.Floor + 1, FloorHolder = null }; break;
        }
    }

    private static void Check(RulesDriver driver, Step step)
    {
        var state = driver.State;
        Assert.Equal(driver.Events.Count, state.LastSeq);

        // A debt has its row, and a row has its debt (a person's floor only pauses it).
        if (state.OwesAnswer) Assert.True(driver.Due is not null, $"no due row after {step}");
        if (state.UnansweredFrom is null) Assert.True(driver.Due is null, $"a due row without a debt after {step}");

        // Each turn ends at most once, and none runs beside another.
        string? running = null;
        foreach (var e in driver.Events)
        {
            switch (e)
            {
                case TurnStarted started:
                    Assert.Null(running);
                    running = started.TurnId;
                    break;
                case MessagePosted { Role: MessageRole.Assistant } message when running is not null:
                    Assert.Equal(running, message.TurnId);
                    break;
                case TurnCompleted completed when running is not null:
                    Assert.Equal(running, completed.TurnId);
                    running = null;
                    break;
                case TurnCancelled or TurnFailed:
                    running = null;
                    break;
            }
        }

        Assert.Equal(running, state.Turn?.TurnId);
        if (state.Status == ConversationStatus.Resolved) Assert.False(state.OwesAnswer);
    }
}
