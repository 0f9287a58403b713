using System.Diagnostics.CodeAnalysis;

namespace Orleans.Runtime;

/// <summary>How a grain timer runs.</summary>
[method: SetsRequiredMembers]
public readonly struct GrainTimerCreationOptions(TimeSpan dueTime, TimeSpan period)
{
    /// <summary>The time until the first tick; <see cref="Timeout.InfiniteTimeSpan"/> for none.</summary>
    public required TimeSpan DueTime { get; init; } = dueTime;

    /// <summary>The time from the end of one tick to the next; <see cref="Timeout.InfiniteTimeSpan"/> for one tick only.</summary>
    public required TimeSpan Period { get; init; } = period;

    /// <summary>Whether ticks run among other calls (at their awaits) instead of waiting for their end.</summary>
    public bool Interleave { get; init; }

    /// <summary>Whether a tick keeps the activation from idle collection, as a call does.</summary>
    public bool KeepAlive { get; init; }
}
