using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using SupportPlatform.EndToEnd.Tests.Pages;
using Xunit;

namespace SupportPlatform.EndToEnd.Tests.Widget;

/// <summary>A customer's message on its way: waiting, delivered, read, held back, refused.</summary>
public sealed class OutgoingTests(StateSilo states, BrowserFixture browser) : StateTest(states, browser)
{
    [SkippableTheory]
    [InlineData("light", 1366, "en", "Reconnecting…")]
    [InlineData("dark", 1366, "en", "Reconnecting…")]
    [InlineData("phone", 390, "de", "Wird neu verbunden…")]
    [InlineData("rtl", 1366, "ar", "جارٍ إعادة الاتصال…")]
    public async Task Message_WaitsForTheNetwork_ThenIsDeliveredAndRead(string look, int width, string locale, string reconnecting)
    {
        await using var shop = await Open(look, width, 844, locale);
        await shop.Say("Hello");
        await shop.WaitForAnswers(1);
        var (id, _) = await shop.Session();
        var agent = await Store.Claim(id);
        await Assertions.Expect(shop.Panel.Locator(".who strong")).ToHaveTextAsync("Ada");
        await shop.SetOffline(true);
        await shop.Say("Is my parcel on its way?");
        await Assertions.Expect(shop.Page.Locator(".message.pending")).ToHaveCountAsync(1);
        await Assertions.Expect(shop.Page.Locator(".pill.offline")).ToHaveTextAsync(reconnecting);
        await shop.AssertFits();
        await shop.Keep($"waiting-{look}");
        await shop.SetOffline(false);
        await Assertions.Expect(shop.Page.Locator(".message.pending")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
        await Assertions.Expect(shop.Page.Locator(".pill.online")).ToBeVisibleAsync();
        var status = shop.Own.Last.Locator(".status");
        var delivered = await status.InnerTextAsync();
        await shop.Keep($"delivered-{look}");
        await agent.Say("It is.");

        await Assertions.Expect(status).Not.ToHaveTextAsync(delivered);
        await agent.Leave();
    }

    [SkippableFact]
    public async Task Burst_IsHeldBack_AndComesWholeAndInOrder()
    {
        await using var shop = await Open();
        for (var i = 0; i < 16; i++) await shop.Page.EvaluateAsync("text => SupportWidget.send(text)", $"Line {i}");
        await Assertions.Expect(shop.Panel).ToContainTextAsync("Sending goes on");
        await shop.Keep("held-back");
        await Assertions.Expect(shop.Page.Locator(".message.pending")).ToHaveCountAsync(0, new() { Timeout = 40_000 });

        using var http = (await Customer(shop)).Http;
        var kept = (await http.GetFromJsonAsync<JsonElement>("messages")).GetProperty("messages").EnumerateArray().Select(m => m.GetProperty("data"));
        Assert.Equal(
            Enumerable.Range(0, 16).Select(i => $"Line {i}"),
            kept.Where(m => m.GetProperty("role").GetString() == "customer").Select(m => m.GetProperty("text").GetString()));
    }

    [SkippableFact]
    public async Task TooLong_IsSaidHonestly_AndCanBeShortened()
    {
        await using var shop = await Open();
        await shop.Page.EvaluateAsync("SupportWidget.send('x'.repeat(8001))");
        await Assertions.Expect(shop.Panel.GetByRole(AriaRole.Alert)).ToContainTextAsync("too long");
        await shop.Keep("too-long");
        await shop.Page.GetByRole(AriaRole.Button, new() { Name = "Edit" }).ClickAsync();
        await Assertions.Expect(shop.Page.Locator("#message")).ToHaveValueAsync(new string('x', 8001));
        await Assertions.Expect(shop.Page.Locator("output.over")).ToHaveTextAsync("Characters left: -1");
        await Assertions.Expect(shop.Page.GetByLabel("Send", new() { Exact = true })).ToBeDisabledAsync();
        await shop.Keep("too-long-editing");
        await shop.Say("Hello");

        await shop.WaitForAnswers(1);
        await Assertions.Expect(shop.Own).ToHaveCountAsync(1);
    }

    [SkippableTheory]
    [InlineData("light", 1366, "en", "cannot write here")]
    [InlineData("dark", 390, "de", "nicht mehr schreiben")]
    [InlineData("rtl", 1366, "ar", "لم يعد بإمكانك")]
    public async Task Blocked_IsSaidHonestly_UntilStaffTakeItBack(string look, int width, string locale, string words)
    {
        await using var shop = await Open(look, width, 844, locale);
        await shop.Say("Hello");
        await shop.WaitForAnswers(1);
        var (id, _) = await shop.Session();
        await Store.Do(id, "spam", new { isSpam = true });
        await shop.Say("Buy my watches!");
        await Assertions.Expect(shop.Panel.GetByRole(AriaRole.Alert)).ToContainTextAsync(words);
        await shop.AssertFits();
        await shop.Keep($"blocked-{look}");
        await Store.Do(id, "spam", new { isSpam = false });
        await shop.Page.Locator(".failure button").First.ClickAsync();

        await shop.WaitForAnswers(2);
    }

    [SkippableFact]
    public async Task HalfALine_OutlivesTheHelpAndTheClosedPanel()
    {
        await using var shop = await Open();
        await shop.Page.Locator("#message").FillAsync("Half a line");
        await shop.Page.GetByRole(AriaRole.Tab, new() { Name = "Help" }).ClickAsync();
        await shop.Page.GetByRole(AriaRole.Tab, new() { Name = "Chat" }).ClickAsync();
        await Assertions.Expect(shop.Page.Locator("#message")).ToHaveValueAsync("Half a line");
        await shop.Page.Keyboard.PressAsync("Escape");
        await shop.OpenChat();
        await Assertions.Expect(shop.Page.Locator("#message")).ToHaveValueAsync("Half a line");
        await shop.Page.EvaluateAsync("SupportWidget.logout()");

        await Assertions.Expect(shop.Page.Locator("#message")).ToHaveValueAsync("");
    }
}
