using System.Collections.Immutable;

namespace SupportPlatform.Conversations;

/// <summary>
/// The log of one conversation in the hands of one activation. Every append states the epoch that the activation raised
/// and where the log must end; the database refuses it when either is no longer so.
/// </summary>
internal sealed class ConversationLog
{
    private readonly LogWriter _writer;
    private LogPosition _end;
    private int _busy;
    private bool _dead;

    /// <summary>The log as it was opened; made by <see cref="ConversationStore"/>.</summary>
    public ConversationLog(string key, LogPosition end, LogWriter writer) => (Key, _end, _writer) = (key, end, writer);

    /// <summary>The conversation's key.</summary>
    public string Key { get; }

    /// <summary>The number of this ownership; each opening raises it.</summary>
    public long Epoch => _end.Epoch;

    /// <summary>The number of the last event; 0 for an empty log.</summary>
    public long LastSeq => _end.Seq;

    /// <summary>Whether this log refuses everything further: it is another's, or its end is unknown.</summary>
    public bool IsDead => _dead;

    /// <summary>
    /// Appends and returns the events with their numbers, once they are committed. One append at a time.
    /// </summary>
    /// <param name="append">What is committed together.</param>
    /// <param name="cancellationToken">
    /// Withdraws the append while it waits for its commit to begin; one that has begun is seen through.
    /// </param>
    /// <exception cref="FencedException">The log is another's. Every later append of this log fails so, too.</exception>
    /// <exception cref="DuplicateMessageException">A client's message id is in the log already; nothing was appended.</exception>
    /// <exception cref="SupportException">
    /// The text cannot be stored, or the storage is unavailable: then it may be unknown whether the append was committed,
    /// and if so this log refuses everything further.
    /// </exception>
    /// <exception cref="InvalidOperationException">An append is still under way.</exception>
    public async Task<ImmutableArray<LoggedEvent>> Append(LogAppend append, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _busy, 1) != 0)
            throw new InvalidOperationException("An append to this log is still under way.");
        try
        {
            if (_dead) throw new FencedException(Key);
            var at = WholeMicroseconds(append.At);
            var pending = new PendingAppend(Key, _end, append, at, _writer.NewDeadline());
            if (!await Write(pending, cancellationToken))
            {
                _dead = true;
                throw new FencedException(Key);
            }

            var first = _end.Seq + 1;
            _end = _end with { Revision = _end.Revision + 1, Seq = _end.Seq + append.Events.Length };
            return [.. append.Events.Select((e, i) => Logged(e, first + i, at))];
        }
        finally
        {
            Volatile.Write(ref _busy, 0);
        }
    }

    private async Task<bool> Write(PendingAppend pending, CancellationToken cancellationToken)
    {
        try
        {
            return await _writer.Write(pending, cancellationToken);
        }
        catch when (pending.IsUncertain)
        {
            _dead = true;
            throw;
        }
    }

    // What the database keeps, so that an event is the same now and when it is read again.
    private static DateTime WholeMicroseconds(DateTimeOffset at) =>
        new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);

    private static LoggedEvent Logged(NewEvent e, long seq, DateTime at) =>
        new() { Seq = seq, Type = e.Type, At = new DateTimeOffset(at), Data = e.Data, StaffData = e.StaffData };
}
