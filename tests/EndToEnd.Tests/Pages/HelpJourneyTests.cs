using Microsoft.Playwright;
using Xunit;

namespace SupportPlatform.EndToEnd.Tests.Pages;

/// <summary>What a customer does in the demo store's help centre, in a real browser against a real silo.</summary>
public sealed class HelpJourneyTests(SiloFixture fixture, BrowserFixture browser) : IClassFixture<SiloFixture>, IClassFixture<BrowserFixture>
{
    private string Address => $"{fixture.Silo.Address}help/demo";

    [SkippableTheory]
    [InlineData("", ColorScheme.Light)]
    [InlineData("", ColorScheme.Dark)]
    [InlineData("/search?q=descale", ColorScheme.Light)]
    [InlineData("?lang=ar", ColorScheme.Light)]
    public async Task Page_HasNoAccessibilityViolation(string path, ColorScheme scheme)
    {
        await using var context = await browser.Browser.NewContextAsync(new BrowserNewContextOptions { ColorScheme = scheme });
        var page = await context.NewPageAsync();
        await page.GotoAsync(Address + path, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });

        await Axe.AssertNoViolation(page);
    }

    [SkippableFact]
    public async Task Article_FoundByCategory_IsReadAndHasNoViolation()
    {
        await using var context = await browser.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(Address);
        await page.Locator(".categories a").First.ClickAsync();

        await Assertions.Expect(page.Locator("article h1")).Not.ToBeEmptyAsync();
        await Axe.AssertNoViolation(page);
    }

    [SkippableFact]
    public async Task Search_AsOneTypes_ShowsHitsThatTheKeyboardReaches()
    {
        await using var context = await browser.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(Address);
        await page.RunAndWaitForResponseAsync(
            () => page.Locator("#q").PressSequentiallyAsync("descale"), r => r.Url.Contains("q=descale&", StringComparison.Ordinal));
        await page.Locator("#live a").First.WaitForAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        var href = await page.Locator("#live a:focus").GetAttributeAsync("href");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Uri(new Uri(page.Url), href).ToString(), new() { Timeout = 20_000 });

        await Assertions.Expect(page.Locator("h1")).Not.ToBeEmptyAsync();
    }

    [SkippableFact]
    public async Task Search_Entered_ShowsACitedAnswerAndCarriesTheQuestionIntoTheChat()
    {
        const string question = "How do I descale the K1?";
        await using var context = await browser.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(Address);
        await page.Locator("#q").FillAsync(question);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#answer .chip").First).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Assertions.Expect(page.Locator("#answer .sources li").First).ToBeVisibleAsync();
        await page.Locator("#chat").ClickAsync();

        await Assertions.Expect(page.Locator("#message")).ToHaveValueAsync(question);
    }

    [SkippableFact]
    public async Task Pages_WithoutScript_WorkButForTheAnswer()
    {
        await using var context = await browser.Browser.NewContextAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });
        var page = await context.NewPageAsync();
        await page.GotoAsync(Address);
        await page.Locator("#q").FillAsync("descale");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".hits a").First.ClickAsync();

        await Assertions.Expect(page.Locator("h1")).Not.ToBeEmptyAsync();
    }
}
