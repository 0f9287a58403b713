using System.Collections.Concurrent;
using SupportPlatform.Hosting;
using SupportPlatform.Security;

namespace SupportPlatform.Stores;

/// <summary>
/// Stores' profiles as this front end last saw them: every request needs one, and they change rarely. One grain call
/// at a time for a store, however many requests wait for it.
/// </summary>
internal sealed class StoreProfiles(ISupportGrains grains, TimeProvider time)
{
    /// <summary>How long a profile is used before it is read again.</summary>
    public static readonly TimeSpan Age = TimeSpan.FromSeconds(30);

    // A store that does not exist may be created any moment; and ids that do not exist must not fill the memory.
    private static readonly TimeSpan MissingAge = TimeSpan.FromSeconds(2);
    private const int MaxEntries = 10_000;

    private readonly ConcurrentDictionary<string, Entry> _entries = new();

    /// <summary>The profile of a store, or null when there is no such store.</summary>
    public async ValueTask<StoreProfile?> Find(string store, CancellationToken cancellationToken)
    {
        if (!StoreKey.IsValid(store)) return null;
        while (true)
        {
            if (_entries.TryGetValue(store, out var entry) && !entry.IsOver(time.GetTimestamp(), time))
                return await entry.Load.Value.WaitAsync(cancellationToken);
            if (_entries.Count >= MaxEntries) _entries.Clear();
            var fresh = new Entry(() => Load(store), time.GetTimestamp());
            if (entry is null ? !_entries.TryAdd(store, fresh) : !_entries.TryUpdate(store, fresh, entry)) continue;
            return await fresh.Load.Value.WaitAsync(cancellationToken);
        }
    }

    /// <summary>The profile of a store that must exist.</summary>
    /// <exception cref="SupportException">The id is malformed, or there is no such store.</exception>
    public async ValueTask<StoreProfile> Get(string store, CancellationToken cancellationToken) =>
        await Find(StoreKey.Check(store), cancellationToken)
        ?? throw new SupportException(ProblemCodes.StoreNotFound, "There is no such store.");

    /// <summary>Reads a store anew next time.</summary>
    public void Forget(string store) => _entries.TryRemove(store, out _);

    private async Task<StoreProfile?> Load(string store)
    {
        CallerContext.Current = Caller.System;
        return await grains.Store(store).GetProfile(CancellationToken.None);
    }

    private sealed class Entry(Func<Task<StoreProfile?>> load, long readAt)
    {
        public Lazy<Task<StoreProfile?>> Load { get; } = new(load);

        public bool IsOver(long now, TimeProvider time)
        {
            if (!Load.IsValueCreated || !Load.Value.IsCompleted) return false;
            if (!Load.Value.IsCompletedSuccessfully) return true;
            return time.GetElapsedTime(readAt, now) > (Load.Value.Result is null ? MissingAge : Age);
        }
    }
}
