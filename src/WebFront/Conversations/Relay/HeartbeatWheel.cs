using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace SupportPlatform.Conversations.Relay;

/// <summary>
/// Beats once a period for each of its members, spread evenly over the period. Beating for ten thousand sockets at once
/// holds up everybody's answers for as long as that takes.
/// </summary>
internal sealed class HeartbeatWheel<T>(TimeProvider time, Action<T> beat)
    where T : class
{
    /// <summary>How often each member is beaten for; half of the 30 s after which SignalR's clients give a server up.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(15);

    private const int Slots = 300;

    private readonly ConcurrentDictionary<T, bool>[] _slots =
        [.. Enumerable.Range(0, Slots).Select(_ => new ConcurrentDictionary<T, bool>(1, 1, ReferenceEqualityComparer.Instance))];

    private long _turned;

    /// <summary>Beats for it until it is removed.</summary>
    public void Add(T member) => SlotOf(member)[member] = true;

    /// <summary>Stops doing so.</summary>
    public void Remove(T member) => SlotOf(member).TryRemove(member, out _);

    /// <summary>Turns until it is cancelled.</summary>
    public async Task Run(CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        using var timer = new PeriodicTimer(Period / Slots, time);
        while (await timer.WaitForNextTickAsync(cancellationToken)) TurnTo(time.GetElapsedTime(start));
    }

    /// <summary>Beats for those who are due by a time since the start. A busy machine misses ticks, but no member its beat.</summary>
    public void TurnTo(TimeSpan elapsed)
    {
        for (var due = elapsed / (Period / Slots); _turned + 1 <= due; _turned++)
        {
            foreach (var (member, _) in _slots[_turned % Slots]) beat(member);
        }
    }

    private ConcurrentDictionary<T, bool> SlotOf(T member) => _slots[RuntimeHelpers.GetHashCode(member) % Slots];
}
