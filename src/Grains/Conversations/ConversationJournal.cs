using System.Collections.Immutable;
using SupportPlatform.Conversations.Events;
using SupportPlatform.Desk;
using SupportPlatform.Security;
using SupportPlatform.Stores;

namespace SupportPlatform.Conversations;

/// <summary>
/// The one way in which a conversation changes: decide, append, then show. Decisions are taken one at a time, each on
/// the state that the one before has committed.
/// </summary>
internal sealed class ConversationJournal : IDisposable
{
    private readonly ConversationLog _log;
    private readonly ConversationFeed _feed;
    private readonly TimeProvider _time;
    private readonly DeskSignal _desks;
    private readonly IGrainFactory _grains;
    private readonly string _store;
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>The journal of an activation.</summary>
    public ConversationJournal(ConversationLog log, ConversationState state, ConversationFeed feed, TimeProvider time, DeskSignal desks, IGrainFactory grains) =>
        (_log, State, _feed, _time, _desks, _grains, _store) = (log, state, feed, time, desks, grains, StoreKey.OfGrainKey(log.Key));

    /// <summary>The committed state.</summary>
    public ConversationState State { get; private set; }

    /// <summary>Whether the log is another's or its end unknown, so that this activation must go.</summary>
    public bool IsBroken => _log.IsDead;

    /// <summary>
    /// Decides on the committed state and appends what was decided. Returns the events; none when the rules wanted none.
    /// </summary>
    /// <param name="decide">The rule.</param>
    /// <param name="cancellationToken">Ends the waiting for earlier decisions; an append that has begun is seen through.</param>
    /// <exception cref="FencedException">Another activation owns the conversation.</exception>
    /// <exception cref="DuplicateMessageException">The client's message is in the log already.</exception>
    /// <exception cref="SupportException">The storage is unavailable.</exception>
    public async Task<ImmutableArray<LoggedEvent>> Commit(Func<ConversationState, Decision> decide, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var decision = DraftRules.WithStale(State, decide(State));
            if (decision.IsNothing) return [];
            var now = _time.GetUtcNow();
            ConversationState next;
            if (SlaRules.Concerns(State, decision)) (decision, next) = SlaRules.Keep(State, decision, await Settings(cancellationToken), now);
            else next = ConversationRules.Apply(State, decision, now);
            var logged = await Append(decision, next, now);
            var wasQueued = Standing(State);
            State = next;
            _feed.Show(logged);
            if (wasQueued != Standing(next)) _desks.Set(_store);
            return logged;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private Task<ImmutableArray<LoggedEvent>> Append(Decision decision, ConversationState next, DateTimeOffset now)
    {
        var dues = decision.Dues;
        if (decision.Events.Any(IsProjected)) dues = dues.Add(new DueChange(DueKinds.Turns, now, DueTargets.Turns));
        if (next.SnoozedUntil != State.SnoozedUntil) dues = dues.Add(new DueChange(DueKinds.Snooze, next.SnoozedUntil));
        var append = new LogAppend
        {
            Events = [.. decision.Events.Select(EventFormat.ToNewEvent)],
            At = now,
            State = EventFormat.Write(next),
            Status = WireStatus.Of(next.Status),
            Desk = next.IsQueued ? next.Desk : null,
            WaitingSince = next.IsQueued ? next.WaitingSince : null,
            Agent = next.FloorHolder,
            Slot = decision.Slot,
            Marks = ConversationMarks.Changed(State, next),
            Dues = dues,
        };
        return _log.Append(append, CancellationToken.None);
    }

    // The caller was checked; the store's settings are the platform's business.
    private async Task<StoreSettings> Settings(CancellationToken cancellationToken)
    {
        CallerContext.Current = Caller.System;
        return (await _grains.GetGrain<IStoreGrain>(_store).GetProfile(cancellationToken))?.Settings ?? new StoreSettings { Name = _store };
    }

    // What queues and slots are counted from.
    private static (string? Desk, DateTimeOffset? WaitingSince, bool IsQueued, ConversationPriority Priority, string? Agent) Standing(ConversationState state) =>
        (state.Desk, state.WaitingSince, state.IsQueued, state.Priority, state.FloorHolder);

    // What turns, the search and webhooks are made of; what comes between goes with the next of these.
    private static bool IsProjected(ConversationEvent e) =>
        e is ConversationStarted or ContactIdentified or MessagePosted or NoteAdded or FormSubmitted or TurnCompleted or Rated or EscalationRequested or
            AgentJoined or AgentLeft or Resolved or Reopened or SlaBreached;
}
