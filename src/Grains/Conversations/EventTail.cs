using System.Collections.Immutable;

namespace SupportPlatform.Conversations;

/// <summary>The last events of a log, in memory and without a gap; a bounded number of them.</summary>
internal sealed class EventTail
{
    private readonly int _capacity;
    private readonly List<LoggedEvent> _events;

    /// <summary>The tail of an opened log.</summary>
    /// <param name="events">The log's last events, oldest first.</param>
    /// <param name="lastSeq">The number of the log's last event; 0 for an empty log.</param>
    /// <param name="capacity">How many to keep.</param>
    public EventTail(ImmutableArray<LoggedEvent> events, long lastSeq, int capacity)
    {
        _events = [.. events];
        LastSeq = lastSeq;
        _capacity = capacity;
    }

    /// <summary>The number of the log's last event.</summary>
    public long LastSeq { get; private set; }

    /// <summary>The events kept, oldest first.</summary>
    public IReadOnlyList<LoggedEvent> Events => _events;

    /// <summary>Adds the next event.</summary>
    public void Add(LoggedEvent e)
    {
        _events.Add(e);
        LastSeq = e.Seq;

        // A quarter at a time, so that a long-lived conversation does not move the list at each event.
        if (_events.Count >= _capacity + (_capacity / 4) + 1) _events.RemoveRange(0, _events.Count - _capacity);
    }

    /// <summary>Takes words away from the events kept.</summary>
    public void Redact(Redaction redaction)
    {
        for (var i = 0; i < _events.Count; i++) _events[i] = redaction.Of(_events[i]);
    }

    /// <summary>Events after a number, oldest first; null when some of them are no longer in memory.</summary>
    public IReadOnlyList<LoggedEvent>? TryRead(long after, int limit)
    {
        var first = LastSeq - _events.Count + 1;
        if (after + 1 < first) return null;
        var skip = (int)Math.Min(after + 1 - first, _events.Count);
        return _events.GetRange(skip, Math.Min(limit, _events.Count - skip));
    }
}
