using Microsoft.Extensions.DependencyInjection;

namespace Orleans.Runtime;

/// <summary>
/// One activation of a grain. It is the task scheduler of the grain's code: everything of the grain runs as a turn
/// of it, one turn at a time. This file holds what it is; the others what it does.
/// </summary>
internal sealed partial class Activation(GrainRuntime runtime, GrainClass grainClass, string key) : TaskScheduler, IGrainContext
{
    [ThreadStatic]
    private static Activation? _constructing;

    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _deactivated = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Phase _phase;
    private DeactivationReason _reason;
    private AsyncServiceScope? _scope;
    private long _lastUsed = runtime.Time.GetTimestamp();
    private long _keptUntil = long.MinValue;

    private enum Phase { New, Activating, Active, Deactivating, Ending, Ended }

    /// <summary>The activation whose grain object is being made on this thread.</summary>
    public static Activation? Constructing => _constructing;

    public GrainRuntime Runtime => runtime;

    public GrainClass Class => grainClass;

    public string Key => key;

    public GrainId GrainId => new(grainClass.GrainType, IdSpan.Create(key));

    public object? GrainInstance { get; private set; }

    public Task Deactivated => _deactivated.Task;

    public IServiceProvider ActivationServices => _scope?.ServiceProvider ?? throw new InvalidOperationException($"{GrainId} has ended.");

    /// <summary>How many calls it has, for the choice of a worker.</summary>
    public int Load => _running.Count + _waiting.Count;

    public void DelayDeactivation(TimeSpan timeSpan) =>
        _keptUntil = timeSpan == Timeout.InfiniteTimeSpan ? long.MaxValue
            : timeSpan <= TimeSpan.Zero ? long.MinValue
            : runtime.Time.GetTimestamp() + (long)(timeSpan.TotalSeconds * runtime.Time.TimestampFrequency);

    /// <summary>Aborts the enumerations that nobody reads, and ends the activation if it is idle.</summary>
    public void Collect(long now)
    {
        IEnumeration[] unread;
        bool isIdle;
        lock (_lock)
        {
            unread = [.. _enumerations.Where(e => !e.IsRead(now))];
            isIdle = _phase == Phase.Active && Load == 0 && !_isQueued && _enumerations.Count == unread.Length
                && _keptUntil <= now && runtime.Time.GetElapsedTime(_lastUsed, now) >= runtime.Options.CollectionAge;
        }

        foreach (var enumeration in unread) enumeration.Abort("Nobody has read the enumeration for the response time-out.");
        if (isIdle) Deactivate(new(DeactivationReasonCode.ActivationIdle, "The collection age has passed."));
    }
}
