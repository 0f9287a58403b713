namespace SupportPlatform.Knowledge;

/// <summary>Fetches public web pages.</summary>
internal interface IPageFetcher
{
    /// <summary>Fetches a page, if it changed.</summary>
    /// <param name="address">Its address as given; refused unless it is one of the public Internet.</param>
    /// <param name="validators">What came with the page the last time; null to fetch it in any case.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ExtractionException">
    /// <c>address_refused</c>, <c>robots_refused</c>, <c>page_redirects</c>, <c>page_status</c>, <c>page_timeout</c>,
    /// <c>page_too_large</c>, <c>page_unreachable</c>, <c>page_unsupported</c>, or a code of the extraction.
    /// </exception>
    Task<FetchedPage> Fetch(string address, PageValidators? validators, CancellationToken cancellationToken);

    /// <summary>A page's HTML as its server sends it.</summary>
    /// <param name="address">Its address as given; refused unless it is one of the public Internet.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ExtractionException">As above, but for the codes of the extraction.</exception>
    Task<string> FetchHtml(string address, CancellationToken cancellationToken);
}
