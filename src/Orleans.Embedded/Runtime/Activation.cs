using Microsoft.Extensions.DependencyInjection;

namespace Orleans.Runtime;

/// <summary>
/// One activation of a grain. It is the task scheduler of the grain's code: everything of the grain runs as a turn
/// of it, one turn at a time. This file holds what it is; the others what it does.
/// </summary>
internal sealed partial class Activation : TaskScheduler, IGrainContext
{
    [ThreadStatic]
    private static Activation? _constructing;

    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _deactivated = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ActivationPhase _phase;
    private DeactivationReason _reason;
    private AsyncServiceScope? _scope;
    private object? _instance;
    private long _lastUsed;
    private long _keptUntil = long.MinValue;

    public Activation(GrainRuntime runtime, GrainClass grainClass, string key)
    {
        (Runtime, Class, Key) = (runtime, grainClass, key);
        _lastUsed = runtime.Time.GetTimestamp();
    }

    /// <summary>The activation whose grain object is being made on this thread.</summary>
    public static Activation? Constructing => _constructing;

    public GrainRuntime Runtime { get; }

    public GrainClass Class { get; }

    public string Key { get; }

    public GrainId GrainId => new(Class.GrainType, IdSpan.Create(Key));

    public object? GrainInstance => _instance;

    public Task Deactivated => _deactivated.Task;

    public IServiceProvider ActivationServices =>
        _scope?.ServiceProvider ?? throw new InvalidOperationException($"The activation of {GrainId} has ended.");

    /// <summary>How many calls it has, for the choice of a worker.</summary>
    public int Load => _running.Count + _waiting.Count;

    public void DelayDeactivation(TimeSpan timeSpan)
    {
        var until = timeSpan == Timeout.InfiniteTimeSpan ? long.MaxValue
            : timeSpan <= TimeSpan.Zero ? long.MinValue
            : Runtime.Time.GetTimestamp() + (long)(timeSpan.TotalSeconds * Runtime.Time.TimestampFrequency);
        Volatile.Write(ref _keptUntil, until);
    }

    /// <summary>Ends the activation if it has been idle for the collection age.</summary>
    public void CollectIfIdle()
    {
        var now = Runtime.Time.GetTimestamp();
        lock (_lock)
        {
            if (_phase != ActivationPhase.Active || Load > 0 || _queued || _keptUntil > now) return;
            if (Runtime.Time.GetElapsedTime(_lastUsed, now) < Runtime.Options.CollectionAge) return;
            if (_enumerations is not null && _enumerations.Any(e => e.IsRead(now))) return;
        }

        Deactivate(new(DeactivationReasonCode.ActivationIdle, "The collection age has passed."));
    }
}
