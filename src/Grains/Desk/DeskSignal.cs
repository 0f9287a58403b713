using System.Collections.Concurrent;
using SupportPlatform.Conversations;

namespace SupportPlatform.Desk;

/// <summary>
/// Tells this silo's <see cref="DeskSweeper"/> in which stores a queue or a slot has changed, so that its desks need not wait
/// for the next look, and the <see cref="StaffFeedGrain"/>s that are here. What is lost here, with its process, that look finds.
/// </summary>
internal sealed class DeskSignal : IDisposable
{
    private readonly ConcurrentDictionary<string, bool> _stores = new();
    private readonly ConcurrentDictionary<string, FollowerSignal> _followed = new();
    private readonly SemaphoreSlim _work = new(0, 1);

    /// <summary>Something changed in a store.</summary>
    public void Set(string store)
    {
        _stores[store] = true;
        if (_followed.TryGetValue(store, out var followed)) followed.Pulse();
        try
        {
            if (_work.CurrentCount == 0) _work.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else said so in the same moment.
        }
    }

    /// <summary>Completes with the next change in a store.</summary>
    public Task Next(string store) => _followed.GetOrAdd(store, _ => new FollowerSignal()).Next;

    /// <summary>Waits for a change; the stores that changed, or null when none did for that long.</summary>
    public async Task<string[]?> Wait(TimeSpan atMost, CancellationToken cancellationToken)
    {
        if (!await _work.WaitAsync(atMost, cancellationToken)) return null;
        var stores = _stores.Keys.ToArray();
        foreach (var store in stores) _stores.TryRemove(store, out _);
        return stores;
    }

    /// <inheritdoc/>
    public void Dispose() => _work.Dispose();
}
