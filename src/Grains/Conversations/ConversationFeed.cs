using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace SupportPlatform.Conversations;

/// <summary>
/// What followers follow: the log's tail and the answer being written. It keeps no list of followers and no queue for
/// them; each has only its place, so a slow one gets more at once later and costs nothing meanwhile.
/// </summary>
internal sealed class ConversationFeed : IDisposable
{
    private const int Page = 200;
    private static readonly string[] Roles = [MessageRole.Customer, MessageRole.Assistant, MessageRole.Agent];

    private readonly string _key;
    private readonly ConversationStore _store;
    private readonly EventTail _tail;
    private readonly FollowerSignal _signal = new();
    private readonly MergeClock _merge;
    private int _typing;
    private ImmutableArray<Viewer> _viewers = [];

    /// <summary>The feed of an opened conversation.</summary>
    public ConversationFeed(string key, ConversationStore store, EventTail tail, TimeSpan mergeWindow, TimeProvider time)
    {
        _key = key;
        _store = store;
        _tail = tail;
        _merge = new MergeClock(mergeWindow, time, _signal.Pulse);
        Brief = new BriefMemory(this, tail);
    }

    /// <summary>Completes with the next change.</summary>
    public Task News => _signal.Next;

    /// <summary>The conversation in short.</summary>
    public BriefMemory Brief { get; }

    /// <summary>The answer being written, if one is.</summary>
    public LiveTurn? Live { get; private set; }

    /// <summary>Shows committed events. The end of the running turn, or its replacement, takes its text away.</summary>
    public void Show(IReadOnlyList<LoggedEvent> events)
    {
        foreach (var e in events)
        {
            _tail.Add(e);
            if (e.Type is EventTypes.TurnCompleted or EventTypes.TurnCancelled or EventTypes.TurnFailed or EventTypes.Resolved)
            {
                Live = null;
                SetTypingBit(MessageRole.Assistant, false);
            }

            if (e.Type == EventTypes.AgentLeft) SetTypingBit(MessageRole.Agent, false);
        }

        _signal.Pulse();
    }

    /// <summary>Begins to show a turn.</summary>
    public LiveTurn Begin(string turnId)
    {
        Live = new LiveTurn(turnId);
        SetTyping(MessageRole.Assistant, true);
        return Live;
    }

    /// <summary>Adds text to the running turn; false when it is not the one shown.</summary>
    public bool Write(LiveTurn turn, string text)
    {
        if (Live != turn) return false;
        turn.Append(text);
        _merge.Pulse();
        return true;
    }

    /// <summary>Says what the running turn does; false when it is not the one shown.</summary>
    public bool SetStatus(LiveTurn turn, string status)
    {
        if (Live != turn) return false;
        turn.Status = status;
        _signal.Pulse();
        return true;
    }

    /// <summary>Shows staff what the running turn found and decided.</summary>
    public void SetEvidence(LiveTurn turn, TurnEvidence evidence)
    {
        turn.Evidence = evidence;
        if (Live == turn) _signal.Pulse();
    }

    /// <summary>Says that somebody types or stopped.</summary>
    public void SetTyping(string role, bool isTyping)
    {
        if (SetTypingBit(role, isTyping)) _signal.Pulse();
    }

    /// <summary>Says who of the staff has the conversation open.</summary>
    public void SetViewers(ImmutableArray<Viewer> viewers)
    {
        if (_viewers == viewers) return;
        _viewers = viewers;
        _signal.Pulse();
    }

    /// <summary>Events after a number, from memory or from the database.</summary>
    public async ValueTask<IReadOnlyList<LoggedEvent>> Read(long after, int limit, CancellationToken cancellationToken) =>
        _tail.TryRead(after, limit) ?? await _store.Read(_key, after, limit, cancellationToken);

    /// <summary>Everything after a number, for as long as the reader reads.</summary>
    public async IAsyncEnumerable<Frame> Follow(long after, Audience audience, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A number from a log that was longer once (a restored backup) means: from the end.
        var seen = Math.Min(after, _tail.LastSeq);
        LiveTurn? turn = null;
        string? status = null;
        TurnEvidence? evidence = null;
        ConversationBrief? brief = null;
        var offset = 0;
        var typing = 0;
        ImmutableArray<Viewer> viewers = [];
        while (true)
        {
            var news = _signal.Next;
            while (seen < _tail.LastSeq)
            {
                foreach (var e in await Read(seen, Page, cancellationToken))
                {
                    seen = e.Seq;
                    if (EventTypes.IsVisible(e.Type, audience)) yield return EventFrame(e, audience);
                }
            }

            if (audience == Audience.Staff && await Brief.Read(cancellationToken) is var now && !BriefRules.SaysSame(now, brief))
            {
                brief = now;
                yield return new Frame { Kind = FrameKind.Brief, Brief = now };
            }

            for (var changed = typing ^ _typing; changed != 0; changed = typing ^ _typing)
            {
                var bit = changed & -changed;
                typing ^= bit;
                yield return new Frame { Kind = FrameKind.Typing, Role = Roles[int.Log2(bit)], IsTyping = (typing & bit) != 0 };
            }

            if (audience == Audience.Staff && viewers != _viewers)
            {
                viewers = _viewers;
                yield return new Frame { Kind = FrameKind.Viewers, Viewers = viewers };
            }

            if (Live is { } live && seen == _tail.LastSeq)
            {
                if (live != turn) (turn, offset, status, evidence) = (live, 0, null, null);
                if (live.Status != status)
                {
                    status = live.Status;
                    yield return new Frame { Kind = FrameKind.Status, TurnId = live.TurnId, Text = status };
                }

                if (audience == Audience.Staff && live.Evidence != evidence)
                {
                    evidence = live.Evidence;
                    yield return new Frame { Kind = FrameKind.Evidence, TurnId = live.TurnId, Evidence = evidence };
                }

                if (live.Length > offset && (audience == Audience.Staff || !live.IsHeld))
                {
                    var text = live.From(offset);
                    var kind = offset == 0 ? FrameKind.Snapshot : FrameKind.Delta;
                    yield return new Frame { Kind = kind, TurnId = live.TurnId, Offset = offset, Text = text };
                    offset += text.Length;
                }
            }

            // Whatever came while the reader was busy has completed this task already.
            await news.WaitAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _merge.Dispose();

    /// <summary>The event as an audience may see it.</summary>
    public static LoggedEvent For(LoggedEvent e, Audience audience) =>
        audience == Audience.Customer && e.StaffData is not null ? e with { StaffData = null } : e;

    private static Frame EventFrame(LoggedEvent e, Audience audience) => new() { Kind = FrameKind.Event, Event = For(e, audience) };

    private bool SetTypingBit(string role, bool isTyping)
    {
        var bit = 1 << Array.IndexOf(Roles, role);
        var before = _typing;
        _typing = isTyping ? before | bit : before & ~bit;
        return before != _typing;
    }
}
