using System.Collections.Immutable;
using SupportPlatform.Agents;
using SupportPlatform.Conversations.Events;
using SupportPlatform.Security;

namespace SupportPlatform.Conversations;

/// <summary>What staff do with a conversation beside speaking in it.</summary>
internal sealed partial class ConversationGrain
{
    /// <inheritdoc/>
    public async Task<bool> Transfer(TransferConversation command, CancellationToken cancellationToken = default)
    {
        var active = Authorized(Audience.Staff);
        StaffRules.Check(command);
        var anybodys = StaffGate.IsOpen(AgentRole.Supervisor);
        command = command with { By = Actor(command.By) };
        if (command.AgentId is not { } agentId)
            return await PassOn(active, EscalationReasons.Pulled, s => FloorRules.Transfer(s, command, anybodys, null), cancellationToken);
        var to = await Receiver(active.Store, agentId, cancellationToken);
        if ((await Commit(active, s => FloorRules.Transfer(s, command, anybodys, to), cancellationToken)).IsEmpty) return false;
        active.Turns.Cancel();
        return true;
    }

    /// <inheritdoc/>
    public Task<bool> Reopen(CancellationToken cancellationToken = default) => ReopenBy(new ReopenConversation(), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> ReopenBy(ReopenConversation command, CancellationToken cancellationToken = default)
    {
        StaffRules.Check(command.By);
        return ByStaff(s => ConversationRules.Reopen(s, Actor(command.By)), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> Snooze(SnoozeConversation command, CancellationToken cancellationToken = default)
    {
        StaffRules.Check(command, _services.Time.GetUtcNow());
        return ByStaff(s => InboxRules.Snooze(s, command.Until, Actor(command.By)), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<bool> SetSpam(MarkSpam command, CancellationToken cancellationToken = default)
    {
        StaffRules.Check(command.By);
        var answerBy = _services.Time.GetUtcNow() + _services.Options.AnswerWithin;
        if (!await ByStaff(s => InboxRules.SetSpam(s, command.IsSpam, Actor(command.By), answerBy), cancellationToken)) return false;
        if (_activation is not { } active) return true;
        if (active.Journal.State.IsSpam) active.Turns.Cancel();
        else RunTurnIfOwed(active);
        return true;
    }

    /// <inheritdoc/>
    public Task<bool> Tag(TagConversation command, CancellationToken cancellationToken = default)
    {
        StaffRules.Check(command);
        return ByStaff(s => InboxRules.Tag(s, command with { By = Actor(command.By) }), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> SetPriority(SetPriority command, CancellationToken cancellationToken = default)
    {
        StaffRules.Check(command);
        return ByStaff(s => InboxRules.SetPriority(s, command.Priority, Actor(command.By)), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<Viewer>> See(SeeConversation command, CancellationToken cancellationToken = default)
    {
        var active = Authorized(Audience.Staff);
        StaffRules.Check(command);
        if (command.Viewer is { } viewer) StaffGate.RequireSelf(viewer.AgentId);
        active.Viewers.Set(command, _services.Time.GetUtcNow());
        Show(active);

        // The timer lives with the activation, and stops by itself once nobody looks.
        if (!active.Viewers.All.IsEmpty) _viewing ??= this.RegisterGrainTimer(ForgetViewers, new() { DueTime = ViewersLook, Period = ViewersLook });
        return Task.FromResult(active.Viewers.All);
    }

    private static void Show(Activation active)
    {
        active.Feed.SetViewers(active.Viewers.All);
        var holder = active.Journal.State.FloorHolder;
        active.Feed.SetTyping(MessageRole.Agent, active.Viewers.All.Any(v => v.AgentId == holder && v.State == ViewerState.Typing));
    }

    private static StaffMember? Actor(StaffMember? given) => CallerContext.Current is { Kind: CallerKind.Staff, AgentId: { } agentId } caller
        ? new StaffMember { AgentId = agentId, Name = caller.Name ?? agentId }
        : given;

    private Task ForgetViewers(CancellationToken cancellationToken)
    {
        if (_activation is not { } active) return Task.CompletedTask;
        if (active.Viewers.Forget(_services.Time.GetUtcNow())) Show(active);
        if (!active.Viewers.All.IsEmpty) return Task.CompletedTask;
        _viewing?.Dispose();
        _viewing = null;
        return Task.CompletedTask;
    }

    private async Task<bool> ByStaff(Func<ConversationState, Decision> rule, CancellationToken cancellationToken) =>
        !(await Commit(Authorized(Audience.Staff), rule, cancellationToken)).IsEmpty;

    private async Task<(AgentJoined, AgentSlot)> Receiver(string store, string agentId, CancellationToken cancellationToken)
    {
        var agent = await _agents.Find(store, agentId, cancellationToken)
            ?? throw new SupportException(ProblemCodes.AgentNotFound, "There is no such agent.");
        return (new AgentJoined { AgentId = agentId, AgentName = agent.Profile.Name, PictureUrl = agent.Profile.PictureUrl }, AgentStore.SlotOf(store, agent));
    }
}
