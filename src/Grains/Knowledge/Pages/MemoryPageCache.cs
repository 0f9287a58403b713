namespace SupportPlatform.Knowledge;

/// <summary>Keeps the pages that were fetched last in memory.</summary>
/// <param name="most">How many.</param>
internal sealed class MemoryPageCache(int most) : IPageCache
{
    private readonly Dictionary<string, LinkedListNode<(string Hash, CachedPage Page)>> _pages = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Hash, CachedPage Page)> _byAge = new();

    /// <inheritdoc/>
    public Task<CachedPage?> Find(string addressHash, CancellationToken cancellationToken)
    {
        lock (_pages) return Task.FromResult(_pages.TryGetValue(addressHash, out var node) ? node.Value.Page : null);
    }

    /// <inheritdoc/>
    public Task Keep(string addressHash, CachedPage page, CancellationToken cancellationToken)
    {
        lock (_pages)
        {
            if (_pages.Remove(addressHash, out var old)) _byAge.Remove(old);
            _pages[addressHash] = _byAge.AddLast((addressHash, page));
            if (_byAge.Count > most && _byAge.First is { } oldest)
            {
                _pages.Remove(oldest.Value.Hash);
                _byAge.RemoveFirst();
            }
        }

        return Task.CompletedTask;
    }
}
