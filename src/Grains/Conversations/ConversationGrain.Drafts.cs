using SupportPlatform.Security;

namespace SupportPlatform.Conversations;

/// <summary>What staff do to the assistant: guide it, approve its answers, read the conversation in short.</summary>
internal sealed partial class ConversationGrain : ICockpitGrain
{
    /// <inheritdoc/>
    public async Task<PostReceipt> Whisper(PostAgentMessage command, CancellationToken cancellationToken = default)
    {
        var active = Authorized(Audience.Staff);
        StaffGate.RequireSelf(command.AgentId);
        CockpitRules.Whisper(command);
        if (await FindPosted(active, command.ClientMessageId, cancellationToken) is { } seq)
            return new PostReceipt { Seq = seq, Duplicate = true };
        var logged = await Commit(
            active, s => GuidanceRules.Whisper(s, command, active.Feed.Live is { Length: > 0, IsHeld: false }, AnswerBy()), cancellationToken);
        Resume(active, logged);
        return new PostReceipt { Seq = logged[0].Seq };
    }

    /// <inheritdoc/>
    public async Task<bool> SetApproval(SetApproval command, CancellationToken cancellationToken = default)
    {
        var active = Authorized(Audience.Staff);
        StaffGate.RequireSelf(command.AgentId);
        CockpitRules.Check(command);
        var logged = await Commit(active, s => DraftRules.SetApproval(s, command, AnswerBy()), cancellationToken);
        Resume(active, logged);
        return !logged.IsEmpty;
    }

    /// <inheritdoc/>
    public async Task<bool> ApproveDraft(ApproveDraft command, CancellationToken cancellationToken = default)
    {
        var active = Authorized(Audience.Staff);
        StaffGate.RequireSelf(command.AgentId);
        CockpitRules.Check(command);
        var draft = active.Journal.State.Draft;
        var logged = await Commit(active, s => DraftRules.Approve(s, command, Guid.CreateVersion7().ToString("N")), cancellationToken);
        if (logged.IsEmpty) return false;
        if (draft?.DraftId == command.DraftId) active.Turns.Cite(draft.Result);
        return true;
    }

    /// <inheritdoc/>
    public async Task<bool> RejectDraft(RejectDraft command, CancellationToken cancellationToken = default)
    {
        var active = Authorized(Audience.Staff);
        StaffGate.RequireSelf(command.AgentId);
        CockpitRules.Check(command);
        var offer = await active.Turns.OfferPerson(cancellationToken);
        var logged = await Commit(
            active, s => DraftRules.Reject(s, command, offer, Guid.CreateVersion7().ToString("N"), AnswerBy()), cancellationToken);
        Resume(active, logged);
        return !logged.IsEmpty;
    }

    /// <inheritdoc/>
    public async Task<ConversationBrief> GetBrief(CancellationToken cancellationToken = default) =>
        await Authorized(Audience.Staff).Feed.Brief.Read(cancellationToken);

    private DateTimeOffset AnswerBy() => _services.Time.GetUtcNow() + _services.Options.AnswerWithin;

    /// <summary>Begins the turn anew that staff ended.</summary>
    private void Resume(Activation active, IEnumerable<LoggedEvent> logged)
    {
        if (!active.Journal.State.OwesAnswer || !logged.Any(e => e.Type == EventTypes.TurnCancelled)) return;
        DelayDeactivation(TurnKeepAlive);
        active.Turns.Restart();
    }
}
