using System.Collections.Immutable;
using SupportPlatform.Security;
using SupportPlatform.Stores;

namespace SupportPlatform.Conversations;

/// <summary>Who speaks: the assistant or a human agent.</summary>
internal sealed partial class ConversationGrain
{
    /// <inheritdoc/>
    public async Task<bool> Escalate(Escalate command, CancellationToken cancellationToken = default)
    {
        var active = Authorized(Audience.Staff);
        MessageRules.Check(command);
        var by = Actor(null);
        return await PassOn(active, command.Reason, s => FloorRules.Escalate(s, command, by), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<ClaimReceipt> Claim(ClaimConversation command, CancellationToken cancellationToken = default)
    {
        var active = Authorized(Audience.Staff);
        StaffGate.RequireSelf(command.AgentId);
        MessageRules.Check(command);
        if (active.Journal.State is { FloorHolder: { } before } known)
        {
            await RequireHolder(before, cancellationToken);
            return new ClaimReceipt { Won = before == command.AgentId, AgentId = before, AgentName = known.AgentName!, Seq = known.LastSeq };
        }

        var slot = await _agents.FindSlot(active.Store, command.AgentId, cancellationToken);

        // Whoever was removed while the claim was on its way would otherwise be somebody without a limit.
        if (slot is null && CallerContext.Current is { Kind: CallerKind.Staff })
            throw new SupportException(ProblemCodes.AgentNotFound, "There is no such agent.");
        var logged = await Commit(active, s => FloorRules.Claim(s, command, slot), cancellationToken);
        if (!logged.IsEmpty)
        {
            active.Turns.Cancel();
            return new ClaimReceipt { Won = true, AgentId = command.AgentId, AgentName = command.AgentName, Seq = logged[^1].Seq };
        }

        // Whoever had it may have left while the answer was on its way; then it is to be asked again.
        var state = active.Journal.State;
        if (state.FloorHolder is not { } holder) throw new SupportException(ProblemCodes.Busy, "The floor has just changed; please try again.");
        return new ClaimReceipt { Won = holder == command.AgentId, AgentId = holder, AgentName = state.AgentName!, Seq = state.LastSeq };
    }

    /// <inheritdoc/>
    public async Task<bool> Release(ReleaseConversation command, CancellationToken cancellationToken = default)
    {
        var active = Authorized(Audience.Staff);
        StaffGate.RequireSelf(command.AgentId);
        MessageRules.Check(command);
        var answerBy = _services.Time.GetUtcNow() + _services.Options.AnswerWithin;
        if ((await Commit(active, s => FloorRules.Release(s, command, answerBy), cancellationToken)).IsEmpty) return false;
        RunTurnIfOwed(active);
        return true;
    }

    /// <inheritdoc/>
    public async Task<bool> SetPlace(QueuePlace place, CancellationToken cancellationToken = default)
    {
        var active = Authorized(Audience.Staff);
        return !(await Commit(active, s => FloorRules.SetPlace(s, place), cancellationToken)).IsEmpty;
    }

    /// <inheritdoc/>
    public Task<PostReceipt> PostAsAgent(PostAgentMessage command, CancellationToken cancellationToken = default) =>
        PostByStaff(command, (s, c, sent) => FloorRules.Post(s, c, Guid.CreateVersion7().ToString("N"), sent), cancellationToken);

    /// <inheritdoc/>
    public Task<PostReceipt> AddNote(PostAgentMessage command, CancellationToken cancellationToken = default) =>
        PostByStaff(command with { Attachments = [] }, (_, c, _) => FloorRules.Note(c), cancellationToken);

    // What this activation remembers may be over where another one took the conversation, and whoever is told is to be told the truth.
    private async Task RequireHolder(string agentId, CancellationToken cancellationToken)
    {
        if (await _store.FindAgent(Key, cancellationToken) == agentId) return;
        DeactivateOnIdle();
        throw Moved();
    }

    // A turn that runs knows nothing of the person who is wanted now, and would pass the conversation on once more.
    private async Task<bool> PassOn(Activation active, string reason, Func<ConversationState, Decision> rule, CancellationToken cancellationToken)
    {
        var (words, author) = await active.Turns.PassOn(reason, cancellationToken);
        var answerBy = AnswerBy();
        var logged = await Commit(
            active, s => FloorRules.Tell(s, rule(s), words, Guid.CreateVersion7().ToString("N"), author, answerBy), cancellationToken);
        Resume(active, logged);
        return !logged.IsEmpty;
    }

    // Whoever was added again meanwhile keeps it.
    private async Task Vacate(Activation active, string kind, string agentId, CancellationToken cancellationToken)
    {
        var isBack = await _agents.Find(active.Store, agentId, cancellationToken) is not null;
        var desk = active.Journal.State.Desk ?? await StoreDesk(active.Store, cancellationToken);
        await Commit(active, s => FloorRules.Vacate(s, kind, isBack ? null : agentId, desk), cancellationToken);
    }

    // The platform itself wakes conversations, and may read the store's settings.
    private async Task<string> StoreDesk(string store, CancellationToken cancellationToken) =>
        ((await _services.Grains.GetGrain<IStoreGrain>(store).GetProfile(cancellationToken))?.Settings.Escalation ?? new EscalationSettings()).Desk;

    private async Task<PostReceipt> PostByStaff(
        PostAgentMessage command, Func<ConversationState, PostAgentMessage, ImmutableArray<AttachmentReference>?, Decision> rule, CancellationToken cancellationToken)
    {
        var active = Authorized(Audience.Staff);
        StaffGate.RequireSelf(command.AgentId);
        MessageRules.Check(command);
        StaffRules.CheckMentions(command.Mentions);
        if (await FindPosted(active, command.ClientMessageId, cancellationToken) is { } seq)
            return new PostReceipt { Seq = seq, Duplicate = true };

        // What will be refused sends no attachment.
        rule(active.Journal.State, command, null);
        var sent = await SendAttachments(command.Attachments, cancellationToken);
        var logged = await Commit(active, s => rule(s, command, sent), cancellationToken);
        return new PostReceipt { Seq = logged[^1].Seq };
    }
}
