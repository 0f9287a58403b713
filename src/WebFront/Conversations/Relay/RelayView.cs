using System.Collections.Immutable;
using System.Runtime.InteropServices;
using SupportPlatform.Conversations.Wire;

namespace SupportPlatform.Conversations.Relay;

/// <summary>
/// What a relay has of its conversation: the events that somebody may still lack, the running turn, who types. It is
/// plain state; the relay guards it with its gate.
/// </summary>
internal sealed class RelayView
{
    private const int RingSize = 64;

    // Customers know that they type themselves.
    private static readonly string[] ForCustomers = [MessageRole.Assistant, MessageRole.Agent];
    private static readonly string[] ForStaff = [MessageRole.Assistant, MessageRole.Agent, MessageRole.Customer];

    private readonly string[] _roles;
    private readonly List<RelayableEvent> _ring = [];
    private RelayTurn? _turn;
    private long _floor;
    private int _typing;
    private ImmutableArray<Viewer> _viewers = [];
    private ConversationBrief? _brief;
    private TurnFinding? _finding;

    /// <summary>A view that begins after an event.</summary>
    public RelayView(long last, Audience audience)
    {
        Last = _floor = last;
        _roles = audience == Audience.Staff ? ForStaff : ForCustomers;
    }

    /// <summary>The number of the last event received.</summary>
    public long Last { get; private set; }

    /// <summary>Takes in a frame; false when frames were missed before it, and the follow must begin anew.</summary>
    public bool Apply(Frame frame)
    {
        switch (frame.Kind)
        {
            case FrameKind.Event:
                Add(frame.Event!);
                return true;
            case FrameKind.Snapshot:
                if (_turn?.TurnId != frame.TurnId || !_turn!.TryCatchUp(frame.Text!)) Begin(frame).Append(frame.Text!);
                return true;
            case FrameKind.Delta:
                return _turn?.TurnId == frame.TurnId ? _turn!.TryAppendAt(frame.Offset, frame.Text!)
                    : frame.Offset == 0 && Begin(frame).TryAppendAt(0, frame.Text!);
            case FrameKind.Status:
                (_turn?.TurnId == frame.TurnId ? _turn! : Begin(frame)).Status = frame.Text;
                return true;
            case FrameKind.Typing:
                var role = Array.IndexOf(_roles, frame.Role);
                if (role >= 0) _typing = frame.IsTyping ? _typing | (1 << role) : _typing & ~(1 << role);
                return true;
            case FrameKind.Viewers:
                _viewers = frame.Viewers ?? [];
                return true;
            case FrameKind.Brief:
                _brief = frame.Brief;
                return true;
            case FrameKind.Evidence:
                _finding = new TurnFinding(frame.TurnId!, frame.Evidence!);
                return true;
            default:
                return true;
        }
    }

    /// <summary>The follow begins anew: what was said of who types and who looks no longer holds.</summary>
    public void Restart() => (_typing, _viewers) = (0, []);

    /// <summary>Everybody has all events, so none needs to be kept.</summary>
    public void Forget()
    {
        _ring.Clear();
        _floor = Last;
    }

    /// <summary>Whether a subscriber lacks events that are no longer here.</summary>
    public bool IsBehind(RelaySubscriber subscriber) => subscriber.Seq < _floor;

    /// <summary>What a subscriber lacks; its place moves to the end of that.</summary>
    public RelayBatch Take(RelaySubscriber subscriber)
    {
        var batch = new RelayBatch
        {
            Events = TakeEvents(subscriber),
            Typing = TakeTyping(subscriber),
            Viewers = TakeViewers(subscriber),
            Brief = subscriber.Brief == _brief ? null : subscriber.Brief = _brief,
            Finding = subscriber.Finding == _finding ? null : subscriber.Finding = _finding,
            Heartbeat = subscriber.HeartbeatDue,
        };
        subscriber.HeartbeatDue = false;

        // Who has read further in the log than this view would be shown text of a turn that may be over.
        if (_turn is not { } turn || subscriber.Seq > Last) return batch;
        if (subscriber.Turn != turn) (subscriber.Turn, subscriber.Offset, subscriber.Status) = (turn, 0, null);
        if (turn.Status is { } status && status != subscriber.Status)
        {
            subscriber.Status = status;
            batch = batch with { Status = new TurnNote(turn.TurnId, status) };
        }

        if (turn.Length <= subscriber.Offset) return batch;
        batch = batch with { Chunk = turn.From(subscriber.Offset) };
        subscriber.Offset = turn.Length;
        return batch;
    }

    private RelayTurn Begin(Frame frame) => _turn = new RelayTurn(frame.TurnId!);

    private void Add(LoggedEvent e)
    {
        if (e.Seq <= Last) return;
        Last = e.Seq;
        var relayed = new RelayableEvent(e);
        if (_ring.Count == RingSize)
        {
            _floor = _ring[RingSize / 2 - 1].Event.Seq;
            _ring.RemoveRange(0, RingSize / 2);
        }

        _ring.Add(relayed);
        if (e.Type is EventTypes.TurnStarted or EventTypes.TurnCompleted or EventTypes.TurnCancelled or EventTypes.TurnFailed ||
            (_turn is not null && relayed.Message?.TurnId == _turn.TurnId))
            _turn = null;
    }

    private ReadOnlyMemory<RelayableEvent> TakeEvents(RelaySubscriber subscriber)
    {
        if (subscriber.Seq >= Last || _ring.Count == 0) return default;
        var from = 0;
        while (from < _ring.Count && _ring[from].Event.Seq <= subscriber.Seq) from++;
        subscriber.Seq = Last;
        return from == _ring.Count ? default : CollectionsMarshal.AsSpan(_ring)[from..].ToArray();
    }

    private TypingChange[]? TakeTyping(RelaySubscriber subscriber)
    {
        if (subscriber.Typing == _typing) return null;
        var changed = subscriber.Typing ^ _typing;
        subscriber.Typing = _typing;
        return [.. _roles.Where((_, i) => (changed & (1 << i)) != 0).Select(r => new TypingChange(r, (_typing & (1 << Array.IndexOf(_roles, r))) != 0))];
    }

    private ImmutableArray<Viewer>? TakeViewers(RelaySubscriber subscriber) =>
        subscriber.Viewers == _viewers ? null : subscriber.Viewers = _viewers;
}
