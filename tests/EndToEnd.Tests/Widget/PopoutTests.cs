using Microsoft.Playwright;
using SupportPlatform.EndToEnd.Tests.Pages;
using Xunit;

namespace SupportPlatform.EndToEnd.Tests.Widget;

/// <summary>The chat in a window of its own, opened from a page of another origin, against a real silo.</summary>
public sealed class PopoutTests(SiloFixture fixture, BrowserFixture browser) : IClassFixture<SiloFixture>, IClassFixture<BrowserFixture>
{
    private const string Question = "Can I pause my bean subscription?";

    [SkippableFact]
    public async Task Window_GoesOnWithTheConversation_AndThePageTakesItBack()
    {
        await using var site = await Site();
        await using var shop = await ShopPage.Open(browser.Browser, site.Address);
        await shop.Say(Question);
        await shop.WaitForAnswers(1);
        await shop.Page.Locator("#message").FillAsync("Half a line");
        var window = await OpenWindow(shop);
        await Assertions.Expect(window.Locator(".message[data-role=assistant]")).ToHaveCountAsync(1);
        await Assertions.Expect(shop.Panel).ToContainTextAsync("open in its own window");
        await Assertions.Expect(shop.Page.Locator("#message")).ToBeHiddenAsync();
        await shop.Picture("popped-out");
        await Axe.AssertNoViolation(shop.Page);
        await Say(window, "How do I descale the K1?");
        await Assertions.Expect(window.Locator(".message[data-role=assistant]")).ToHaveCountAsync(2, new() { Timeout = 30_000 });
        await ShopPage.Picture(window, "window");
        await Axe.AssertNoViolation(window);
        await shop.Page.GetByRole(AriaRole.Button, new() { Name = "Go on here" }).ClickAsync();
        await shop.WaitForAnswers(2);

        await Assertions.Expect(shop.Page.Locator("#message")).ToHaveValueAsync("Half a line");
        Assert.True(window.IsClosed);
        Assert.Equal(4, (await shop.Transcript()).Count);
        shop.AssertNoErrors();
    }

