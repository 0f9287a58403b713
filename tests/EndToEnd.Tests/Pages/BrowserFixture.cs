using Microsoft.Playwright;
using Xunit;

namespace SupportPlatform.EndToEnd.Tests.Pages;

/// <summary>One browser for a test class; absent where the machine has none, and its tests then skip.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The browser.</summary>
    public IBrowser Browser
    {
        get
        {
            Skip.If(_browser is null, "No Chromium on this machine (CHROMIUM_PATH or the search path).");
            return _browser;
        }
    }

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (Chromium.Find() is not { } path) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            Args =
            [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
                "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream",
            ],
        });
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
