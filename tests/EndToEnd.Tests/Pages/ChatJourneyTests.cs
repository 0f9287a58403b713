using System.Globalization;
using Microsoft.Playwright;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.EndToEnd.Tests.Pages;

/// <summary>What a customer does with the demo page, in a real browser against a real silo.</summary>
public sealed class ChatJourneyTests(SiloFixture fixture, BrowserFixture browser) : IClassFixture<SiloFixture>, IClassFixture<BrowserFixture>
{
    private const string LongQuestion = "How do I descale the K1?";
    private const string LongAnswer = "Dissolve one sachet";

    private SiloProcess Silo => fixture.Silo;

    [SkippableFact]
    public async Task Ask_StreamsACitedAnswerWhosePassageOpens()
    {
        await using var shop = await ShopPage.Open(browser.Browser, Silo.Address);
        await shop.Say(LongQuestion);
        await shop.Live.WaitForAsync();
        var early = (await shop.Live.InnerTextAsync()).Length;
        await shop.WaitForAnswers(1);

        var text = await shop.Answers.First.Locator(".bubble").InnerTextAsync();
        Assert.True(early < text.Length, "the answer came at once, not as a stream");
        Assert.Contains(LongAnswer, text, StringComparison.Ordinal);
        await shop.Answers.First.Locator("button.cite").First.ClickAsync();
        Assert.NotEmpty((await shop.Page.Locator(".passage blockquote").InnerTextAsync()).Trim());
        await Assertions.Expect(shop.Page.Locator(".passage-head")).ToContainTextAsync("K1");
        await shop.Page.GetByLabel("Close the source").ClickAsync();
        await Assertions.Expect(shop.Page.Locator(".passage")).ToHaveCountAsync(0);
        await shop.Picture("journey");
        shop.AssertNoErrors();
    }

    [SkippableFact]
    public async Task StarterQuestion_Clicked_IsAnswered()
    {
        await using var shop = await ShopPage.Open(browser.Browser, Silo.Address);
        var starter = shop.Page.Locator(".choices .choice").First;
        var question = await starter.InnerTextAsync();
        await starter.ClickAsync();
        await shop.WaitForAnswers(1);

        Assert.Equal(question, await shop.Own.First.Locator(".bubble").InnerTextAsync());
        shop.AssertNoErrors();
    }

    [SkippableFact]
    public async Task Reload_InTheMiddleOfAnAnswer_ShowsTheConversationWhole()
    {
        await using var shop = await ShopPage.Open(browser.Browser, Silo.Address);
        await shop.Say(LongQuestion);
        await shop.Live.WaitForAsync();
        await shop.Reload();
        await shop.WaitForAnswers(1);

        await Assertions.Expect(shop.Own).ToHaveCountAsync(1);
        await Assertions.Expect(shop.Answers.First).ToContainTextAsync(LongAnswer);
        var before = await shop.Transcript();
        await shop.Reload();
        await shop.WaitForAnswers(1);
        Assert.Equal(before, await shop.Transcript());
        shop.AssertNoErrors();
    }

    [SkippableFact]
    public async Task Kill_InTheMiddleOfAnAnswer_IsAnsweredAfterTheRestart()
    {
        await using var shop = await ShopPage.Open(browser.Browser, Silo.Address);
        await shop.Say(LongQuestion);
        await shop.Live.WaitForAsync();
        await Silo.Kill();
        await Assertions.Expect(shop.Page.Locator(".pill.offline, .pill.connecting")).ToHaveCountAsync(1);
        await Silo.Start();
        await shop.WaitForAnswers(1);

        await Assertions.Expect(shop.Own).ToHaveCountAsync(1);
        await Assertions.Expect(shop.Answers.First).ToContainTextAsync(LongAnswer);
        await Assertions.Expect(shop.Page.Locator(".pill.online")).ToHaveCountAsync(1);
        await Assertions.Expect(shop.Live).ToHaveCountAsync(0);
    }

