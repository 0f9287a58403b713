using FsCheck;
using SupportPlatform.Conversations;
using SupportPlatform.Conversations.Events;
using Xunit;

namespace SupportPlatform.Grains.Tests.Conversations;

/// <summary>
/// Random interleavings of posts, stops, failures, slow and crashed turns, resolves, claims and releases, where turns also
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
        Escalate,
        ClaimByAda,
        ClaimByBen,
        AdaWrites,
        AdaReleases,
        BenQueues,
    }

    [Fact]
    public void AnyInterleaving_KeepsTheInvariants()
    {
        var steps = Gen.ListOf(60, Gen.Elements(Enum.GetValues<Step>())).ToArbitrary();
        Prop.ForAll(steps, list => Holds(list)).Check(new Configuration { MaxNbOfTest = 10_000, QuietOnSuccess = true, Runner = Config.QuickThrowOnFailure.Runner });
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
            case Step.Escalate: driver.Apply(FloorRules.Escalate(driver.State, new Escalate { Reason = EscalationReasons.Asked })); break;
            case Step.ClaimByAda: driver.Claim("ada"); break;
            case Step.ClaimByBen: driver.Claim("ben"); break;
            case Step.AdaWrites: if (driver.State.FloorHolder == "ada") driver.Write("ada"); break;
            case Step.AdaReleases: driver.Release("ada", null); break;
            case Step.BenQueues: driver.Release("ben", "main"); break;
        }
    }

    private static void Check(RulesDriver driver, Step step)
    {
        var state = driver.State;
        Assert.Equal(driver.Events.Count, state.LastSeq);

        // A debt has its row, and a row has its debt.
        if (state.OwesAnswer) Assert.True(driver.Due is not null, $"no due row after {step}");
        if (state.UnansweredFrom is null) Assert.True(driver.Due is null, $"a due row without a debt after {step}");

        // Each turn ends at most once, and none runs beside another; nor does the assistant speak while a person has the floor.
        string? running = null;
        string? holder = null;
        foreach (var e in driver.Events)
        {
            switch (e)
            {
                case TurnStarted started:
                    Assert.Null(running);
                    running = started.TurnId;
                    break;
                case MessagePosted { Role: MessageRole.Assistant } message:
                    Assert.Null(holder);
                    if (running is not null) Assert.Equal(running, message.TurnId);
                    break;
                case MessagePosted { Role: MessageRole.Agent } message:
                    Assert.Equal(holder, message.Author);
                    break;
                case AgentJoined joined:
                    Assert.Null(holder);
                    Assert.Null(running);
                    holder = joined.AgentId;
                    break;
                case AgentLeft left:
                    Assert.Equal(holder, left.AgentId);
                    holder = null;
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
        Assert.Equal(holder, state.FloorHolder);
        Assert.Equal(holder is not null, state.Status == ConversationStatus.WithAgent);
        Assert.Equal(state.WaitingSince is not null, state.Status == ConversationStatus.Waiting);
        if (state.Status == ConversationStatus.Resolved) Assert.False(state.OwesAnswer);
    }
}
