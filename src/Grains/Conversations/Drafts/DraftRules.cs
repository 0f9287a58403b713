using System.Collections.Immutable;
using System.Globalization;
using SupportPlatform.Conversations.Events;
using SupportPlatform.Models;
using SupportPlatform.Stores;

namespace SupportPlatform.Conversations;

/// <summary>
/// Answers that staff approve. Pure. A draft is the last step of its turn: the turn runs, and its answer is owed, until the
/// draft is approved, refused, stale or expired, so whatever ends a turn ends its draft, and the answer's due row is the
/// draft's too.
/// </summary>
internal static class DraftRules
{
    /// <summary>Whether an answer given now would wait for approval.</summary>
    public static bool IsRequired(ConversationState state, StoreSettings settings) =>
        state.NeedsApproval ?? settings.Approval?.Required ?? false;

    /// <summary>The turn's answer, or the draft of it; nothing when the turn is no longer the running one, or a draft waits.</summary>
    public static Decision Complete(
        ConversationState state, string turnId, TurnResult result, string id, StoreSettings settings, DateTimeOffset now)
    {
        // A turn whose draft waits has ended before.
        if (state.Draft is not null) return Decision.Nothing;
        if (!IsRequired(state, settings)) return ConversationRules.CompleteTurn(state, turnId, result, id, settings.AssistantName);
        return ConversationRules.IsCurrent(state, turnId) ? Propose(state, turnId, result, id, settings, now) : Decision.Nothing;
    }

    /// <summary>An answer without the model, or the draft of it; nothing when none is owed, or a draft waits.</summary>
    public static Decision AnswerInstead(
        ConversationState state, string turnId, TurnResult result, string id, StoreSettings settings, DateTimeOffset now)
    {
        if (state.Draft is not null) return Decision.Nothing;
        if (!IsRequired(state, settings)) return ConversationRules.AnswerInstead(state, turnId, result, id, settings.AssistantName);
        if (!state.OwesAnswer) return Decision.Nothing;
        var proposed = Propose(state, turnId, result, id, settings, now);
        return proposed with
        {
            Events =
            [
                .. Ending(state, CancelReasons.TooSlow),
                new TurnStarted { TurnId = turnId, Floor = state.Floor, Attempt = state.FailedAttempts + 1, Through = state.LastCustomerSeq },
                .. proposed.Events,
            ],
        };
    }

    /// <summary>Staff send the draft; nothing when it is not the one that waits.</summary>
    public static Decision Approve(ConversationState state, ApproveDraft command, string messageId)
    {
        if (Waiting(state, command.DraftId) is not { } draft) return Decision.Nothing;
        var text = command.Text ?? draft.Result.Text;
        var result = draft.Result with { Text = text, Citations = [.. draft.Result.Citations.Where(c => Cites(text, c.N))] };
        return new(
            [
                new DraftApproved { DraftId = draft.DraftId, AgentId = command.AgentId, Author = command.AgentName, Edited = text != draft.Result.Text },
                .. ConversationRules.Answer(state, draft.TurnId, result, messageId, draft.Author),
            ],
            [new DueChange(DueKinds.Answer, null)]);
    }

    /// <summary>
    /// Staff refuse the draft: with guidance the assistant tries again, without the customer is offered a person. Nothing
    /// when it is not the one that waits.
    /// </summary>
    public static Decision Reject(ConversationState state, RejectDraft command, TurnResult offer, string messageId, DateTimeOffset answerBy)
    {
        if (Waiting(state, command.DraftId) is not { } draft) return Decision.Nothing;
        var rejected = new DraftRejected { DraftId = draft.DraftId, AgentId = command.AgentId, Author = command.AgentName, Guidance = command.Guidance };
        if (command.Guidance is not { } guidance)
            return new([rejected, .. ConversationRules.Answer(state, draft.TurnId, offer, messageId, draft.Author)], [new DueChange(DueKinds.Answer, null)]);
        return new(
            [
                rejected,
                new Whispered { AgentId = command.AgentId, Author = command.AgentName, Text = guidance },
                .. Ending(state, CancelReasons.Revised),
            ],
            [new DueChange(DueKinds.Answer, answerBy)]);
    }

