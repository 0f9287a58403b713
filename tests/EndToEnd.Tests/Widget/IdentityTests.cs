using Microsoft.Playwright;
using SupportPlatform.EndToEnd.Tests.Pages;
using Xunit;

namespace SupportPlatform.EndToEnd.Tests.Widget;

/// <summary>A visitor signs in, and others after them in the same browser, against a real silo.</summary>
public sealed class IdentityTests(SiloFixture fixture, BrowserFixture browser) : IClassFixture<SiloFixture>, IClassFixture<BrowserFixture>
{
    private const string Question = "Can I pause my bean subscription?";

    [SkippableFact]
    public async Task Visitor_WhoSignsIn_KeepsTheConversation_AndLogoutWipesIt()
    {
        using var store = await StoreAdministration.Of(fixture.Silo);
        await using var shop = await ShopPage.Open(browser.Browser, fixture.Silo.Address);
        await shop.Say(Question);
        await shop.WaitForAnswers(1);
        var (id, visitor) = await shop.Session();
        var second = await shop.Page.Context.NewPageAsync();
        await second.GotoAsync(fixture.Silo.Address.ToString());
        await second.Locator(".launcher").ClickAsync();
        await Assertions.Expect(second.Locator(".message[data-role=assistant]")).ToHaveCountAsync(1);
        await shop.Page.EvaluateAsync("token => SupportWidget.identify(token)", await store.TokenOf("ada", "Ada"));
        await shop.Page.WaitForFunctionAsync("visitor => !localStorage.getItem('support.demo.session')?.includes(visitor)", visitor);
        await shop.Say("Hello");
        await shop.WaitForAnswers(2);
        await Assertions.Expect(second.Locator(".message[data-role=assistant]")).ToHaveCountAsync(2);

        Assert.Equal(id, (await shop.Session()).ConversationId);
        using var http = new HttpClient { BaseAddress = fixture.Silo.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", visitor);
        using var refused = await http.GetAsync($"/api/conversations/{id}");
        Assert.Equal(404, (int)refused.StatusCode);
        await shop.Page.EvaluateAsync("SupportWidget.logout()");
        await Assertions.Expect(shop.Own).ToHaveCountAsync(0);
        await shop.Keep("logged-out");
        await Assertions.Expect(second.Locator(".message[data-seq]")).ToHaveCountAsync(0);
    }

    [SkippableFact]
    public async Task Customer_WhoBecomesAnother_LeavesNothingBehind()
    {
        using var store = await StoreAdministration.Of(fixture.Silo);
        await using var shop = await ShopPage.Open(browser.Browser, fixture.Silo.Address);
        await shop.Page.EvaluateAsync("token => SupportWidget.identify(token)", await store.TokenOf("ada", "Ada"));
        await shop.Say(Question);
        await shop.WaitForAnswers(1);
        var (first, _) = await shop.Session();
        await shop.Page.EvaluateAsync("token => SupportWidget.identify(token)", await store.TokenOf("bob", "Bob"));
        await Assertions.Expect(shop.Own).ToHaveCountAsync(0);
        await shop.Say("Hello");
        await shop.WaitForAnswers(1);

        Assert.NotEqual(first, (await shop.Session()).ConversationId);
    }
}
