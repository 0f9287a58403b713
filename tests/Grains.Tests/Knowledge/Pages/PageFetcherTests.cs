using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using SupportPlatform.Knowledge;
using Xunit;

namespace SupportPlatform.Grains.Tests.Knowledge.Pages;

public sealed class PageFetcherTests : IAsyncLifetime
{
    private FakeInternet _internet = null!;

    public async Task InitializeAsync() => _internet = await FakeInternet.Start();

    public async Task DisposeAsync() => await _internet.DisposeAsync();

    [Fact]
    public async Task Fetch_Page_HasTitleContentAndMetadata()
    {
        _internet.Put("example.org/help", """
            <html lang="de-AT"><head><title>Returns</title><meta name="description" content="How to send back">
            <meta property="article:modified_time" content="2026-05-01"></head>
            <body><nav>Menu</nav><main><h1>Returns</h1><p>Within 30 days.</p></main><footer>Imprint</footer></body></html>
            """);

        var page = await Fetch("http://example.org/help");

        Assert.Equal("html", page.Document!.Kind);
        Assert.Equal("Returns", page.Document.Title);
        Assert.Equal("# Returns\n\nWithin 30 days.", page.Document.Pages[0].Text);
        Assert.Equal(("How to send back", "de-AT", "2026-05-01"), (page.Document.Metadata!.Description, page.Document.Metadata.Language, page.Document.Metadata.Modified));
    }

    [Fact]
    public async Task Fetch_PageInAnotherEncoding_IsDecodedByItsHeader()
    {
        _internet.Put("example.org/", context =>
        {
            context.Response.ContentType = "text/html; charset=iso-8859-5";
            return context.Response.Body.WriteAsync(CodePagesEncodingProvider.Instance.GetEncoding("iso-8859-5")!.GetBytes("<p>Возврат товара</p>")).AsTask();
        });
        Assert.Equal("Возврат товара", (await Fetch("http://example.org/")).Document!.Pages[0].Text);
    }

    [Fact]
    public async Task Fetch_Unchanged_IsNotModified()
    {
        _internet.Put("example.org/", context =>
        {
            context.Response.Headers.ETag = "\"v1\"";
            if (context.Request.Headers.IfNoneMatch != "\"v1\"") return context.Response.WriteAsync("<p>Text of it</p>");
            context.Response.StatusCode = 304;
            return Task.CompletedTask;
        });
        var first = await Fetch("http://example.org/");
        Assert.False(first.NotModified);
        Assert.True((await Fetch("http://example.org/", first.Validators)).NotModified);
    }

    [Theory]
    [InlineData(5, null)]
    [InlineData(6, "page_redirects")]
    public async Task Fetch_Redirections_EndsAfterFive(int hops, string? code)
    {
        for (var i = 0; i < hops; i++) _internet.Redirect($"example.org/{i}", $"/{i + 1}");
        _internet.Put($"example.org/{hops}", "<p>Arrived here</p>");
        Assert.Equal(code, await Code("http://example.org/0"));
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("//169.254.169.254/latest")]
    [InlineData("http://0x7f000001/")]
    [InlineData("http://inner.example.org/")]
    [InlineData("https://example.org:8443/")]
    [InlineData("gopher://example.org/")]
    public async Task Fetch_RedirectionInward_IsRefused(string to)
    {
        _internet.Names["inner.example.org"] = [IPAddress.Parse("10.1.2.3")];
        _internet.Redirect("example.org/", to);
        Assert.Equal("address_refused", await Code("http://example.org/"));
    }

    [Fact]
    public async Task Fetch_NameThatChangesItsAddress_IsCheckedAtEachConnection()
    {
        _internet.Put("example.org/robots.txt", context =>
        {
            // Between the first connection and the next the name moves inward.
            _internet.Names["example.org"] = [IPAddress.Loopback];
            context.Response.Headers.Connection = "close";
            return context.Response.WriteAsync("");
        });
        Assert.Equal("address_refused", await Code("http://example.org/"));
        Assert.All(_internet.Dialed, d => Assert.Equal(FakeInternet.Public, d.Address));
    }

    [Fact]
    public async Task Fetch_PathThatRobotsRefuse_IsNotAskedFor()
    {
        _internet.Put("example.org/robots.txt", "User-agent: *\nDisallow: /private", "text/plain");
        _internet.Put("example.org/private/a", "<p>Secret page</p>");
        _internet.Redirect("example.org/open", "/private/a");

        Assert.Equal("robots_refused", await Code("http://example.org/private/a"));
        Assert.Equal("robots_refused", await Code("http://example.org/open"));
        Assert.DoesNotContain("example.org/private/a", _internet.Asked);
    }

    [Fact]
    public async Task Fetch_RobotsOfAFailingServer_RefuseAll()
    {
        _internet.Put("example.org/robots.txt", context =>
        {
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        });
        Assert.Equal("robots_refused", await Code("http://example.org/"));
    }

    [Fact]
    public async Task Fetch_LargePage_IsTooLarge()
    {
        _internet.Put("example.org/", context => context.Response.WriteAsync(new string('a', 5_000_001)));
        Assert.Equal("page_too_large", await Code("http://example.org/"));
    }

    [Fact]
    public async Task Fetch_ServerThatDrips_TimesOut()
    {
        _internet.Put("example.org/", async context =>
        {
            await context.Response.WriteAsync("<p>");
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var fetcher = _internet.Fetcher(new PageOptions { HostInterval = TimeSpan.Zero, TimeLimit = TimeSpan.FromSeconds(1) });
        var e = await Assert.ThrowsAsync<ExtractionException>(() => fetcher.Fetch("http://example.org/", null, CancellationToken.None));
        Assert.Equal("page_timeout", e.Code);
    }

    [Fact]
    public async Task Fetch_MissingPage_SaysItsStatus() => Assert.Equal("page_status", await Code("http://example.org/nothing"));

    [Fact]
    public async Task Fetch_Picture_IsUnsupported()
    {
        _internet.Put("example.org/a.png", "not read", "image/png");
        Assert.Equal("page_unsupported", await Code("http://example.org/a.png"));
    }

    [Fact]
    public async Task FetchHtml_Page_IsAsItsServerSendsIt()
    {
        _internet.Put("example.org/", "<p>A page</p><script src=\"/widget.js\"></script>");
        using var fetcher = _internet.Fetcher();
        Assert.Equal("<p>A page</p><script src=\"/widget.js\"></script>", await fetcher.FetchHtml("http://example.org/", CancellationToken.None));
        Assert.Equal("page_status", (await Assert.ThrowsAsync<ExtractionException>(() => fetcher.FetchHtml("http://example.org/nothing", CancellationToken.None))).Code);
    }

    private async Task<FetchedPage> Fetch(string address, PageValidators? validators = null)
    {
        using var fetcher = _internet.Fetcher();
        return await fetcher.Fetch(address, validators, CancellationToken.None);
    }

    private async Task<string?> Code(string address)
    {
        try
        {
            await Fetch(address);
            return null;
        }
        catch (ExtractionException e)
        {
            return e.Code;
        }
    }
}
