using Microsoft.Playwright;
using SupportPlatform.EndToEnd.Tests.Pages;
using Xunit;

namespace SupportPlatform.EndToEnd.Tests.Widget;

/// <summary>The pages around the widget: the one with a support form beside it, and the one that makes the code for others.</summary>
public sealed class PagesTests(SiloFixture fixture, BrowserFixture browser) : IClassFixture<SiloFixture>, IClassFixture<BrowserFixture>
{
    [SkippableTheory]
    [InlineData(1366)]
    [InlineData(390)]
    public async Task SupportForm_BesideTheChat_HandsItsTextOver(int width)
    {
        var address = new Uri(fixture.Silo.Address, "examples/support-form.html");
        await using var shop = await ShopPage.Open(browser.Browser, address, width, openChat: false);
        await Assertions.Expect(shop.Panel).ToBeVisibleAsync();
        await Assertions.Expect(shop.Launcher).ToBeHiddenAsync();
        await shop.Page.GetByLabel("Minimise the chat").ClickAsync();
        await Assertions.Expect(shop.Page.Locator("#message")).ToHaveCountAsync(0);
        await shop.Page.GetByLabel("Expand the chat").ClickAsync();
        await shop.Page.GetByLabel("Name").FillAsync("Ada");
        await shop.Page.GetByLabel("Mail address").FillAsync("ada@example.com");
        await shop.Page.GetByLabel("What is it about?").FillAsync("Can I pause my bean subscription?");
        await shop.Page.GetByRole(AriaRole.Button, new() { Name = "Ask this in the chat" }).ClickAsync();
        await shop.WaitForAnswers(1);
        var wide = await shop.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        await shop.Picture($"support-form-{width}");

        Assert.Equal(0, wide);
        await Axe.AssertNoViolation(shop.Page);
        shop.AssertNoErrors();
    }

    [SkippableFact]
    public async Task Embed_ChangesThePreviewAndTheCode()
    {
        var address = new Uri(fixture.Silo.Address, "admin/embed/");
        await using var shop = await ShopPage.Open(browser.Browser, address, openChat: false);
        await shop.Page.GetByLabel("Colour").FillAsync("#0a6b3d");
        await shop.Page.GetByLabel("Text of the button").FillAsync("Ask us");
        await Assertions.Expect(shop.Launcher).ToHaveTextAsync("Ask us");
        await Assertions.Expect(shop.Launcher).ToHaveCSSAsync("background-color", "rgb(10, 107, 61)");
        await Assertions.Expect(shop.Page.Locator("pre").First).ToHaveTextAsync(
            $"<script async src=\"{fixture.Silo.Address}widget.js\" data-store=\"demo\" data-color=\"#0a6b3d\" data-launcher-text=\"Ask us\"></script>");
        await shop.OpenChat();
        await Assertions.Expect(shop.Page.Locator("[data-role=greeting]")).ToBeVisibleAsync();
        await shop.Picture("embed");

        await Axe.AssertNoViolation(shop.Page);
        shop.AssertNoErrors();
    }
}
