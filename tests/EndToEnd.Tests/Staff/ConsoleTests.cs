using Microsoft.Playwright;
using SupportPlatform.EndToEnd.Tests.Pages;
using Xunit;

namespace SupportPlatform.EndToEnd.Tests.Staff;

/// <summary>The agents' console in a browser, under the policy that it is served with.</summary>
public sealed class ConsoleTests(SiloFixture fixture, BrowserFixture browser) : IClassFixture<SiloFixture>, IClassFixture<BrowserFixture>
{
    private ScriptedDesk _desk = null!;

    [SkippableTheory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(1440, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    public async Task SignIn_ThenClaimAndReply_ReachesTheCustomer(int width, ColorScheme scheme)
    {
        await using var shop = await Open(width, scheme);
        await shop.Page.GetByLabel("Mail address").FillAsync("ada@example.com");
        await shop.Page.GetByLabel("Password").FillAsync("wrong");
        await shop.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(shop.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Mail address or password is wrong.");
        await Axe.AssertNoViolation(shop.Page);
        await SignIn(shop);
        await Axe.AssertNoViolation(shop.Page);
        await shop.Page.Locator(".row-button").ClickAsync();
        await Assertions.Expect(shop.Page.Locator(".thread .bubble")).ToHaveTextAsync("The light blinks and it smells of burning.");
        await shop.Page.Locator(".writer textarea").FillAsync("Please unplug it.");
        await shop.Page.GetByRole(AriaRole.Button, new() { Name = "Take over and send" }).ClickAsync();
        await Assertions.Expect(shop.Page.Locator(".message[data-role=agent] .bubble")).ToHaveTextAsync("Please unplug it.");
        var wide = await shop.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        await shop.Picture($"console-{width}-{scheme}");

        Assert.Equal(0, wide);
        Assert.Equal(["/api/session", "/api/session", "/api/conversations/c1/claim", "/api/conversations/c1/agent-messages"], _desk.Posted);
        await Axe.AssertNoViolation(shop.Page);
    }

    [SkippableFact]
    public async Task Claim_AnotherIsFaster_TakesItBackAndSendsNothing()
    {
        await using var shop = await Open();
        await SignIn(shop);
        await shop.Page.Locator(".row-button").ClickAsync();
        _desk.Faster = "Ben";
        await shop.Page.Keyboard.PressAsync("r");
        await shop.Page.Keyboard.TypeAsync("Hello");
        await shop.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(shop.Page.Locator(".toast")).ToContainTextAsync("Ben was faster.");

        await Assertions.Expect(shop.Page.Locator(".writer textarea")).ToHaveValueAsync("Hello");
        Assert.DoesNotContain("/api/conversations/c1/agent-messages", _desk.Posted);
    }

    [SkippableFact]
    public async Task Reload_WithADraftAndABrokenConnection_LosesNothing()
    {
        await using var shop = await Open();
        await SignIn(shop);
        await shop.Page.Locator(".row-button").ClickAsync();
        await shop.Page.Locator(".writer textarea").FillAsync("Please unplug it");
        await _desk.Drop(() => _desk.Say("customer", "Hello?"));
        await Assertions.Expect(shop.Page.Locator(".connection")).ToContainTextAsync("Back: one event");
        await Assertions.Expect(shop.Page.Locator(".thread .bubble")).ToHaveTextAsync(["The light blinks and it smells of burning.", "Hello?"]);
        await Assertions.Expect(shop.Page.Locator(".overtaken")).ToContainTextAsync("The customer wrote again since you began.");
        await shop.Page.ReloadAsync();

        await Assertions.Expect(shop.Page.Locator(".writer textarea")).ToHaveValueAsync("Please unplug it");
        await Assertions.Expect(shop.Page.Locator(".thread .bubble")).ToHaveCountAsync(2);
    }

    [SkippableFact]
    public async Task Watch_TheAssistantWritesAndProposes_ShowsEachState()
    {
        await using var shop = await Open();
        await SignIn(shop);
        await shop.Page.Locator(".row-button").ClickAsync();
        _desk.Tell("turn-started", new { turnId = "t1" });
        _desk.Live("status", new { turnId = "t1", status = "writing" });
        _desk.Live("delta", new { turnId = "t1", offset = 0, text = "Please **unplug**" });
        await Assertions.Expect(shop.Page.Locator(".live .bubble strong")).ToHaveTextAsync("unplug");
        await Axe.AssertNoViolation(shop.Page);
        var expiresAt = DateTimeOffset.UtcNow.AddMinutes(1);
        _desk.Tell("draft-proposed", new { draftId = "d1", turnId = "t1", text = "Please unplug it.", citations = Array.Empty<string>(), expiresAt });
        await shop.Page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
        await Assertions.Expect(shop.Page.Locator(".message[data-role=assistant] .bubble")).ToHaveTextAsync("Please unplug it.");
        await Assertions.Expect(shop.Page.Locator(".live, .draft-card")).ToHaveCountAsync(0);
        await Axe.AssertNoViolation(shop.Page);

        Assert.Contains("/api/conversations/c1/drafts/d1:approve", _desk.Posted);
    }

    private async Task<ShopPage> Open(int width = 1440, ColorScheme scheme = ColorScheme.Light) => await ShopPage.Open(
        browser.Browser, new Uri(fixture.Silo.Address, "console/"), width, scheme: scheme, openChat: false, before: async page => _desk = await ScriptedDesk.Serve(page));

    private static async Task SignIn(ShopPage shop)
    {
        await shop.Page.GetByLabel("Mail address").FillAsync("ada@example.com");
        await shop.Page.GetByLabel("Password").FillAsync("a long password");
        await shop.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(shop.Page.Locator(".row")).ToHaveCountAsync(1);
    }
}
