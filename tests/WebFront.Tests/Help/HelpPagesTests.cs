using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SupportPlatform.Fakes;
using SupportPlatform.Knowledge;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.Help;

public sealed class HelpPagesTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private FrontHost _front = null!;

    private FakeHelpCentre Help => _front.Grains.FakeHelp;

    public async Task InitializeAsync() => _front = await FrontHost.Start(s => s.AddSingleton<TimeProvider>(_time));

    public async Task DisposeAsync() => await _front.DisposeAsync();

    [Fact]
    public async Task Index_ShowsArticlesAndQuestionsAsText()
    {
        var page = await Page("/help/demo");

        Assert.Contains("<title>Demo · Help</title>", page, StringComparison.Ordinal);
        Assert.Contains("Returns &lt;30 days&gt;", page, StringComparison.Ordinal);
        Assert.Contains("<details id=\"faq-q1\">", page, StringComparison.Ordinal);
        Assert.Contains("<strong>always</strong>", page, StringComparison.Ordinal);
        Assert.Contains($"<link rel=\"canonical\" href=\"{_front.Address}help/demo\" />", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Article_ForeignMarkup_IsTextOrGone()
    {
        var page = await Page("/help/demo/articles/returns");

        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", page, StringComparison.Ordinal);
        Assert.DoesNotContain("elsewhere.example", page, StringComparison.Ordinal);
        Assert.Contains("Send it back.", page, StringComparison.Ordinal);
        Assert.Contains("<time datetime=\"2026-11-02\">2 November 2026</time>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Article_Unknown_IsAPageThatSaysSo()
    {
        using var response = await _front.Send(HttpMethod.Get, "/help/demo/articles/nothing");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("This article does not exist", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Index_UnknownStore_IsNotFound()
    {
        using var response = await _front.Send(HttpMethod.Get, "/help/nobody");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Index_Arabic_RunsFromRightToLeft()
    {
        var page = await Page("/help/demo?lang=ar");

        Assert.Contains("<html lang=\"ar\" dir=\"rtl\">", page, StringComparison.Ordinal);
        Assert.Contains("الأسئلة الشائعة", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Index_AskedForAgain_IsServedFromMemory()
    {
        await Page("/help/demo");
        var reads = Help.Reads;
        await Page("/help/demo");

        Assert.Equal(reads, Help.Reads);
    }

    [Fact]
    public async Task Index_AfterAChange_IsMadeAnew()
    {
        await Page("/help/demo");
        var reads = Help.Reads;
        _front.Grains.FakeSources.All["returns"] = FakeSources.View(SourceKinds.Article, "returns", "returns");
        using var deleted = await _front.Send(HttpMethod.Delete, "/api/stores/demo/articles/returns", FrontHost.AdminKey);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await Page("/help/demo");

        Assert.Equal(reads + 1, Help.Reads);
    }

    [Fact]
    public async Task Article_ServedFromMemory_IsCounted()
    {
        await Page("/help/demo/articles/returns");
        await Page("/help/demo/articles/returns");
        _time.Advance(HelpViewCount.Period);
        await Eventually(() => Help.Views.Count > 0);

        Assert.Equal([new HelpViews("returns", 2)], Help.Views);
    }

    [Fact]
    public async Task Search_WithoutScript_ShowsHitsAndCarriesTheQuestionOver()
    {
        var page = await Page("/help/demo/search?q=send+it+%3Cback%3E");

        Assert.Contains("send it &lt;back&gt;", page, StringComparison.Ordinal);
        Assert.Contains("ask=send%20it%20%3Cback%3E", page, StringComparison.Ordinal);
        Assert.Contains("content=\"noindex\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sitemap_HasAllArticles()
    {
        var map = await Page("/help/demo/sitemap.xml");

        Assert.Contains($"<loc>{_front.Address}help/demo/articles/returns</loc>", map, StringComparison.Ordinal);
        Assert.Contains("/articles/refunds</loc>", map, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#ffee00")]
    [InlineData("#a8482a")]
    public void Brand_AnyColour_HasReadableText(string color)
    {
        var style = HelpBrand.Style(color);

        Assert.StartsWith(":root { --rust: #", style, StringComparison.Ordinal);
        Assert.Equal(color == "#a8482a", style.Contains("--rust: #a8482a", StringComparison.Ordinal));
    }

    private static async Task Eventually(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (!holds()) await Task.Delay(10, patience.Token);
    }

    private async Task<string> Page(string path)
    {
        using var response = await _front.Send(HttpMethod.Get, path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }
}
