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

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Entry> _entries = [];

    /// <summary>The profile of a store, or null when there is no such store.</summary>
    public async ValueTask<StoreProfile?> Find(string store, CancellationToken cancellationToken)
    {
        if (!StoreKey.IsValid(store)) return null;
        Entry? entry;
        lock (_gate)
        {
            if (!_entries.TryGetValue(store, out entry) || time.GetElapsedTime(entry.ReadAt) >= entry.Age)
            {
                if (_entries.Count >= MaxEntries) _entries.Clear();
                _entries[store] = entry = new Entry(time.GetTimestamp());
                entry.Load = Load(store, entry);
            }
        }

        return await entry.Load.WaitAsync(cancellationToken);
    }

    /// <summary>The profile of a store that must exist.</summary>
    /// <exception cref="SupportException">The id is malformed, or there is no such store.</exception>
    public async ValueTask<StoreProfile> Get(string store, CancellationToken cancellationToken) =>
        await Find(StoreKey.Check(store), cancellationToken)
        ?? throw new SupportException(ProblemCodes.StoreNotFound, "There is no such store.");

    /// <summary>Reads a store anew next time.</summary>
    public void Forget(string store)
    {
        lock (_gate) _entries.Remove(store);
    }

    private async Task<StoreProfile?> Load(string store, Entry entry)
    {
        CallerContext.Current = Caller.System;
        try
        {
            var profile = await grains.Store(store).GetProfile(CancellationToken.None);
            if (profile is null) entry.Age = MissingAge;
            return profile;
        }
        catch
        {
            entry.Age = TimeSpan.Zero;
            throw;
        }
    }

    private sealed class Entry(long readAt)
    {
        public long ReadAt { get; } = readAt;

        public TimeSpan Age { get; set; } = StoreProfiles.Age;

        public Task<StoreProfile?> Load { get; set; } = Task.FromResult<StoreProfile?>(null);
    }
}
