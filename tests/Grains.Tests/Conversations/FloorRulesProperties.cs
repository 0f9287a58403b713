using FsCheck;
using SupportPlatform.Agents;
using SupportPlatform.Conversations;
using SupportPlatform.Conversations.Events;
using Xunit;

namespace SupportPlatform.Grains.Tests.Conversations;

/// <summary>
/// Random interleavings of everything that staff, customers and crashes do in three conversations of two agents with two
/// slots each: the assistant never speaks over a person or in spam, slots are exact, and what is owed stays owed.
/// </summary>
public sealed class FloorRulesProperties
{
    private const int Slots = 2;

    private enum Step
    {
        Post,
        StartTurn,
        CompleteNewest,
        CompleteOldest,
        Fail,
        TooSlow,
        Stop,
        Crash,
        Resolve,
        Reopen,
        Escalate,
        AdaClaims,
        BenClaims,
        AdaReleases,
        BenQueues,
        AdaTransfersToBen,
        BenTransfersToAda,
        SupervisorAssignsToAda,
        AdaTransfersToDesk,
        Snooze,
        TimePasses,
        Wake,
        Spam,
        NoSpam,
    }

    [Fact]
    public void AnyInterleaving_OfTheFloorAndTheInbox_KeepsTheInvariants()
    {
        var steps = Gen.ListOf(60, Gen.Zip(Gen.Elements(Enum.GetValues<Step>()), Gen.Choose(0, 2))).ToArbitrary();
        Prop.ForAll(steps, list => Holds(list)).Check(new Configuration { MaxNbOfTest = 10_000, QuietOnSuccess = true, Runner = Config.QuickThrowOnFailure.Runner });
    }

    private static void Holds(IEnumerable<Tuple<Step, int>> steps)
    {
        RulesDriver[] all = [new(DateTimeOffset.UnixEpoch), new(DateTimeOffset.UnixEpoch), new(DateTimeOffset.UnixEpoch)];
        List<string>[] turns = [[], [], []];
        foreach (var (step, at) in steps)
        {
            foreach (var one in all) one.Now += TimeSpan.FromSeconds(1);
            var driver = all[at];
            try
            {
                Do(all, driver, turns[at], step);
            }
            catch (SupportException e) when (e.Code is ProblemCodes.NoFreeSlot or ProblemCodes.NotYourConversation or ProblemCodes.ConversationIsSpam or ProblemCodes.ConversationBlocked)
            {
                CheckRefusal(all, driver, step, e.Code);
            }

            foreach (var agent in new[] { "ada", "ben" }) Assert.InRange(Held(all, agent), 0, Slots);
            Check(driver, step);
        }
    }

    private static void Do(RulesDriver[] all, RulesDriver driver, List<string> turns, Step step)
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
            case Step.Crash: driver.Apply(ConversationRules.Recover(driver.State)); break;
            case Step.Resolve: driver.Apply(ConversationRules.Resolve(driver.State, "staff")); break;
            case Step.Reopen: driver.Apply(ConversationRules.Reopen(driver.State)); break;
            case Step.Escalate: driver.Apply(FloorRules.Escalate(driver.State, new Escalate { Reason = EscalationReasons.Asked })); break;
            case Step.AdaClaims: driver.Claim("ada", Slot(all, "ada")); break;
            case Step.BenClaims: driver.Claim("ben", Slot(all, "ben")); break;
            case Step.AdaReleases: driver.Release("ada", null); break;
            case Step.BenQueues: driver.Release("ben", "main"); break;
            case Step.AdaTransfersToBen: driver.Transfer("ada", "ben", Slot(all, "ben")); break;
            case Step.BenTransfersToAda: driver.Transfer("ben", "ada", Slot(all, "ada")); break;
            case Step.SupervisorAssignsToAda: driver.Transfer("eve", "ada", Slot(all, "ada"), anybodys: true); break;
            case Step.AdaTransfersToDesk: driver.TransferToDesk("ada", "returns"); break;
            case Step.Snooze: driver.Snooze(TimeSpan.FromSeconds(30)); break;
            case Step.TimePasses: driver.Now += TimeSpan.FromSeconds(20); break;
            case Step.Wake: driver.Wake(); break;
            case Step.Spam: driver.SetSpam(true); break;
            case Step.NoSpam: driver.SetSpam(false); break;
        }
    }

    private static void Check(RulesDriver driver, Step step)
    {
        var state = driver.State;
        Assert.Equal(driver.Events.Count, state.LastSeq);
        if (state.OwesAnswer) Assert.True(driver.Due is not null, $"no due row after {step}");
        else Assert.True(driver.Due is null, $"a due row without a debt after {step}");
        string? holder = null;
        var isSpam = false;
        foreach (var e in driver.Events)
        {
            switch (e)
            {
                case MessagePosted { Role: MessageRole.Assistant }:
                    Assert.Null(holder);
                    Assert.False(isSpam, "the assistant answered spam");
                    break;
                case AgentJoined joined:
                    Assert.Null(holder);
                    Assert.False(isSpam, "an agent took spam");
                    holder = joined.AgentId;
                    break;
                case AgentLeft left:
                    Assert.Equal(holder, left.AgentId);
                    holder = null;
                    break;
                case SpamSet spam:
                    Assert.Null(holder);
                    isSpam = spam.IsSpam;
                    break;
            }
        }

        Assert.Equal(holder, state.FloorHolder);
        Assert.Equal(isSpam, state.IsSpam);
        Assert.Equal(holder is not null, state.Status == ConversationStatus.WithAgent);
        Assert.Equal(state.WaitingSince is not null, state.Status == ConversationStatus.Waiting);
        Assert.Equal(state.Status == ConversationStatus.Waiting && !isSpam && state.SnoozedUntil is null, state.IsQueued);
        if (state.Status == ConversationStatus.Resolved) Assert.True(state.SnoozedUntil is null, $"resolved and put aside after {step}");
        if (step == Step.Post && !isSpam) Assert.Null(state.SnoozedUntil);
    }

    // A refusal has its reason, so that no slot is lost: with a free one nothing is refused for the want of it.
    private static void CheckRefusal(RulesDriver[] all, RulesDriver driver, Step step, string code)
    {
        var agent = step is Step.BenClaims or Step.AdaTransfersToBen ? "ben" : "ada";
        switch (code)
        {
            case ProblemCodes.NoFreeSlot: Assert.Equal(Slots, Held(all, agent)); break;
            case ProblemCodes.ConversationIsSpam or ProblemCodes.ConversationBlocked: Assert.True(driver.State.IsSpam); break;
            default: Assert.NotNull(driver.State.FloorHolder); break;
        }
    }

    private static int Held(RulesDriver[] all, string agent) => all.Count(d => d.State.FloorHolder == agent);

    private static AgentSlot Slot(RulesDriver[] all, string agent) => new("demo", agent, 1, Slots - Held(all, agent));
}