    /// <summary>Nobody decided in time: a person is asked for. Nothing when another draft waits, or none.</summary>
    /// <param name="state">The conversation.</param>
    /// <param name="draftId">The draft.</param>
    /// <param name="handed">What the customer is told, with the person that is asked for.</param>
    /// <param name="messageId">The id of the message that says so.</param>
    public static Decision Expire(ConversationState state, string draftId, TurnResult handed, string messageId) =>
        Waiting(state, draftId) is not { } draft ? Decision.Nothing : new(
            [
                new DraftStale { DraftId = draftId, Reason = DraftStale.Expired },
                .. ConversationRules.Answer(state, draft.TurnId, handed, messageId, draft.Author),
            ],
            [new DueChange(DueKinds.Answer, null)]);

    /// <summary>Staff want to approve answers, or no longer; a turn of which customers may have read something begins anew.</summary>
    public static Decision SetApproval(ConversationState state, SetApproval command, DateTimeOffset answerBy)
    {
        if (state.NeedsApproval == command.Required) return Decision.Nothing;
        var ending = command.Required && state.Draft is null ? Ending(state, CancelReasons.Revised) : [];
        return new(
            [new ApprovalSet { AgentId = command.AgentId, Author = command.AgentName, Required = command.Required }, .. ending],
            ending.IsEmpty ? [] : [new DueChange(DueKinds.Answer, answerBy)]);
    }

    /// <summary>The decision, which says so where it ends the turn of a draft that waits.</summary>
    public static Decision WithStale(ConversationState state, Decision decision)
    {
        if (state.Draft is not { } draft || decision.Events.Any(e => e is DraftApproved or DraftRejected or DraftStale)) return decision;
        var ended = decision.Events.OfType<TurnCancelled>().FirstOrDefault(c => c.TurnId == draft.TurnId);
        return ended is null ? decision : decision with
        {
            Events = decision.Events.Insert(decision.Events.IndexOf(ended), new DraftStale { DraftId = draft.DraftId, Reason = ended.Reason }),
        };
    }

    /// <summary>The state after an event of drafts; the same state for any other event.</summary>
    public static ConversationState Apply(ConversationState state, ConversationEvent e) => e switch
    {
        DraftProposed proposed => state with { Draft = proposed.Pending },
        TurnCompleted or TurnCancelled or TurnFailed or Resolved => state.Draft is null ? state : state with { Draft = null },
        ApprovalSet set => state with { NeedsApproval = set.Required },
        _ => GuidanceRules.Apply(state, e),
    };

    // A person who is wanted is asked for now, whatever becomes of the words.
    private static Decision Propose(
        ConversationState state, string turnId, TurnResult result, string draftId, StoreSettings settings, DateTimeOffset now)
    {
        var expiresAt = now.AddSeconds((settings.Approval ?? new ApprovalSettings()).Seconds);
        ImmutableArray<ConversationEvent> escalated = result.Escalation is { } wanted ? FloorRules.Escalate(state, wanted).Events : [];
        return new(
            [
                new DraftProposed
                {
                    DraftId = draftId,
                    TurnId = turnId,
                    Text = result.Text,
                    Citations = result.Citations,
                    Outcome = result.Outcome,
                    Confidence = result.Confidence,
                    ExpiresAt = expiresAt,
                    Pending = new PendingDraft(draftId, turnId, expiresAt, settings.AssistantName, result),
                },
                .. escalated,
            ],
            [new DueChange(DueKinds.Answer, expiresAt)]);
    }

    private static PendingDraft? Waiting(ConversationState state, string draftId) =>
        state.Draft is { } draft && draft.DraftId == draftId && ConversationRules.IsCurrent(state, draft.TurnId) ? draft : null;

    private static bool Cites(string text, int n) =>
        text.Contains(string.Create(CultureInfo.InvariantCulture, $"[{n}]"), StringComparison.Ordinal);

    private static ImmutableArray<ConversationEvent> Ending(ConversationState state, string reason) =>
        state.Turn is { } turn ? [new TurnCancelled { TurnId = turn.TurnId, Reason = reason }] : [];
}
