using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using SupportPlatform.EndToEnd.Tests.Pages;
using Xunit;

namespace SupportPlatform.EndToEnd.Tests.Widget;

/// <summary>The widget on networks as they are, against a real silo.</summary>
public sealed class NetworkTests(SiloFixture fixture, BrowserFixture browser) : IClassFixture<SiloFixture>, IClassFixture<BrowserFixture>
{
    private const string LongQuestion = "How do I descale the K1?";

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cut_InTheMiddleOfAnAnswer_ShowsItWholeAndOnce(bool endConnections)
    {
        await using var network = new CuttableProxy(fixture.Silo.Address);
        await using var shop = await ShopPage.Open(browser.Browser, network.Address);
        await shop.Say(LongQuestion);
        await Assertions.Expect(shop.Live).ToContainTextAsync(" ");
        var token = await Session(shop);
        network.Cut();

        // The server goes on meanwhile and finishes; that is when the customer comes out of the tunnel.
        var answer = await AnswerOf(token);
        await shop.Picture($"cut-{(endConnections ? "reset" : "resumed")}");
        network.Mend(endConnections);
        await shop.WaitForAnswers(1);

        await Assertions.Expect(shop.Live).ToHaveCountAsync(0);
        await Assertions.Expect(shop.Own).ToHaveCountAsync(1);
        Assert.Equal(Plain(answer), Plain(await shop.Answers.First.Locator(".bubble").InnerTextAsync()));
    }

    [SkippableFact]
    public async Task Offline_TenMessages_AreSentOnceAndInOrder()
    {
        await using var shop = await ShopPage.Open(browser.Browser, fixture.Silo.Address);
        await shop.Say("Hello");
        await shop.WaitForAnswers(1);
        await shop.SetOffline(true);
        for (var i = 0; i < 10; i++) await shop.Say($"Line number {i}");
        await Assertions.Expect(shop.Page.Locator(".message.pending")).Not.ToHaveCountAsync(0);
        await Assertions.Expect(shop.Page.Locator(".pill.offline")).ToBeVisibleAsync();
        await shop.Keep("offline");
        await shop.SetOffline(false);
        await Assertions.Expect(shop.Page.Locator(".message.pending")).ToHaveCountAsync(0, new() { Timeout = 30_000 });

        var session = await Session(shop);
        var texts = (await Messages(session)).Where(m => m.GetProperty("role").GetString() == "customer").Select(m => m.GetProperty("text").GetString()!);
        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"Line number {i}").Prepend("Hello"), texts);
    }

    [SkippableFact]
    public async Task Offline_WrittenInTwoTabs_IsSentOnce()
    {
        await using var shop = await ShopPage.Open(browser.Browser, fixture.Silo.Address);
        await shop.Say("Hello");
        await shop.WaitForAnswers(1);
        var second = await shop.Page.Context.NewPageAsync();
        await second.GotoAsync(fixture.Silo.Address.ToString());
        await second.Locator(".launcher").ClickAsync();
        await Assertions.Expect(second.Locator(".pill.online")).ToBeVisibleAsync();
        await shop.SetOffline(true);
        await shop.Say("From the first");
        await second.Locator("#message").FillAsync("From the second");
        await second.Keyboard.PressAsync("Enter");
        await Assertions.Expect(second.Locator(".message.pending")).ToHaveCountAsync(2);
        await shop.SetOffline(false);
        await Assertions.Expect(shop.Page.Locator(".message.pending")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
        await Assertions.Expect(second.Locator(".message.pending")).ToHaveCountAsync(0, new() { Timeout = 30_000 });

        var texts = (await Messages(await Session(shop))).Where(m => m.GetProperty("role").GetString() == "customer").Select(m => m.GetProperty("text").GetString()!);
        Assert.Equal(["Hello", "From the first", "From the second"], texts);
    }

    [SkippableFact]
    public async Task Cut_ForThirtySeconds_InTheMiddleOfAnAnswer_ShowsItWholeAndOnce()
    {
        await using var network = new CuttableProxy(fixture.Silo.Address);
        await using var shop = await ShopPage.Open(browser.Browser, network.Address);
        await shop.Say(LongQuestion);
        await Assertions.Expect(shop.Live).ToContainTextAsync(" ");
        var token = await Session(shop);
        network.Cut();
        await shop.Say("And how often?");
        await Task.Delay(TimeSpan.FromSeconds(30));
        await shop.Picture("cut-30s");
        network.Mend(endConnections: false);
        await Assertions.Expect(shop.Page.Locator(".pill.online")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await shop.WaitForAnswers(2);
        await Assertions.Expect(shop.Page.Locator(".message.pending, .message.live")).ToHaveCountAsync(0);

        var kept = await Messages(token);
        Assert.Equal(["customer", "assistant", "customer", "assistant"], kept.Select(m => m.GetProperty("role").GetString()!));
        Assert.Equal(kept.Select(m => Plain(m.GetProperty("text").GetString()!)), (await shop.Page.Locator("[data-seq] .bubble").AllInnerTextsAsync()).Select(Plain));
    }

    [SkippableTheory]
    [InlineData(-3_000)]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(3_000)]
    public async Task WrongClock_ChangesNoOrder(int days)
    {
        await using var shop = await ShopPage.Open(
            browser.Browser, fixture.Silo.Address, before: page => page.Clock.SetFixedTimeAsync(DateTime.UtcNow.AddDays(days)));
        await shop.Say("Hello");
        await shop.WaitForAnswers(1);
        await shop.Say("Can I pause my bean subscription?");
        await shop.WaitForAnswers(2);
        await shop.Picture($"clock-{days}");

        Assert.Equal(["customer", "assistant", "customer", "assistant"], await shop.Page.Locator("[data-seq]").EvaluateAllAsync<string[]>("all => all.map(m => m.dataset.role)"));
        shop.AssertNoErrors();
    }

    [SkippableFact]
    public async Task BlockedStorage_TheChatStillWorks()
    {
        const string block = "for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) Object.defineProperty(window, name, { get() { throw new DOMException('blocked', 'SecurityError'); } });";
        await using var shop = await ShopPage.Open(browser.Browser, fixture.Silo.Address, before: page => page.AddInitScriptAsync(block));
        await shop.Say("Can I pause my bean subscription?");
        await shop.WaitForAnswers(1);
        shop.AssertNoErrors();
    }

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetter));

    private static async Task<JsonElement> Session(ShopPage shop) =>
        JsonSerializer.Deserialize<JsonElement>(await shop.Page.EvaluateAsync<string>("localStorage.getItem('support.demo.session')"));

    private async Task<IReadOnlyList<JsonElement>> Messages(JsonElement session)
    {
        using var http = new HttpClient { BaseAddress = fixture.Silo.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", session.GetProperty("visitorToken").GetString());
        var page = await http.GetFromJsonAsync<JsonElement>($"/api/conversations/{session.GetProperty("conversationId").GetString()}/messages");
        return [.. page.GetProperty("messages").EnumerateArray().Select(m => m.GetProperty("data"))];
    }

    private async Task<string> AnswerOf(JsonElement session)
    {
        while (true)
        {
            foreach (var message in await Messages(session))
                if (message.GetProperty("role").GetString() == "assistant") return message.GetProperty("text").GetString()!;
            await Task.Delay(100);
        }
    }
}
