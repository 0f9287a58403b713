using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using SupportPlatform.EndToEnd.Tests.Pages;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.EndToEnd.Tests.Widget;

/// <summary>
/// The widget's states as a real silo makes them. Scripted alone, in <see cref="StateTests"/>, stay the model that is down,
/// the customer who is blocked, and moments that are too short to be looked at.
/// </summary>
public sealed class RealStateTests(BrowserFixture browser) : IClassFixture<BrowserFixture>, IAsyncLifetime
{
    private SiloProcess _silo = null!;
    private StoreAdministration _store = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        _silo = await SiloProcess.Start("Model:Builtin:WordsPerSecond=20", "Conversations:JoinWindow=00:00:00.2", "RateLimits:VisitorBurst=12", "RateLimits:VisitorPerSecond=1");
        _store = await StoreAdministration.Of(_silo);
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        _store.Dispose();
        await _silo.DisposeAsync();
    }

    [SkippableFact]
    public async Task HandOver_GoesFromTheQueueToAnAgentAndBack_AndEndsInARating()
    {
        await using var shop = await ShopPage.Open(browser.Browser, _silo.Address);
        await shop.Say("I want to talk to a person");
        await Assertions.Expect(shop.Page.Locator(".queue")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await Assertions.Expect(shop.Panel.GetByText("We are looking for a person for you")).ToHaveCountAsync(0, new() { Timeout = 20_000 });
        await Keep(shop, "real-queue");
        await shop.Reload();
        await Assertions.Expect(shop.Page.Locator(".queue")).ToBeVisibleAsync();
        var (id, _) = await shop.Session();
        var agent = await _store.Claim(id);
        await Assertions.Expect(shop.Panel.Locator(".who strong")).ToHaveTextAsync("Ada");
        await Assertions.Expect(shop.Page.Locator(".queue")).ToHaveCountAsync(0);
        await agent.Say("Hello, I am Ada. What can I do?");
        await Assertions.Expect(shop.Page.Locator(".message[data-role=agent]")).ToHaveCountAsync(1);
        await Keep(shop, "real-agent");
        await shop.Page.Keyboard.PressAsync("Escape");
        await agent.Say("One more thing: your parcel has left.");
        await Assertions.Expect(shop.Page.Locator(".badge")).ToHaveAttributeAsync("data-count", "1");
        await Assertions.Expect(shop.Page.Locator(".teaser")).ToContainTextAsync("your parcel has left");
        await Keep(shop, "real-unread");
        await shop.Page.Locator(".teaser-text").ClickAsync();
        await Assertions.Expect(shop.Page.Locator(".day.unread")).ToBeVisibleAsync();
        await agent.Leave();
        await Assertions.Expect(shop.Panel).ToContainTextAsync("Ada has left the conversation");
        await _store.Do(id, "resolve", new { });
        await shop.Page.GetByRole(AriaRole.Radio, new() { Name = "4 of 5" }).CheckAsync();
        await shop.Page.GetByLabel("Anything to add?").FillAsync("Quick");
        await Keep(shop, "real-resolved");
        await shop.Page.Locator(".rate .primary").ClickAsync();
        await Assertions.Expect(shop.Panel).ToContainTextAsync("Thank you!");
        await shop.Say("Hello again");
        await Assertions.Expect(shop.Panel).ToContainTextAsync("This conversation was opened again");
        shop.AssertNoErrors();
    }

    [SkippableFact]
    public async Task Answer_IsRated_AndTheRatingIsKept()
    {
        await using var shop = await ShopPage.Open(browser.Browser, _silo.Address);
        await shop.Say("How do I descale the K1?");
        await Assertions.Expect(shop.Page.Locator(".thinking, .message.live")).Not.ToHaveCountAsync(0);
        await shop.WaitForAnswers(1);
        await shop.Page.GetByLabel("Not helpful").ClickAsync();
        await shop.Page.GetByLabel("What was wrong?").FillAsync("Too long");
        await shop.Page.RunAndWaitForResponseAsync(() => shop.Page.Keyboard.PressAsync("Enter"), "**/ratings");
        await shop.Reload();

        await Assertions.Expect(shop.Page.GetByLabel("Not helpful")).ToHaveAttributeAsync("aria-pressed", "true");
        await Keep(shop, "real-rated");
    }

    [SkippableTheory]
    [InlineData("light", 1366, "en")]
    [InlineData("dark", 1366, "en")]
    [InlineData("phone", 390, "en")]
    [InlineData("rtl", 1366, "ar")]
    public async Task PreChat_RefusedByTheServer_IsAskedAgain_AndLosesNothing(string look, int width, string locale)
    {
        await _store.Change(settings => settings["widget"] = Form(required: false));
        await using var shop = await ShopPage.Open(browser.Browser, _silo.Address, width, 844, look == "dark" ? ColorScheme.Dark : ColorScheme.Light, locale);
        await shop.Page.Locator(".form .field").First.FillAsync("Ada");
        await shop.Page.Locator(".form .primary").ClickAsync();

        // The store has changed the form while the customer filled it in.
        await _store.Change(settings => settings["widget"] = Form(required: true));
        await shop.Say("Hello");
        await shop.WaitForAnswers(1);
        await Assertions.Expect(shop.Page.Locator(".form .error")).ToHaveCountAsync(1);
        await Assertions.Expect(shop.Page.Locator(".form .field").First).ToHaveValueAsync("Ada");
        await Keep(shop, $"form-refused-{look}");
        await shop.Reload();
        await shop.Page.Locator(".form .field").Nth(1).FillAsync("ada@example.com");
        await shop.Page.Locator(".form .primary").ClickAsync();
        await Assertions.Expect(shop.Page.Locator(".form")).ToHaveCountAsync(0);

        var (id, token) = await shop.Session();
        using var http = new HttpClient { BaseAddress = _silo.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        using var again = await http.PostAsync($"/api/conversations/{id}/forms/welcome", new StringContent("""{"values":{}}""", System.Text.Encoding.UTF8, "application/json"));
        Assert.Contains("\"changed\":false", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Form_AskedByStaff_SaysWhatIsWrong_AndIsAnswered()
    {
        await using var shop = await ShopPage.Open(browser.Browser, _silo.Address);
        await shop.Say("Hello");
        await shop.WaitForAnswers(1);
        var (id, _) = await shop.Session();
        await _store.Do(id, "forms", Form(required: true)["preChat"]!);
        await shop.Page.Locator(".form .field").First.FillAsync("Ada");
        await shop.Page.Locator(".form .primary").ClickAsync();
        await Assertions.Expect(shop.Page.Locator(".form .error")).ToHaveCountAsync(1);
        await Keep(shop, "real-form");
        await shop.Page.Locator(".form .field").Nth(1).FillAsync("ada@example.com");
        await shop.Page.Locator(".form .primary").ClickAsync();

        await Assertions.Expect(shop.Panel).ToContainTextAsync("Thank you, we have that.");
    }

    [SkippableFact]
    public async Task Burst_IsHeldBack_AndComesWholeAndInOrder()
    {
        await using var shop = await ShopPage.Open(browser.Browser, _silo.Address);
        for (var i = 0; i < 16; i++) await shop.Page.EvaluateAsync("text => SupportWidget.send(text)", $"Line {i}");
        await Assertions.Expect(shop.Panel).ToContainTextAsync("Sending goes on");
        await shop.Picture("real-held-back");
        await Assertions.Expect(shop.Page.Locator(".message.pending")).ToHaveCountAsync(0, new() { Timeout = 40_000 });

        var (id, token) = await shop.Session();
        using var http = new HttpClient { BaseAddress = _silo.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        var kept = (await http.GetFromJsonAsync<JsonElement>($"/api/conversations/{id}/messages")).GetProperty("messages").EnumerateArray().Select(m => m.GetProperty("data"));
        Assert.Equal(
            Enumerable.Range(0, 16).Select(i => $"Line {i}"),
            kept.Where(m => m.GetProperty("role").GetString() == "customer").Select(m => m.GetProperty("text").GetString()));
    }

    [SkippableFact]
    public async Task TooLong_IsSaidHonestly_AndTheNextMessageGoesOut()
    {
        await using var shop = await ShopPage.Open(browser.Browser, _silo.Address);
        await shop.Page.EvaluateAsync("SupportWidget.send('x'.repeat(8001))");
        await Assertions.Expect(shop.Panel.GetByRole(AriaRole.Alert)).ToContainTextAsync("too long");
        await shop.Page.GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await shop.Say("Hello");
        await shop.WaitForAnswers(1);
        await Keep(shop, "real-too-long");
    }

    [SkippableFact]
    public async Task Stop_Starters_AndHelp_Work()
    {
        await using var shop = await ShopPage.Open(browser.Browser, _silo.Address);
        await shop.Page.GetByRole(AriaRole.Tab, new() { Name = "Help" }).ClickAsync();
        await Assertions.Expect(shop.Page.Locator(".faqs details")).Not.ToHaveCountAsync(0);
        await shop.Page.Locator(".faqs summary").First.ClickAsync();
        await Keep(shop, "real-help");
        await shop.Page.GetByRole(AriaRole.Tab, new() { Name = "Chat" }).ClickAsync();
        await shop.Say("How do I descale the K1?");
        await shop.Live.WaitForAsync();
        await Keep(shop, "real-streaming");
        await shop.Page.GetByLabel("Stop the answer").ClickAsync();

        await Assertions.Expect(shop.Page.Locator(".message.live")).ToHaveCountAsync(0);
        shop.AssertNoErrors();
    }

    private static JsonObject Form(bool required) => new()
    {
        ["preChat"] = JsonNode.Parse($$"""
            {"formId":"welcome","title":"Before we begin","skippable":true,"fields":[
              {"name":"name","label":"Name","type":"text","required":true},{"name":"email","label":"Mail address","type":"email","required":{{(required ? "true" : "false")}}}]}
            """),
    };

    private static async Task Keep(ShopPage shop, string name)
    {
        await shop.Picture(name);
        await Axe.AssertNoViolation(shop.Page);
    }
}
