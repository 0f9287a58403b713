using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using SupportPlatform.EndToEnd.Tests.Pages;
using SupportPlatform.EndToEnd.Tests.Widget;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.EndToEnd.Tests.Staff;

/// <summary>What helps agents to answer, on a real silo: with a model that writes freely, and without one.</summary>
public sealed class CopilotTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Question = "أين طلبي؟";

    [SkippableFact]
    public async Task Console_OfACustomerInAnotherLanguage_TranslatesBothWays()
    {
        var chromium = browser.Browser;
        await using var model = await ScriptedModel.Start();
        await using var silo = await SiloProcess.Start("Model:Provider=openai", $"Model:Endpoint={model.Url}", "Model:ApiKey=key", "Model:Name=scripted");
        using var store = await StoreAdministration.Of(silo);
        var token = await store.TokenOf("layla", "Layla Haddad", new JsonObject
        {
            ["attributes"] = new JsonObject { ["plan"] = "gold", ["customer since"] = 2019 },
            ["orders"] = new JsonArray(new JsonObject { ["id"] = "KC-1042", ["status"] = "shipped", ["total"] = "49.90 EUR", ["at"] = "2026-11-02T09:00:00Z", ["url"] = "https://shop.example/orders/KC-1042" }),
        });
        await using var shop = await ShopPage.Open(chromium, silo.Address, locale: "ar", openChat: false);
        await shop.Page.EvaluateAsync("token => SupportWidget.identify(token)", token);
        await shop.OpenChat();
        await using var ada = await StaffConsole.Open(chromium, silo, "ada");
        await shop.Say("أريد التحدث مع شخص");
        var (id, _) = await shop.Session();
        await ada.Go("Up for grabs");
        await ada.Select(id);
        await ada.Page.Locator(".thread .bar .primary").ClickAsync();
        await Assertions.Expect(ada.Page.Locator(".contact .chip")).ToContainTextAsync("Verified");
        await Assertions.Expect(ada.Page.Locator(".orders li")).ToContainTextAsync("KC-1042");

        await shop.Say(Question);
        await Assertions.Expect(ada.Said.Last).ToHaveTextAsync(Question);
        var translations = ModelScript.Says(JsonSerializer.Serialize(Enumerable.Range(1, 60).ToDictionary(seq => $"{seq}", seq => $"Translation of {seq}")));
        model.Otherwise = translations;
        await ada.Page.Locator(".bar .link", new() { HasText = "Show a translation" }).ClickAsync();
        await Assertions.Expect(ada.Said.Last.Locator(".translation")).ToContainTextAsync("Translation of");
        await Assertions.Expect(ada.Said.Last.Locator(".plain").First).ToHaveTextAsync(Question);
        await shop.Say("شكرا");
        await Assertions.Expect(ada.Said.Last).ToContainTextAsync("شكرا");
        await Assertions.Expect(ada.Said.Last.Locator(".translation")).ToContainTextAsync("Translation of");

        model.Otherwise = ModelScript.Says("طلبك في الطريق.");
        await ada.Writer.FillAsync("Your order is on its way.");
        await ada.Choose("Rewrite", "Into the customer’s language");
        await Assertions.Expect(ada.Writer).ToHaveValueAsync("طلبك في الطريق.");
        await ada.Look("real-translated");
        model.Otherwise = translations;
        await ada.Page.Locator(".writer button[type=submit]").ClickAsync();
        await Assertions.Expect(shop.Page.Locator(".message[data-role=agent] .bubble").Last).ToHaveTextAsync("طلبك في الطريق.");
        await ada.Page.Locator(".bar .link", new() { HasText = "Show only the original" }).ClickAsync();
        await Assertions.Expect(ada.Page.Locator(".translation")).ToHaveCountAsync(0);

        await using var phone = await StaffConsole.Open(chromium, silo, "ben", width: 390, scheme: ColorScheme.Dark);
        await phone.Go("Colleagues");
        await phone.Look("real-phone-list");
        await phone.Select(id);
        await phone.Look("real-phone-thread");
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Details", Exact = true }).ClickAsync();
        await Assertions.Expect(phone.Page.Locator(".orders li")).ToBeVisibleAsync();
        await phone.Look("real-phone-details");
        ada.AssertNothingRefused();
        phone.AssertNothingRefused();
        shop.AssertNoErrors();
    }

    [SkippableFact]
    public async Task Suggestion_Used_ReachesTheCustomerWithoutItsMarkers()
    {
        var chromium = browser.Browser;
        await using var silo = await SiloProcess.Start("Model:Builtin:WordsPerSecond=0");
        await using var ada = await StaffConsole.Open(chromium, silo, "ada");
        await using var shop = await ShopPage.Open(chromium, silo.Address);
        await shop.Say("I want to talk to a person");
        var (id, _) = await shop.Session();
        await ada.Go("Up for grabs");
        await ada.Select(id);
        await ada.Page.Locator(".thread .bar .primary").ClickAsync();
        await shop.Say("How do I descale the K1?");
        await Assertions.Expect(ada.Said.Last).ToHaveTextAsync("How do I descale the K1?");
        await ada.Page.Locator(".writer button[aria-label='Suggest replies']").ClickAsync();
        await Assertions.Expect(ada.Page.Locator(".suggested li small").First).Not.ToBeEmptyAsync();
        await ada.Look("real-suggested");
        await ada.Page.Locator(".suggested li .secondary").First.ClickAsync();
        var text = await ada.Writer.InputValueAsync();
        Assert.Contains("Switch the machine off", text, StringComparison.Ordinal);
        Assert.DoesNotContain("[1]", text, StringComparison.Ordinal);
        await ada.Page.Locator(".writer button[type=submit]").ClickAsync();
        await Assertions.Expect(shop.Page.Locator(".message[data-role=agent] .bubble").Last).ToContainTextAsync("Switch the machine off");
        ada.AssertNothingRefused();
    }
}
