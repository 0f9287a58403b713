using Microsoft.Playwright;
using SupportPlatform.EndToEnd.Tests.Pages;
using Xunit;

namespace SupportPlatform.EndToEnd.Tests.Widget;

/// <summary>Each state that the widget can be in: it shows what it should, breaks no accessibility rule, and is kept as a picture.</summary>
public sealed class StateTests(SiloFixture fixture, BrowserFixture browser) : IClassFixture<SiloFixture>, IClassFixture<BrowserFixture>
{
    private static readonly object Citation = new
    {
        n = 1,
        source = "k1-manual.pdf",
        title = "K1 espresso machine: manual",
        page = 12,
        section = "Descaling",
        revision = "r1",
        chunkId = "c1",
        quote = "Dissolve one sachet in a litre of water and fill the tank.",
        url = "https://kestrel.example/k1",
        relevance = 0.87,
    };

    private static readonly object PreChat = new
    {
        formId = "welcome",
        title = "Before we begin",
        text = "So that we can reach you again.",
        skippable = true,
        consent = new { text = "I agree that you keep this.", url = "https://kestrel.example/privacy", required = true },
        fields = new object[]
        {
            new { name = "name", label = "Name", type = "text", required = true },
            new { name = "email", label = "Mail address", type = "email", required = true },
            new { name = "topic", label = "Topic", type = "select", options = new[] { "Order", "Machine" } },
        },
    };

    [SkippableTheory]
    [InlineData("light", 1366, 850, "en")]
    [InlineData("dark", 1366, 850, "en")]
    [InlineData("phone", 390, 844, "en")]
    [InlineData("narrow", 320, 568, "de")]
    [InlineData("zoomed", 683, 425, "en")]
    [InlineData("rtl", 1366, 850, "ar")]
    public async Task FirstVisit_ShowsGreetingAndQuestions(string look, int width, int height, string locale)
    {
        var (shop, _) = await Open(null, look == "dark" ? ColorScheme.Dark : ColorScheme.Light, width, height, locale);
        await using var opened = shop;
        await Assertions.Expect(shop.Panel.Locator(".choice")).ToHaveCountAsync(2);
        await Assertions.Expect(shop.Page.Locator("#message")).ToBeFocusedAsync();
        await AssertFits(shop);
        await Keep(shop, $"first-visit-{look}");
    }

    [SkippableTheory]
    [InlineData("light", 1366, 850, "en")]
    [InlineData("dark", 1366, 850, "en")]
    [InlineData("phone", 390, 844, "en")]
    [InlineData("rtl", 1366, 850, "he")]
    public async Task Answer_GoesFromThinkingToSources(string look, int width, int height, string locale)
    {
        const string text = "Put **one sachet** into a litre of water [1].\n\n1. Fill the tank.\n2. Press `clean`.\n\n| Part | Time |\n|---|---|\n| Tank | 5 min |\n\nSee [the shop](https://kestrel.example/).";
        var (shop, chat) = await Open(null, look == "dark" ? ColorScheme.Dark : ColorScheme.Light, width, height, locale);
        await using var opened = shop;
        await Begin(shop, "How do I descale the K1?");
        chat.Begin();
        await Assertions.Expect(shop.Page.Locator(".thinking")).ToBeVisibleAsync();
        chat.Do("reading");
        await Keep(shop, $"thinking-{look}");
        chat.Do("tool");
        chat.Write(0, "Put **one sachet** into a litre of");
        await Assertions.Expect(shop.Live).ToContainTextAsync("litre of");
        await Keep(shop, $"streaming-{look}");
        chat.Say("assistant", text, new { turnId = "turn", citations = new[] { Citation }, suggestions = new[] { "How often?" }, actions = new[] { "offer-human" } });
        chat.Tell("turn-completed", new { turnId = "turn" });
        await shop.Page.Locator("button.cite").First.ClickAsync();
        await Assertions.Expect(shop.Page.Locator(".passage blockquote")).ToContainTextAsync("Dissolve one sachet");
        await Assertions.Expect(shop.Page.Locator(".passage a")).ToHaveAttributeAsync("href", "https://kestrel.example/k1");
        await AssertFits(shop);
        await Keep(shop, $"sources-{look}");
    }

    [SkippableFact]
    public async Task Answer_IsReadOutBySentences()
    {
        var (shop, chat) = await Open();
        await using var opened = shop;
        await Begin(shop, "Hello");
        chat.Begin();
        chat.Write(0, "It takes two days. And then it is ");
        var log = shop.Page.Locator("support-widget [role=log]");
        await Assertions.Expect(log).ToHaveTextAsync("It takes two days.");
        chat.Say("assistant", "It takes two days. And then it is there.", new { turnId = "turn" });
        await Assertions.Expect(log.Locator("p")).ToHaveTextAsync(["It takes two days.", "And then it is there."]);
    }

