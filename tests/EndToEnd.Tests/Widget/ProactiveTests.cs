using System.Text.Json.Nodes;
using Microsoft.Playwright;
using SupportPlatform.EndToEnd.Tests.Pages;
using Xunit;

namespace SupportPlatform.EndToEnd.Tests.Widget;

/// <summary>A line of the store's own beside the closed chat.</summary>
public sealed class ProactiveTests(StateSilo states, BrowserFixture browser) : StateTest(states, browser)
{
    [SkippableTheory]
    [InlineData("light", 1366, "en")]
    [InlineData("dark", 1366, "en")]
    [InlineData("phone", 390, "en")]
    [InlineData("rtl", 1366, "ar")]
    public async Task Line_IsShownOnce_AndNeverAgainWhenDismissed(string look, int width, string locale)
    {
        await Say("Looking for a grinder?");
        await using var shop = await Open(look, width, 844, locale, openChat: false);
        await Assertions.Expect(shop.Page.Locator(".teaser")).ToContainTextAsync("grinder");
        await shop.Keep($"proactive-{look}");
        await shop.Page.Locator(".teaser .quiet").ClickAsync();
        await Assertions.Expect(shop.Page.Locator(".teaser")).ToHaveCountAsync(0);

        // The second line comes at the time at which the first would: what is not there then does not come any more.
        await Say("Looking for a grinder?", "Or for beans?");
        await shop.Page.ReloadAsync();
        await Assertions.Expect(shop.Page.Locator(".teaser")).ToHaveCountAsync(1);
        await Assertions.Expect(shop.Page.Locator(".teaser")).ToContainTextAsync("beans");
    }

    [SkippableFact]
    public async Task Line_Clicked_BeginsTheChat()
    {
        await Say("Looking for a grinder?");
        await using var shop = await Open(openChat: false);
        await shop.Page.Locator(".teaser-text").ClickAsync();
        await Assertions.Expect(shop.Page.Locator("[data-role=greeting]")).ToContainTextAsync("Looking for a grinder?");
        await shop.Keep("proactive-taken");
        await shop.Say("Yes, which one?");

        await shop.WaitForAnswers(1);
    }

    private Task Say(params string[] lines) => Store.Change(settings => settings["widget"] = new JsonObject
    {
        ["proactive"] = new JsonArray([.. lines.Select((text, i) => new JsonObject { ["id"] = $"line-{i}", ["text"] = text, ["afterSeconds"] = 1, ["page"] = "/" })]),
    });
}
