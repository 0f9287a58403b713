namespace SupportPlatform.Knowledge;

/// <summary>Keeps fetched pages by a hash of their address.</summary>
internal interface IPageCache
{
    /// <summary>A kept page; null when there is none.</summary>
    Task<CachedPage?> Find(string addressHash, CancellationToken cancellationToken);

    /// <summary>Keeps a page, in the place of an older one.</summary>
    Task Keep(string addressHash, CachedPage page, CancellationToken cancellationToken);
}
