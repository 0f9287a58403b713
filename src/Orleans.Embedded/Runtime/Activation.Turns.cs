namespace Orleans.Runtime;

/// <content>Turns: a queue of work that one thread at a time works off.</content>
internal sealed partial class Activation : IThreadPoolWorkItem
{
    // So many turns before other activations get the thread.
    private const int TurnsAtOnce = 100;

    [ThreadStatic]
    private static Activation? _current;

    private readonly Queue<object> _turns = new();
    private bool _isQueued;

    /// <summary>Whether the calling code runs as a turn of this activation.</summary>
    public bool IsCurrent => ReferenceEquals(_current, this);

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
        !taskWasPreviouslyQueued && IsCurrent && TryExecuteTask(task);

    // For debuggers only.
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
