using System.Collections.Immutable;

namespace SupportPlatform.Conversations;

/// <summary>An append on its way to the database.</summary>
internal sealed class PendingAppend
{
    private const int Waiting = 0;
    private const int Taken = 1;
    private const int Withdrawn = 2;

    private readonly TaskCompletionSource<bool> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _stage;

    /// <summary>An append at the end of a log.</summary>
    public PendingAppend(string key, LogPosition position, LogAppend append, DateTime at, long deadline)
    {
        (Key, Position, Append, At, Deadline) = (key, position, append, at, deadline);
        Dues = append.Dues.Length < 2 ? append.Dues : [.. append.Dues.Reverse().DistinctBy(d => d.Kind)];
        TextLength = append.State.Length + append.Events.Sum(e => e.Data.Length + (e.StaffData?.Length ?? 0));
    }

    /// <summary>The conversation.</summary>
    public string Key { get; }

    /// <summary>Where the log must end for it.</summary>
    public LogPosition Position { get; }

    /// <summary>What to append.</summary>
    public LogAppend Append { get; }

    /// <summary>When it happened, in UTC and whole microseconds.</summary>
    public DateTime At { get; }

    /// <summary>The changes of due rows, one a kind.</summary>
    public ImmutableArray<DueChange> Dues { get; }

    /// <summary>Roughly how much text it has, in UTF-16 units.</summary>
    public int TextLength { get; }

    /// <summary>Until when it is tried, as a time stamp of the writer's clock.</summary>
    public long Deadline { get; }

    /// <summary>Whether it was sent to the database at least once and no answer came, so that it may be committed.</summary>
    public bool IsUncertain { get; set; }

    /// <summary>True: committed; false: fenced; an exception: see <see cref="Fail"/>.</summary>
    public Task<bool> Outcome => _outcome.Task;

    /// <summary>Claims it for a commit; false when the appender has withdrawn it.</summary>
    public bool TryTake() => Interlocked.CompareExchange(ref _stage, Taken, Waiting) == Waiting;

    /// <summary>Withdraws it, if no commit has taken it yet.</summary>
    public bool TryWithdraw(CancellationToken cancellationToken)
    {
        if (Interlocked.CompareExchange(ref _stage, Withdrawn, Waiting) != Waiting) return false;
        return _outcome.TrySetCanceled(cancellationToken);
    }

    /// <summary>It is committed.</summary>
    public void Commit() => _outcome.TrySetResult(true);

    /// <summary>Another activation owns the log; nothing was written.</summary>
    public void Fence() => _outcome.TrySetResult(false);

    /// <summary>It is not written, or, when <see cref="IsUncertain"/>, nobody knows.</summary>
    public void Fail(Exception exception) => _outcome.TrySetException(exception);
}
