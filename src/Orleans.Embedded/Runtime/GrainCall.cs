using System.Diagnostics;

namespace Orleans.Runtime;

/// <summary>A call on its way: it waits for its turn, runs, and answers its caller once.</summary>
internal abstract class GrainCall : Turn
{
    private Task? _task;
    private IncomingCallContext? _context;
    private Activity? _caller;

    protected GrainCall() => Node = new(this);

    /// <summary>The place among the activation's calls, guarded by its lock.</summary>
    public LinkedListNode<GrainCall> Node { get; }

    /// <summary>Where the call is now; it moves on when that activation ends before the call's turn.</summary>
    public Activation? Target { get; set; }

    public CallMode Mode { get; protected init; }

    public long Sent { get; private set; }

    /// <summary>What is called; null for a timer's tick.</summary>
    public virtual GrainMethod? Method => null;

    /// <summary>Whether the call counts as use of the activation.</summary>
    public virtual bool KeepsAlive => true;

    /// <summary>Whether the caller has its answer, a time-out or cancellation included; then a second answer does nothing.</summary>
    public virtual bool IsAnswered => false;

    /// <summary>Of an open enumeration: whether its reader waits, or has read within the response time-out.</summary>
    public virtual bool IsRead(long now) => true;

    public Dictionary<string, object>? Values { get; private set; }

    public abstract Task Invoke(object grain);

    /// <summary>The result in a task of <see cref="Invoke"/> that has succeeded.</summary>
    public virtual object? ResultOf(Task task) => null;

    /// <summary>Answers with what a task of <see cref="Invoke"/> holds.</summary>
    public abstract void Answer(Task task);

    public virtual void AnswerWith(object? result) => Answer(Task.CompletedTask);

    public abstract void Refuse(Exception error);

    /// <summary>Takes what travels with a call from the caller's context.</summary>
    public void Capture(TimeProvider time) => (Values, _caller, Sent) = (RequestContext.Values, Activity.Current, time.GetTimestamp());

    public override void Run()
    {
        if (Values is not null) RequestContext.Values = Values;
        if (_caller is not null) Activity.Current = _caller;
        try
        {
            var filters = Method is null ? [] : Target!.Runtime.Filters;
            if (IsAnswered) _task = Task.FromCanceled(new CancellationToken(canceled: true));
            else if (filters.Length == 0) _task = Invoke(Target!.GrainInstance!);
            else _task = (_context = new(this, Target!, filters)).Invoke();
        }
        catch (Exception e)
        {
            _task = Task.FromException(e);
        }

        if (_task.IsCompleted) Conclude();
        else _task.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(Conclude);
    }

    // Frees the activation before the caller goes on, so that its next call finds it free.
    private void Conclude()
    {
        Target!.Finished(this, _task!.Exception?.InnerException);
        if (!_task.IsCompletedSuccessfully) Refuse(_task.Exception?.InnerException ?? new TaskCanceledException(_task));
        else if (_context is null) Answer(_task);
        else _context.Answer();
    }
}
