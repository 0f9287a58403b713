namespace Orleans.Runtime;

/// <summary>
/// One activation of a grain. It is the task scheduler of the grain's code: everything of the grain runs as a turn
/// of it, one turn at a time. This file holds the turns; the others its calls and its life.
/// </summary>
internal sealed partial class Activation(GrainRuntime runtime, GrainClass grainClass, string key) : TaskScheduler, IGrainContext, IThreadPoolWorkItem
{
    // So many turns before other activations get the thread.
    private const int TurnsAtOnce = 100;

    [ThreadStatic]
    private static Activation? _current;

    private readonly Lock _lock = new();
    private readonly Queue<object> _turns = new();
    private readonly TaskCompletionSource _deactivated = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _ended = new();
    private bool _isQueued;
    private Phase _phase;
    private DeactivationReason _reason;
    private AsyncServiceScope? _scope;
    private long _lastUsed = runtime.Time.GetTimestamp();
    private long _keptUntil = long.MinValue;

    private enum Phase { New, Activating, Active, Deactivating, Ending, Ended }

    /// <summary>The activation whose turn the calling code is.</summary>
    public static Activation? Running => _current;

    public GrainRuntime Runtime => runtime;

    public GrainClass Class => grainClass;

    public string Key => key;

    public GrainId GrainId => new(grainClass.GrainType, IdSpan.Create(key));

    public object? GrainInstance { get; private set; }

    public CancellationToken Ended => _ended.Token;

    public Task Deactivated => _deactivated.Task;

    public int Load => _running.Count + _waiting.Count;

    public void DelayDeactivation(TimeSpan timeSpan) =>
        _keptUntil = timeSpan == Timeout.InfiniteTimeSpan ? long.MaxValue
            : timeSpan <= TimeSpan.Zero ? long.MinValue
            : runtime.Time.GetTimestamp() + (long)(timeSpan.TotalSeconds * runtime.Time.TimestampFrequency);

    /// <summary>Aborts the enumerations that nobody reads, and ends the activation if it is idle.</summary>
    public void Collect(long now)
    {
        GrainCall[] unread;
        bool isIdle;
        lock (_lock)
        {
            unread = [.. _enumerations.Where(e => !e.IsRead(now))];
            isIdle = _phase == Phase.Active && Load == 0 && _enumerations.Count == unread.Length
                && _keptUntil <= now && runtime.Time.GetElapsedTime(_lastUsed, now) >= runtime.Options.CollectionAge;
        }

        foreach (var enumeration in unread) enumeration.Refuse(new EnumerationAbortedException("Nobody has read the enumeration for the response time-out."));
        if (isIdle) Deactivate(new(DeactivationReasonCode.ActivationIdle, "The collection age has passed."));
    }

    /// <summary>Queues a turn: a task or a <see cref="Turn"/>.</summary>
    public void Queue(object turn)
    {
        lock (_lock) QueueLocked(turn);
    }

    void IThreadPoolWorkItem.Execute()
    {
        // The turns run within a task of this scheduler, so that it is the current one for all that they start.
        _current = this;
        new Task(static activation => ((Activation)activation!).WorkOff(), this, TaskCreationOptions.DenyChildAttach).RunSynchronously(this);
        _current = null;
    }

    protected override void QueueTask(Task task) => Queue(task);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && _current == this && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => [];

    private void QueueLocked(object turn)
    {
        _turns.Enqueue(turn);
        if (!_isQueued) Wake();
        _isQueued = true;
    }

    // Never to the thread's own queue, which is last in, first out: two activations that call each other would keep it.
    private void Wake() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);

    private void WorkOff()
    {
        var context = ExecutionContext.Capture()!;
        for (var turns = 0; turns < TurnsAtOnce; turns++)
        {
            object? turn;
            lock (_lock) _isQueued = _turns.TryDequeue(out turn);
            if (turn is null) return;
            if (turn is Task task) TryExecuteTask(task);
            else ((Turn)turn).Run();

            // Grain code that is not async leaves its changes of the context behind.
            if (!ReferenceEquals(ExecutionContext.Capture(), context)) ExecutionContext.Restore(context);
        }

        Wake();
    }
}
