using FsCheck;
using SupportPlatform.Conversations;
using SupportPlatform.Conversations.Events;
using Xunit;

namespace SupportPlatform.Grains.Tests.Conversations;

/// <summary>
/// Random interleavings of posts, stops, failures, slow and crashed turns, resolves, claims, releases and drafts, where turns
/// also end and drafts are decided after they were overtaken: whatever the order, the invariants hold after each step.
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
        ApprovalOn,
        ApprovalOff,
        ApproveNewest,
        ApproveOldest,
        RejectNewest,
        GuideNewest,
        ExpireNewest,
        Whisper,
    }

    [Fact]
    public void AnyInterleaving_KeepsTheInvariants()
    {
        var steps = Gen.ListOf(80, Gen.Elements(Enum.GetValues<Step>())).ToArbitrary();
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
            case Step.Fail: if (turns.Count > 0 && driver.State.Draft is null) driver.Fail(turns[^1]); break;
            case Step.TooSlow: driver.AnswerInstead(); break;
            case Step.Stop: driver.Apply(ConversationRules.Stop(driver.State)); break;
            case Step.Resolve: driver.Apply(ConversationRules.Resolve(driver.State, "customer")); break;
            // A draft outlives the activation that showed it.
            case Step.Crash: if (driver.State.Draft is null) driver.Apply(ConversationRules.Recover(driver.State)); break;
            case Step.ApprovalOn: driver.SetApproval(true); break;
            case Step.ApprovalOff: driver.SetApproval(false); break;
            case Step.ApproveNewest: if (Drafts(driver).LastOrDefault() is { } d1) driver.Approve(d1.DraftId, "Another answer."); break;
            case Step.ApproveOldest: if (Drafts(driver).FirstOrDefault() is { } d2) driver.Approve(d2.DraftId); break;
            case Step.RejectNewest: if (Drafts(driver).LastOrDefault() is { } d3) driver.Reject(d3.DraftId); break;
            case Step.GuideNewest: if (Drafts(driver).LastOrDefault() is { } d4) driver.Reject(d4.DraftId, "Shorter."); break;
            case Step.ExpireNewest: if (Drafts(driver).LastOrDefault() is { } d5) driver.Expire(d5.DraftId); break;
            case Step.Whisper: driver.Whisper("The X2 ships on Monday.", isShown: false); break;
            case Step.Escalate: driver.Apply(FloorRules.Escalate(driver.State, new Escalate { Reason = EscalationReasons.Asked })); break;
            case Step.ClaimByAda: driver.Claim("ada"); break;
            case Step.ClaimByBen: driver.Claim("ben"); break;
            case Step.AdaWrites: if (driver.State.FloorHolder == "ada") driver.Write("ada"); break;
            case Step.AdaReleases: driver.Release("ada", null); break;
            case Step.BenQueues: driver.Release("ben", "main"); break;
        }
    }

    private static IEnumerable<DraftProposed> Drafts(RulesDriver driver) => driver.Events.OfType<DraftProposed>();

    // Each draft is decided once, and while answers wait for approval nothing is said that no one approved.
    private static void CheckDrafts(RulesDriver driver)
    {
        var needed = false;
        string? waiting = null;
        var mayPost = false;
        foreach (var e in driver.Events)
        {
            switch (e)
            {
                case ApprovalSet set: needed = set.Required; break;
                case DraftProposed proposed:
                    Assert.Null(waiting);
                    waiting = proposed.DraftId;
                    break;
                case DraftApproved approved: Decide(approved.DraftId); mayPost = true; break;
                case DraftRejected rejected: Decide(rejected.DraftId); mayPost = true; break;
                case DraftStale stale: Decide(stale.DraftId); mayPost = stale.Reason == DraftStale.Expired; break;
                case MessagePosted { Role: MessageRole.Assistant }:
                    Assert.Null(waiting);
                    Assert.True(mayPost || !needed, "an answer that nobody approved");
                    mayPost = false;
                    break;
                case TurnStarted: mayPost = false; break;
            }
        }

        Assert.Equal(waiting, driver.State.Draft?.DraftId);
        if (driver.State.Draft is { } draft) Assert.Equal(draft.TurnId, driver.State.Turn?.TurnId);

        void Decide(string draftId)
        {
            Assert.Equal(waiting, draftId);
            waiting = null;
        }
    }

    private static void Check(RulesDriver driver, Step step)
    {
        CheckDrafts(driver);
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
