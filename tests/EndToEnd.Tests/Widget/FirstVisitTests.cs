using System.Text.Json.Nodes;
using Microsoft.Playwright;
using SupportPlatform.EndToEnd.Tests.Pages;
using Xunit;

namespace SupportPlatform.EndToEnd.Tests.Widget;

/// <summary>What somebody sees before the first message, and when they come back.</summary>
public sealed class FirstVisitTests(StateSilo states, BrowserFixture browser) : StateTest(states, browser)
{
    [SkippableTheory]
    [InlineData("light", 1366, 850, "en")]
    [InlineData("dark", 1366, 850, "en")]
    [InlineData("phone", 390, 844, "en")]
    [InlineData("narrow", 320, 568, "de")]
    [InlineData("zoomed", 683, 425, "en")]
    [InlineData("rtl", 1366, 850, "ar")]
    public async Task FirstVisit_ShowsGreetingAndQuestions(string look, int width, int height, string locale)
    {
        await using var shop = await Open(look, width, height, locale);
        await Assertions.Expect(shop.Panel.Locator(".choice")).ToHaveCountAsync(4);
        await Assertions.Expect(shop.Page.Locator("#message")).ToBeFocusedAsync();
        await shop.AssertFits();
        await shop.Keep($"first-visit-{look}");
        shop.AssertNoErrors();
    }

    [SkippableTheory]
    [InlineData("light", "en", "The team is back")]
    [InlineData("rtl", "he", "הצוות חוזר")]
    public async Task Away_SaysWhenTheTeamIsBack(string look, string locale, string words)
    {
        await Store.Change(settings => settings["hours"] = Hours(DateTime.UtcNow.AddDays(3).DayOfWeek));
        await using var shop = await Open(look, locale: locale);
        await Assertions.Expect(shop.Page.Locator(".pill.away")).ToContainTextAsync(words);
        await shop.AssertFits();
        await shop.Keep($"away-{look}");
    }

    [SkippableFact]
    public async Task TeamThere_OffersHelp()
    {
        await Store.Change(settings => settings["hours"] = Hours(Enum.GetValues<DayOfWeek>()));
        await using var shop = await Open();
        await Assertions.Expect(shop.Page.Locator(".pill")).ToHaveTextAsync("Here to help");
        await Assertions.Expect(shop.Page.Locator(".pill.away")).ToHaveCountAsync(0);
    }

    [SkippableFact]
    public async Task Return_ShowsThatTheConversationIsLoading_UntilItIsThere()
    {
        var network = new TaskCompletionSource();
        await using var shop = await Open();
        await shop.Say("Hello");
        await shop.WaitForAnswers(1);
        await shop.Page.RouteWebSocketAsync("**/hubs/chat", page =>
        {
            var server = page.ConnectToServer();
            page.OnMessage(frame => _ = network.Task.ContinueWith(_ => server.Send(frame.Text!), TaskScheduler.Default));
            server.OnMessage(frame => page.Send(frame.Text!));
        });
        await shop.Reload();
        await Assertions.Expect(shop.Page.Locator(".restoring")).ToBeVisibleAsync();
        await shop.Keep("loading");
        network.SetResult();
        await shop.WaitForAnswers(1);

        await Assertions.Expect(shop.Page.Locator(".restoring")).ToHaveCountAsync(0);
    }

    private static JsonArray Hours(params DayOfWeek[] days) =>
        [.. days.Select(day => new JsonObject { ["day"] = day.ToString(), ["from"] = "00:00", ["to"] = "23:59" })];
}