    [SkippableFact]
    public async Task Offline_MessagesWait_AndAreSentOnceInOrder()
    {
        await using var shop = await ShopPage.Open(browser.Browser, Silo.Address);
        await shop.Say("Hello");
        await shop.WaitForAnswers(1);
        await shop.SetOffline(true);
        await shop.Say("How long does delivery to Germany take?");
        await shop.Say("And to France?");
        await Assertions.Expect(shop.Page.Locator(".message.pending")).ToHaveCountAsync(2);
        await shop.SetOffline(false);
        await Assertions.Expect(shop.Page.Locator(".message.pending")).ToHaveCountAsync(0, new() { Timeout = 30_000 });

        await Assertions.Expect(shop.Own).ToContainTextAsync(["Hello", "Germany", "France"]);
    }

    [SkippableFact]
    public async Task Stop_EndsTheAnswer_AndTheChatGoesOn()
    {
        await using var shop = await ShopPage.Open(browser.Browser, Silo.Address);
        await shop.Say(LongQuestion);
        await shop.Live.WaitForAsync();
        await shop.Page.GetByLabel("Stop the answer").ClickAsync();
        await Assertions.Expect(shop.Page.Locator(".message.live")).ToHaveCountAsync(0);
        Assert.Equal(0, await shop.Answers.CountAsync());

        await shop.Say("Can I pause my bean subscription?");
        await shop.WaitForAnswers(1);
        shop.AssertNoErrors();
    }

    [SkippableFact]
    public async Task TwoTabs_ShowTheSameConversation()
    {
        await using var shop = await ShopPage.Open(browser.Browser, Silo.Address);
        await shop.Say("Hello");
        await shop.WaitForAnswers(1);
        var second = await shop.Page.Context.NewPageAsync();
        await second.GotoAsync(Silo.Address.ToString());
        await second.Locator(".launcher").ClickAsync();
        await Assertions.Expect(second.Locator(".message[data-role=assistant]")).ToHaveCountAsync(1);
        await shop.Say(LongQuestion);
        await shop.WaitForAnswers(2);

        await Assertions.Expect(second.Locator(".message[data-role=assistant]")).ToHaveCountAsync(2);
        Assert.Equal(
            await shop.Answers.Last.Locator(".bubble").InnerTextAsync(),
            await second.Locator(".message[data-role=assistant] .bubble").Last.InnerTextAsync());
    }

    [SkippableFact]
    public async Task HostileText_IsShownAsText()
    {
        const string Hostile = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script> **b** [1]";
        await using var shop = await ShopPage.Open(browser.Browser, Silo.Address);
        await shop.Say(Hostile);
        await shop.WaitForAnswers(1);

        Assert.Equal(Hostile, await shop.Own.First.Locator(".bubble").InnerTextAsync());
        Assert.Equal("Kestrel Coffee Works", await shop.Page.TitleAsync());
        Assert.Equal(0, await shop.Page.Locator(".log img, .log script").CountAsync());
        shop.AssertNoErrors();
    }

    [SkippableFact]
    public async Task Phone_ChatOpensOverThePage_AndClosesByKeyboard()
    {
        await using var shop = await ShopPage.Open(browser.Browser, Silo.Address, width: 390, height: 844);
        await Assertions.Expect(shop.Page.Locator("#message")).ToBeFocusedAsync();
        await shop.Say("Can I pause my bean subscription?");
        await shop.WaitForAnswers(1);
        var overflow = await shop.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, string.Create(CultureInfo.InvariantCulture, $"the page is {overflow} px too wide"));

        await shop.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(shop.Panel).ToBeHiddenAsync();
        await Assertions.Expect(shop.Launcher).ToBeFocusedAsync();
        shop.AssertNoErrors();
    }

    [SkippableFact]
    public async Task Theme_Chosen_SurvivesAReload()
    {
        await using var shop = await ShopPage.Open(browser.Browser, Silo.Address, scheme: ColorScheme.Dark);
        var dark = await Background(shop);
        await shop.Page.GetByLabel("Dark theme").ClickAsync();
        var light = await Background(shop);
        await shop.Page.ReloadAsync();

        Assert.NotEqual(dark, light);
        Assert.Equal(light, await Background(shop));
    }

    private static Task<string> Background(ShopPage shop) => shop.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
}
