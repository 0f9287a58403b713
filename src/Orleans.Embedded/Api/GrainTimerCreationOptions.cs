using System.Diagnostics.CodeAnalysis;

namespace Orleans.Runtime;

/// <summary>How a grain timer runs.</summary>
public readonly record struct GrainTimerCreationOptions()
{
    /// <summary>A timer with this due time and period.</summary>
    [SetsRequiredMembers]
    public GrainTimerCreationOptions(TimeSpan dueTime, TimeSpan period)
        : this() => (DueTime, Period) = (dueTime, period);

    /// <summary>The time until the first tick; <see cref="Timeout.InfiniteTimeSpan"/> for none.</summary>
    public required TimeSpan DueTime { get; init; }

    /// <summary>The time from the end of one tick to the next; <see cref="Timeout.InfiniteTimeSpan"/> for one tick only.</summary>
    public required TimeSpan Period { get; init; }

    /// <summary>Whether ticks run among other calls (at their awaits) instead of waiting for their end.</summary>
    public bool Interleave { get; init; }

    /// <summary>Whether a tick keeps the activation from idle collection, as a call does.</summary>
    public bool KeepAlive { get; init; }
}
