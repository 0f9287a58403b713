using System.Text.Json;
using Microsoft.Playwright;
using Xunit;

namespace SupportPlatform.EndToEnd.Tests.Pages;

/// <summary>A page with the widget as a customer uses it; the demo shop's unless another is named.</summary>
internal sealed class ShopPage : IAsyncDisposable
{
    private const float Patience = 30_000;
    private readonly IBrowserContext _context;
    private readonly List<string> _errors = [];

    private ShopPage(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.SetDefaultTimeout(Patience);
        page.PageError += (_, error) => _errors.Add(error);
        page.Console += (_, message) =>
        {
            // A browser reports every failed connection; those are what some journeys are about.
            if (message.Type == "error" && !message.Text.Contains("ERR_", StringComparison.Ordinal) &&
                !message.Text.Contains("WebSocket", StringComparison.Ordinal)) _errors.Add(message.Text);
        };
    }

    /// <summary>The page itself.</summary>
    public IPage Page { get; }

    /// <summary>Everything that the customer wrote, as shown.</summary>
    public ILocator Own => Page.Locator(".message[data-role=customer]");

    /// <summary>Finished answers.</summary>
    public ILocator Answers => Page.Locator(".message[data-role=assistant]");

    /// <summary>The answer being written.</summary>
    public ILocator Live => Page.Locator(".message.live .answer");

    /// <summary>The button that opens the chat.</summary>
    public ILocator Launcher => Page.Locator(".launcher");

    /// <summary>The open chat.</summary>
    public ILocator Panel => Page.Locator("support-widget .chat");

    /// <summary>Opens the page and the chat in a browser of its own, as a new visitor.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="address">The page.</param>
    /// <param name="width">The window's width in pixels.</param>
    /// <param name="height">Its height.</param>
    /// <param name="scheme">The system's theme.</param>
    /// <param name="locale">The browser's language.</param>
    /// <param name="openChat">Whether to open the chat.</param>
    /// <param name="before">What is to be prepared before the page is loaded.</param>
    public static async Task<ShopPage> Open(
        IBrowser browser, Uri address, int width = 1366, int height = 850, ColorScheme scheme = ColorScheme.Light, string locale = "en-GB",
        bool openChat = true, Func<IPage, Task>? before = null)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = scheme,
            Locale = locale,
        });
        var page = new ShopPage(context, await context.NewPageAsync());
        if (before is not null) await before(page.Page);
        await page.Page.GotoAsync(address.ToString());
        if (openChat) await page.OpenChat();
        return page;
    }

    /// <summary>Opens the chat and waits until it can be written in.</summary>
    public async Task OpenChat()
    {
        await Launcher.ClickAsync();
        await Panel.WaitForAsync();
    }

    /// <summary>Loads the page again and opens the chat.</summary>
    public async Task Reload()
    {
        await Page.ReloadAsync();
        await OpenChat();
    }

    /// <summary>Keeps a picture of the page beside the build's other results.</summary>
    public Task Picture(string name) => Picture(Page, name);

    /// <summary>Keeps a picture of a state, in which no accessibility rule may be broken.</summary>
    public async Task Keep(string name)
    {
        await Picture(name);
        await Axe.AssertNoViolation(Page);
    }

    /// <summary>Nothing in the chat is cut off at its side.</summary>
    public async Task AssertFits()
    {
        var wide = await Panel.EvaluateAsync<int>("panel => Math.max(panel.scrollWidth - panel.clientWidth, panel.querySelector('.log').scrollWidth - panel.querySelector('.log').clientWidth)");
        Assert.True(wide <= 0, $"the chat is {wide} px too wide");
    }

    /// <summary>Keeps a picture of another window.</summary>
    public static async Task Picture(IPage page, string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder.Parent is { } parent && folder.Name != "artifacts") folder = parent;
        await page.ScreenshotAsync(new PageScreenshotOptions { Animations = ScreenshotAnimations.Disabled, Path = Path.Combine(folder.FullName, "screenshots", name + ".png") });
    }

    /// <summary>Writes a message and sends it.</summary>
    public async Task Say(string text)
    {
        await Page.Locator("#message").FillAsync(text);
        await Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Waits for the answers to be so many.</summary>
    public async Task WaitForAnswers(int count) => await Assertions.Expect(Answers).ToHaveCountAsync(count, new() { Timeout = Patience });

    /// <summary>The conversation and the token that the browser keeps, once it has begun one.</summary>
    public async Task<(string ConversationId, string Token)> Session()
    {
        await Page.Locator(".message[data-seq]").First.WaitForAsync();
        var session = JsonSerializer.Deserialize<JsonElement>(await Page.EvaluateAsync<string>("localStorage.getItem('support.demo.session')"));
        return (session.GetProperty("conversationId").GetString()!, session.GetProperty("visitorToken").GetString()!);
    }

    /// <summary>Takes the network away or gives it back.</summary>
    public Task SetOffline(bool offline) => _context.SetOfflineAsync(offline);

    /// <summary>What is on the screen of the log, role by role.</summary>
    public async Task<IReadOnlyList<string>> Transcript() => await Page.Locator(".message[data-seq]").EvaluateAllAsync<string[]>(
        "all => all.map(m => m.dataset.seq + ' ' + m.dataset.role + ': ' + m.querySelector('.bubble').innerText)");

    /// <summary>Nothing went wrong in the page.</summary>
    public void AssertNoErrors() => Assert.Empty(_errors);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _context.CloseAsync();
}