    [SkippableTheory]
    [InlineData("dark", 420, "en")]
    [InlineData("rtl", 420, "ar")]
    [InlineData("wide", 1366, "en")]
    public async Task Window_InEachLook_BreaksNoRule(string look, int width, string locale)
    {
        await using var shop = await ShopPage.Open(
            browser.Browser, new Uri(fixture.Silo.Address, $"widget/popout/demo?locale={locale}"), width, 720, look == "dark" ? ColorScheme.Dark : ColorScheme.Light, locale, openChat: false);
        await shop.Say(Question);
        await shop.WaitForAnswers(1);
        await shop.Picture($"window-{look}");
        await Axe.AssertNoViolation(shop.Page);
        Assert.Equal(0, await shop.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        shop.AssertNoErrors();
    }

    [SkippableFact]
    public async Task Window_OpenedBeforeTheFirstMessage_BeginsTheConversationOfThePage()
    {
        await using var site = await Site();
        await using var shop = await ShopPage.Open(browser.Browser, site.Address);
        var window = await OpenWindow(shop);
        await Say(window, Question);
        await Assertions.Expect(window.Locator(".message[data-role=assistant]")).ToHaveCountAsync(1, new() { Timeout = 30_000 });
        var second = await shop.Page.Context.NewPageAsync();
        await second.GotoAsync(site.Address.ToString());
        await second.Locator(".launcher").ClickAsync();
        await Assertions.Expect(second.Locator(".message[data-role=assistant]")).ToHaveCountAsync(1);
        await window.CloseAsync();
        await shop.WaitForAnswers(1);

        await Assertions.Expect(shop.Own).ToContainTextAsync(Question);
    }

    [SkippableFact]
    public async Task Window_ThatStartsOverOrReloads_StaysInStepWithThePage()
    {
        await using var site = await Site();
        await using var shop = await ShopPage.Open(browser.Browser, site.Address);
        await shop.Say(Question);
        await shop.WaitForAnswers(1);
        var (first, _) = await shop.Session();
        var window = await OpenWindow(shop);
        await window.GetByLabel("Start a new conversation").ClickAsync();
        await Say(window, "Hello");
        await Assertions.Expect(window.Locator(".message[data-role=assistant]")).ToHaveCountAsync(1, new() { Timeout = 30_000 });
        await window.ReloadAsync();
        await Assertions.Expect(window.Locator(".message[data-role=customer]")).ToContainTextAsync("Hello");
        await shop.Page.GetByRole(AriaRole.Button, new() { Name = "Go on here" }).ClickAsync();

        await Assertions.Expect(shop.Own).ToContainTextAsync("Hello");
        Assert.NotEqual(first, (await shop.Session()).ConversationId);
    }

    [SkippableFact]
    public async Task Logout_OfThePage_EmptiesTheWindow()
    {
        await using var site = await Site();
        await using var shop = await ShopPage.Open(browser.Browser, site.Address);
        await shop.Say(Question);
        await shop.WaitForAnswers(1);
        var window = await OpenWindow(shop);
        await Assertions.Expect(window.Locator(".message[data-role=assistant]")).ToHaveCountAsync(1);
        await shop.Page.EvaluateAsync("SupportWidget.logout()");

        await Assertions.Expect(window.Locator(".message[data-seq]")).ToHaveCountAsync(0);
        Assert.Equal(0, await window.EvaluateAsync<int>("Object.keys(sessionStorage).filter(k => k.startsWith('support.')).length"));
    }

    [SkippableFact]
    public async Task Window_Blocked_LeavesTheChatInThePage()
    {
        await using var shop = await ShopPage.Open(browser.Browser, fixture.Silo.Address, before: page => page.AddInitScriptAsync("window.open = () => null;"));
        await shop.Page.GetByLabel("Open in a window").ClickAsync();
        await Assertions.Expect(shop.Panel.GetByRole(AriaRole.Alert)).ToContainTextAsync("did not open the window");
        await shop.Picture("window-blocked");
        await Axe.AssertNoViolation(shop.Page);
        await shop.Say(Question);

        await shop.WaitForAnswers(1);
    }

    [SkippableFact]
    public async Task Window_CutOffByThePagesPolicy_AndThePage_EachWorkOnTheirOwn()
    {
        await using var site = await Site("same-origin");
        await using var shop = await ShopPage.Open(browser.Browser, site.Address);
        await shop.Say(Question);
        await shop.WaitForAnswers(1);
        var window = await OpenWindow(shop);
        await Say(window, "How do I descale the K1?");
        await Assertions.Expect(window.Locator(".message[data-role=assistant]")).ToHaveCountAsync(1, new() { Timeout = 30_000 });
        await ShopPage.Picture(window, "window-cut-off");
        await Assertions.Expect(shop.Page.Locator("#message")).ToBeVisibleAsync();
        await shop.Say("Hello");
        await shop.WaitForAnswers(2);
        await shop.Keep("page-cut-off");
        var closed = new TaskCompletionSource();
        window.Close += (_, _) => closed.TrySetResult();
        await window.GetByLabel("Back to the page").ClickAsync();
        await closed.Task.WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(4, (await shop.Transcript()).Count);
        shop.AssertNoErrors();
    }

    [SkippableFact]
    public async Task Window_OfAStrangersPage_IsRefused()
    {
        using var http = new HttpClient { BaseAddress = fixture.Silo.Address };
        using var strange = await http.GetAsync("/widget/popout/demo?from=https://evil.example");
        using var own = await http.GetAsync("/widget/popout/demo?color=%22%3E%3Cscript%3E");

        Assert.Equal(403, (int)strange.StatusCode);
        Assert.StartsWith("default-src 'none'; script-src 'self';", own.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", await own.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Popout_SwitchedOff_HasNoButton()
    {
        await using var site = await HostSite.Serve($"<!doctype html><html lang='en'><title>Shop</title><h1>Shop</h1><script async src='{fixture.Silo.Address}widget.js' data-store='demo' data-popout='off'></script>");
        using var store = await StoreAdministration.Of(fixture.Silo);
        await store.Allow(site.Address);
        await using var shop = await ShopPage.Open(browser.Browser, site.Address);

        await Assertions.Expect(shop.Panel.Locator(".close")).ToBeVisibleAsync();
        await Assertions.Expect(shop.Page.GetByLabel("Open in a window")).ToHaveCountAsync(0);
    }

    private static async Task<IPage> OpenWindow(ShopPage shop)
    {
        var window = await shop.Page.RunAndWaitForPopupAsync(() => shop.Page.GetByLabel("Open in a window").ClickAsync());
        await window.Locator("support-widget .chat").WaitForAsync();
        return window;
    }

    private static async Task Say(IPage window, string text)
    {
        await window.Locator("#message").FillAsync(text);
        await window.Keyboard.PressAsync("Enter");
    }

    private async Task<HostSite> Site(string? openerPolicy = null)
    {
        var site = await HostSite.Serve(
            $"<!doctype html><html lang='en'><title>Shop</title><main><h1>Shop</h1></main><script async src='{fixture.Silo.Address}widget.js' data-store='demo'></script>", openerPolicy: openerPolicy);
        using var store = await StoreAdministration.Of(fixture.Silo);
        await store.Allow(site.Address);
        return site;
    }
}
