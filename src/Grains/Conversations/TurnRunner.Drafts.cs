using SupportPlatform.Knowledge;
using SupportPlatform.Models;
using SupportPlatform.Security;
using SupportPlatform.Stores;

namespace SupportPlatform.Conversations;

internal sealed partial class TurnRunner
{
    /// <summary>Tells followers that the answer waits for approval, if one does.</summary>
    public void ShowDraft()
    {
        if (_journal.State.Draft is not { } draft) return;
        var live = _feed.Live is { } shown && shown.TurnId == draft.TurnId ? shown : _feed.Begin(draft.TurnId);
        live.IsHeld = true;
        _feed.SetStatus(live, "checking");
        _feed.SetTyping(MessageRole.Assistant, false);
    }

    /// <summary>Asks for a person in place of a draft that nobody decided.</summary>
    public async Task ExpireDraft(PendingDraft draft, CancellationToken cancellationToken)
    {
        var settings = await Settings(cancellationToken);
        var handed = Fallback.Unapproved(
            settings, Locale(settings), _journal.State, Recall(_journal.State.LastCustomerSeq).Questions, _services.Time.GetUtcNow());
        await _journal.Commit(s => DraftRules.Expire(s, draft.DraftId, handed, NewId()), cancellationToken);
    }

    /// <summary>The offer of a person in place of a refused draft.</summary>
    public async Task<TurnResult> OfferPerson(CancellationToken cancellationToken)
    {
        // The caller was checked; the store's settings are the platform's business.
        CallerContext.Current = Caller.System;
        return Fallback.Refused(Locale(await Settings(cancellationToken)), IsWaiting);
    }

    /// <summary>What the customer is told when a person is asked for outside a turn, and who says it.</summary>
    /// <param name="reason">One of <see cref="EscalationReasons"/>.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<(HandoffWords Words, string Author)> PassOn(string reason, CancellationToken cancellationToken)
    {
        // The caller was checked; the store's settings are the platform's business.
        CallerContext.Current = Caller.System;
        var settings = await Settings(cancellationToken);
        var (questions, history, _) = Recall(_journal.State.LastCustomerSeq);
        var said = questions.LastOrDefault() ?? history.LastOrDefault(m => m.Role == MessageRole.Customer)?.Text ?? "";
        var words = Handoff.Words(reason, settings, _services.Time.GetUtcNow(), Language.Guess(said, Locale(settings)));
        return (words, settings.AssistantName);
    }

    /// <summary>Counts what an answer that stands cites.</summary>
    public void Cite(TurnResult result) => _services.Citations.Count(_store, [.. result.Citations.Where(c => !c.FromCustomer)]);

    private bool IsWaiting => _journal.State.Status == ConversationStatus.Waiting;

    private string Locale(StoreSettings settings) => _journal.State.Locale ?? settings.Locale;
}
