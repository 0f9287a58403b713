namespace SupportPlatform.Knowledge;

/// <summary>Gives pages from the cache while they are fresh, and asks whether they changed when they are not.</summary>
/// <param name="fetcher">Fetches them.</param>
/// <param name="cache">Keeps them.</param>
/// <param name="instruments">Counts hits and misses.</param>
/// <param name="time">The clock.</param>
internal sealed class PageLibrary(IPageFetcher fetcher, PageCache cache, PageInstruments instruments, TimeProvider time)
{
    /// <summary>The page at an address.</summary>
    /// <exception cref="ExtractionException">It cannot be had; see <see cref="IPageFetcher"/>.</exception>
    public async Task<CachedPage> Get(string address, CancellationToken cancellationToken)
    {
        var hash = Hash(PageAddress.Parse(address));
        var known = await cache.Find(hash, cancellationToken);
        if (known is not null && known.FreshUntil > time.GetUtcNow())
        {
            instruments.Asked("hit");
            return known;
        }

        try
        {
            var fetched = await fetcher.Fetch(address, known?.Validators, cancellationToken);
            var page = new CachedPage(fetched.Address, fetched.Document ?? known!.Document, fetched.Validators, time.GetUtcNow() + fetched.Fresh);
            await cache.Keep(hash, page, time.GetUtcNow(), cancellationToken);
            instruments.Asked(fetched.NotModified ? "revalidated" : "miss");
            return page;
        }
        catch (ExtractionException)
        {
            instruments.Asked("failed");
            throw;
        }
    }

    /// <summary>The hash that a page is kept by; what follows "#" is the reader's own business.</summary>
    public static string Hash(Uri address) => Digest.Of(
        address.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped));
}
