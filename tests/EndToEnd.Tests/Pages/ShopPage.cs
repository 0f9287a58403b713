using Microsoft.Playwright;
using Xunit;

namespace SupportPlatform.EndToEnd.Tests.Pages;

/// <summary>The demo shop's page as a customer uses it.</summary>
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

    /// <summary>Opens it in a browser of its own, as a new visitor.</summary>
    public static async Task<ShopPage> Open(IBrowser browser, Uri address, int width = 1366, int height = 850, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = scheme,
            Locale = "en-GB",
        });
        var page = new ShopPage(context, await context.NewPageAsync());
        await page.Page.GotoAsync(address.ToString());
        await page.Page.Locator("[data-role=greeting]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        return page;
    }

    /// <summary>Writes a message and sends it.</summary>
    public async Task Say(string text)
    {
        await Page.Locator("#message").FillAsync(text);
        await Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Waits for the answers to be so many.</summary>
    public async Task WaitForAnswers(int count) => await Assertions.Expect(Answers).ToHaveCountAsync(count, new() { Timeout = Patience });

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
