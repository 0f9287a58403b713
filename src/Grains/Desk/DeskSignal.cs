using System.Collections.Concurrent;

namespace SupportPlatform.Desk;

/// <summary>
/// Tells this silo's <see cref="DeskSweeper"/> in which stores a queue or a slot has changed, so that its desks need not wait
/// for the next look. What is lost here, with its process, that look finds.
/// </summary>
internal sealed class DeskSignal : IDisposable
{
    private readonly ConcurrentDictionary<string, bool> _stores = new();
    private readonly SemaphoreSlim _work = new(0, 1);

    /// <summary>Something changed in a store.</summary>
    public void Set(string store)
    {
        _stores[store] = true;
        try
        {
            if (_work.CurrentCount == 0) _work.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else said so in the same moment.
        }
    }

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
