using System.Diagnostics;

namespace Orleans.Runtime;

/// <summary>A call on its way: it waits for its turn, runs, and answers its caller once.</summary>
internal abstract class GrainCall : WorkItem
{
    private Task? _task;
    private IncomingCallContext? _context;

    // The place in one of the activation's lists, guarded by its lock.
    public CallList? List { get; set; }

    public GrainCall? Previous { get; set; }

    public GrainCall? Next { get; set; }

    /// <summary>Where the call is now; it moves on when that activation ends before the call's turn.</summary>
    public Activation? Target { get; set; }

    public CallMode Mode { get; protected init; }

    /// <summary>When the caller called, as a timestamp.</summary>
    public long Sent { get; set; }

    /// <summary>How long the caller waits, if not as long as usual.</summary>
    public virtual TimeSpan? Timeout => null;

    /// <summary>What the call is, for messages and filters; null for a timer's tick.</summary>
    public virtual GrainMethod? Method => null;

    /// <summary>Whether the call counts as use of the activation.</summary>
    public virtual bool KeepsAlive => true;

    /// <summary>Whether the caller has its answer, a time-out or cancellation included.</summary>
    public abstract bool IsAnswered { get; }

    protected internal Dictionary<string, object>? Values { get; set; }

    protected Activity? Caller { get; set; }

    public abstract Task Invoke(object grain);

    /// <summary>The result of a finished task that <see cref="Invoke"/> has returned.</summary>
    public abstract object? ResultOf(Task task);

    /// <summary>Answers with what a finished task holds.</summary>
    public abstract void Answer(Task task);

    /// <summary>Answers with a filter's own result.</summary>
    public abstract void Answer(object? result);

    /// <summary>Answers with an error.</summary>
    public abstract void Refuse(Exception error);

    /// <summary>The activation has ended before the call's turn.</summary>
    public virtual void Forward(Activation from) => from.Runtime.Send(from.Class, from.Key, this);

    /// <summary>Takes what travels with a call from the caller's context.</summary>
    public void Capture(TimeProvider time)
    {
        Values = RequestContext.Values;
        Caller = Activity.Current;
        Sent = time.GetTimestamp();
    }

    public override void Run()
    {
        var activation = Target!;
        if (IsAnswered)
        {
            activation.Finished(this, null);
            return;
        }

        if (Values is not null) RequestContext.Values = Values;
        if (Caller is not null) Activity.Current = Caller;
        try
        {
            var filters = activation.Runtime.Filters;
            if (Method is null || (filters.Length == 0 && activation.GrainInstance is not IIncomingGrainCallFilter)) _task = Invoke(activation.GrainInstance!);
            else _task = (_context = new IncomingCallContext(this, activation, filters)).Invoke();
            if (_task.IsCompleted) Conclude();
            else _task.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(Conclude);
        }
        catch (Exception e)
        {
            activation.Finished(this, e);
            Refuse(e);
        }
    }

    // Frees the activation before the caller goes on, so that its next call finds it free.
    private void Conclude()
    {
        Target!.Finished(this, _task!.Exception?.InnerException);
        if (_context is null || !_task.IsCompletedSuccessfully) Answer(_task);
        else if (_context.TryGetOwn(out var own)) Answer(own);
        else Answer(_context.Result);
    }
}