    [SkippableFact]
    public async Task PreChat_SaysWhatIsWrong_AndIsSentWithTheFirstMessage()
    {
        var (shop, chat) = await Open(new { widget = new { preChat = PreChat, welcome = "Welcome at the roastery" } });
        await using var opened = shop;
        await Assertions.Expect(shop.Page.Locator(".form .field").First).ToBeFocusedAsync();
        await shop.Page.GetByLabel("Mail address").FillAsync("not a mail");
        await shop.Page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Assertions.Expect(shop.Page.Locator(".form .error")).ToHaveCountAsync(3);
        await Assertions.Expect(shop.Page.GetByLabel("Name", new() { Exact = true })).ToBeFocusedAsync();
        await Keep(shop, "pre-chat-errors");
        await shop.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("Ada");
        await shop.Page.GetByLabel("Mail address").FillAsync("ada@example.com");
        await shop.Page.GetByRole(AriaRole.Checkbox).CheckAsync();
        await shop.Page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await shop.Say("Hello");
        await Assertions.Expect(shop.Page.Locator("[data-seq]")).ToHaveCountAsync(1);

        Assert.Contains(chat.Posted, p => p.Contains("/forms/welcome", StringComparison.Ordinal) && p.Contains("ada@example.com", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task HandOver_ShowsQueueAgentAndTyping_AndEndsInARating()
    {
        var (shop, chat) = await Open();
        await using var opened = shop;
        await Begin(shop, "I want to talk to a person");
        chat.Tell("escalation-requested", new { reason = "asked", type = "person" });
        chat.Tell("queued", new { position = 2, estimateSeconds = 180 });
        await Assertions.Expect(shop.Page.Locator(".queue")).ToContainTextAsync("2");
        await Keep(shop, "queue");
        chat.Tell("agent-joined", new { agentName = "Ada" });
        await Assertions.Expect(shop.Panel.Locator(".who strong")).ToHaveTextAsync("Ada");
        chat.Type();
        await Assertions.Expect(shop.Panel).ToContainTextAsync("Ada is typing");
        chat.Say("agent", "Hello, I am Ada. What can I do?", new { author = "Ada" });
        await Keep(shop, "agent");
        chat.Tell("agent-left", new { agentName = "Ada", backTo = "assistant" });
        chat.Tell("resolved", new { by = "staff" });
        await shop.Page.GetByRole(AriaRole.Radio, new() { Name = "4 of 5" }).CheckAsync();
        await shop.Page.GetByLabel("Anything to add?").FillAsync("Quick");
        await Keep(shop, "resolved");
        await shop.Page.Locator(".rate .primary").ClickAsync();
        await Assertions.Expect(shop.Panel).ToContainTextAsync("Thank you!");

        Assert.Contains(chat.Posted, p => p.EndsWith("/ratings {\"score\":4,\"comment\":\"Quick\"}", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task Form_AskedForInTheConversation_IsFilledInThere()
    {
        var (shop, chat) = await Open();
        await using var opened = shop;
        await Begin(shop, "Hello");
        chat.Tell("form-requested", new { form = PreChat });
        await shop.Page.GetByRole(AriaRole.Button, new() { Name = "Skip" }).ClickAsync();
        await Keep(shop, "form");
        chat.Tell("form-submitted", new { formId = "welcome", skipped = true, fields = Array.Empty<string>() });
        await Assertions.Expect(shop.Page.Locator(".form")).ToHaveCountAsync(0);

        Assert.Contains(chat.Posted, p => p.EndsWith("{\"values\":{},\"skipped\":true}", StringComparison.Ordinal));
    }

    [SkippableTheory]
    [InlineData(429, "rate_limited", "Sending goes on")]
    [InlineData(403, "access_denied", "cannot write here")]
    [InlineData(400, "message_too_long", "too long")]
    public async Task Refusal_IsSaidHonestly(int status, string code, string words)
    {
        var (shop, chat) = await Open();
        await using var opened = shop;
        chat.Refusal = (status, code);
        await shop.Say("Hello");
        await Assertions.Expect(shop.Panel).ToContainTextAsync(words);
        await Keep(shop, $"refused-{status}");
    }

    [SkippableFact]
    public async Task ModelDown_IsSaidHonestly()
    {
        var (shop, chat) = await Open();
        await using var opened = shop;
        await Begin(shop, "Hello");
        chat.Begin();
        chat.Tell("turn-failed", new { turnId = "turn", retrying = false });
        await Assertions.Expect(shop.Panel.Locator(".note.warning")).ToBeVisibleAsync();
        await Keep(shop, "model-down");
    }

    [SkippableFact]
    public async Task Closed_ShowsWhatIsNew_AndDividesItWhenOpened()
    {
        var (shop, chat) = await Open();
        await using var opened = shop;
        await Begin(shop, "Hello");
        chat.Say("assistant", "Hello, what can I do?");
        await shop.WaitForAnswers(1);
        await shop.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(shop.Launcher).ToBeFocusedAsync();
        chat.Say("agent", "One more thing: your parcel has left.", new { author = "Ada" });
        await Assertions.Expect(shop.Page.Locator(".badge")).ToHaveAttributeAsync("data-count", "1");
        await Assertions.Expect(shop.Page.Locator(".teaser")).ToContainTextAsync("your parcel has left");
        await Keep(shop, "unread");
        await shop.Page.Locator(".teaser-text").ClickAsync();
        await Assertions.Expect(shop.Page.Locator(".day.unread")).ToBeVisibleAsync();
        await Assertions.Expect(shop.Page.Locator(".badge")).ToHaveAttributeAsync("data-count", "");
        await Keep(shop, "divider");
    }

    [SkippableFact]
    public async Task Proactive_IsShownOnce_AndCanBeDismissed()
    {
        object profile = new { widget = new { proactive = new[] { new { id = "hi", text = "Looking for a grinder?", afterSeconds = 1, page = "/" } } } };
        var (shop, _) = await Open(profile, openChat: false);
        await using var opened = shop;
        await Assertions.Expect(shop.Page.Locator(".teaser")).ToContainTextAsync("grinder");
        await Keep(shop, "proactive");
        await shop.Page.GetByLabel("Dismiss").ClickAsync();
        await shop.Page.ReloadAsync();
        await shop.Launcher.WaitForAsync();
        await shop.Page.WaitForTimeoutAsync(2_500);

        Assert.Equal(0, await shop.Page.Locator(".teaser").CountAsync());
    }

    [SkippableFact]
    public async Task Help_IsSearched_AndAskedAbout()
    {
        object faqs = new
        {
            categories = new[]
            {
                new { name = "Delivery", questions = new[] { new { id = "1", question = "How long does delivery take?", answer = "**Two** working days." } } },
                new { name = "Care", questions = new[] { new { id = "2", question = "How do I clean the grinder?", answer = "With a brush." } } },
            },
        };
        var (shop, _) = await Open(new { faqs });
        await using var opened = shop;
        await shop.Page.GetByRole(AriaRole.Tab, new() { Name = "Help" }).ClickAsync();
        await shop.Page.GetByRole(AriaRole.Searchbox).FillAsync("brush");
        await Assertions.Expect(shop.Page.Locator(".faqs details")).ToHaveCountAsync(1);
        await shop.Page.Locator(".faqs summary").ClickAsync();
        await Keep(shop, "help");
        await shop.Page.GetByRole(AriaRole.Button, new() { Name = "Ask about this" }).ClickAsync();

        await Assertions.Expect(shop.Page.Locator("#message")).ToHaveValueAsync("How do I clean the grinder?");
    }

    [SkippableFact]
    public async Task Load_ThatFailed_IsTriedAgainAtTheNextClick()
    {
        var failures = 0;
        await using var shop = await ShopPage.Open(browser.Browser, fixture.Silo.Address, openChat: false, before: page =>
            page.RouteAsync("**/assets/widget-app-*.js", route => failures++ == 0 ? route.AbortAsync() : route.ContinueAsync()));
        await shop.Launcher.WaitForAsync();
        await shop.Page.EvaluateAsync("SupportWidget.on('error', () => { document.title = 'failed'; })");
        await shop.Launcher.ClickAsync();
        await shop.Page.WaitForFunctionAsync("document.title === 'failed'");
        await shop.OpenChat();

        Assert.Equal(2, failures);
    }

    private async Task<(ShopPage Shop, ScriptedChat Chat)> Open(
        object? profile = null, ColorScheme scheme = ColorScheme.Light, int width = 1366, int height = 850, string locale = "en", bool openChat = true)
    {
        ScriptedChat? chat = null;
        var shop = await ShopPage.Open(browser.Browser, fixture.Silo.Address, width, height, scheme, locale, openChat, async page => chat = await ScriptedChat.Serve(page, profile));
        return (shop, chat!);
    }

    // The first message, and the connection that the events after it come by.
    private static async Task Begin(ShopPage shop, string text)
    {
        await shop.Say(text);
        await Assertions.Expect(shop.Own).ToHaveCountAsync(1);
        await Assertions.Expect(shop.Page.Locator(".pill.online")).ToBeVisibleAsync();
    }

    private static async Task Keep(ShopPage shop, string name)
    {
        await shop.Picture(name);
        await Axe.AssertNoViolation(shop.Page);
    }

    private static async Task AssertFits(ShopPage shop)
    {
        var wide = await shop.Panel.EvaluateAsync<int>("panel => Math.max(panel.scrollWidth - panel.clientWidth, panel.querySelector('.log').scrollWidth - panel.querySelector('.log').clientWidth)");
        Assert.True(wide <= 0, $"the chat is {wide} px too wide");
    }
}
