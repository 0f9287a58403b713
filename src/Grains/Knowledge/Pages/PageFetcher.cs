using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;

namespace SupportPlatform.Knowledge;

/// <summary>Fetches public web pages: each hop is checked, asked for politely, and bounded in bytes and time.</summary>
internal sealed class PageFetcher : IPageFetcher, IDisposable
{
    private readonly PageOptions _options;
    private readonly TimeProvider _time;
    private readonly HttpMessageInvoker _client;
    private readonly RobotsCache _robots;
    private readonly HostPace _pace;
    private readonly PageReader _reader;

    /// <summary>A fetcher.</summary>
    /// <param name="options">Its limits.</param>
    /// <param name="connector">How it connects.</param>
    /// <param name="extractor">Reads what it fetched.</param>
    /// <param name="time">The clock.</param>
    public PageFetcher(IOptions<PageOptions> options, PageConnector connector, IDocumentExtractor extractor, TimeProvider time)
    {
        _options = options.Value;
        _time = time;
        _client = new HttpMessageInvoker(connector.Handler());
        _robots = new RobotsCache(_options, time);
        _pace = new HostPace(_options.HostInterval, time);
        _reader = new PageReader(extractor);
    }

    /// <inheritdoc/>
    public async Task<FetchedPage> Fetch(string address, PageValidators? validators, CancellationToken cancellationToken)
    {
        var page = await Load(address, validators, cancellationToken);
        var fresh = page.Fresh ?? _options.Expiry;
        if (page.Status == HttpStatusCode.NotModified && validators is not null) return new FetchedPage(page.Address, null, page.Validators ?? validators, fresh);
        CheckStatus(page);
        var document = await _reader.Read(page, cancellationToken);
        return new FetchedPage(page.Address, document, page.Validators ?? new PageValidators(null, null), fresh);
    }

    /// <inheritdoc/>
    public async Task<string> FetchHtml(string address, CancellationToken cancellationToken)
    {
        var page = await Load(address, null, cancellationToken);
        CheckStatus(page);
        return PageReader.Html(page);
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private static void CheckStatus(RawPage page)
    {
        if (page.Status != HttpStatusCode.OK)
            throw new ExtractionException("page_status", $"The page's server answered with status {(int)page.Status}. Check the address.");
    }

    private async Task<RawPage> Load(string address, PageValidators? validators, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(_options.TimeLimit, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await Follow(PageAddress.Parse(address), validators, asksRobots: true, _options.MaxBytes, both.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ExtractionException("page_timeout", "The page took too long to answer. Try again later.");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or System.Net.Sockets.SocketException)
        {
            throw e.InnerException as ExtractionException
                ?? new ExtractionException("page_unreachable", "The page's server could not be reached. Check the address, or try again later.");
        }
    }

    private async Task<RawPage> Follow(Uri address, PageValidators? validators, bool asksRobots, int most, CancellationToken cancellationToken)
    {
        for (var hop = 0; hop <= _options.MaxRedirects; hop++)
        {
            if (asksRobots && !await _robots.Allows(address, Robots, cancellationToken))
                throw new ExtractionException("robots_refused", "The site's robots.txt does not let this page be fetched. Ask its owner, or upload the text.");
            await _pace.Wait(address.Host, cancellationToken);
            using var request = Request(address, validators);
            using var response = await _client.SendAsync(request, cancellationToken);
            if (Redirect(response) is not { } location)
                return await PageReader.Take(address, response, most, cuts: !asksRobots, cancellationToken);
            address = PageAddress.Follow(address, location);
        }

        throw new ExtractionException("page_redirects", $"The address leads through more than {_options.MaxRedirects} redirections. Give the page's own address.");
    }

    // What cannot be had for its redirections is as good as not there (RFC 9309, 2.3.1.2).
    private async Task<(int Status, byte[] Bytes)> Robots(Uri robots, int most, CancellationToken cancellationToken)
    {
        try
        {
            var page = await Follow(robots, null, asksRobots: false, most, cancellationToken);
            return ((int)page.Status, page.Bytes);
        }
        catch (ExtractionException e) when (e.Code == "page_redirects")
        {
            return (404, []);
        }
    }

    private HttpRequestMessage Request(Uri address, PageValidators? validators)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue(_options.Agent, null));
        request.Headers.Accept.ParseAdd("text/html, application/xhtml+xml, text/markdown, text/plain;q=0.9, application/pdf;q=0.8");
        if (validators?.ETag is { } tag && EntityTagHeaderValue.TryParse(tag, out var parsed)) request.Headers.IfNoneMatch.Add(parsed);
        request.Headers.IfModifiedSince = validators?.LastModified;
        return request;
    }

    private static string? Redirect(HttpResponseMessage response)
    {
        if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308)) return null;
        return response.Headers.NonValidated.TryGetValues("Location", out var values) ? values.FirstOrDefault() : null;
    }
}
