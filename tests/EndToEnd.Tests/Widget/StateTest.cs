using Microsoft.Playwright;
using SupportPlatform.EndToEnd.Tests.Pages;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.EndToEnd.Tests.Widget;

/// <summary>
/// States of the widget as a real silo makes them, in a real browser: each shows what it should, breaks no accessibility
/// rule, and is kept as a picture.
/// </summary>
[Collection(StateSilo.Name)]
public abstract class StateTest(StateSilo states, BrowserFixture browser) : IAsyncLifetime
{
    /// <summary>A question that the demo store's documents answer.</summary>
    protected const string Question = "How do I descale the K1?";

    /// <inheritdoc/>
    public Task InitializeAsync() => states.Reset();

    /// <inheritdoc/>
    public Task DisposeAsync() => Task.CompletedTask;

    private protected Uri Address => states.Silo.Address;

    private protected StoreAdministration Store => states.Store;

    private protected ScriptedModel Model => states.Model;

    /// <summary>Opens the demo shop's page as a new visitor.</summary>
    private protected Task<ShopPage> Open(
        string look = "light", int width = 1366, int height = 850, string locale = "en", bool openChat = true, Func<IPage, Task>? before = null) =>
        ShopPage.Open(browser.Browser, Address, width, height, look == "dark" ? ColorScheme.Dark : ColorScheme.Light, locale, openChat, before);

    /// <summary>The conversation's interface in the hands of its customer.</summary>
    private protected async Task<(string Conversation, HttpClient Http)> Customer(ShopPage shop)
    {
        var (id, token) = await shop.Session();
        var http = new HttpClient { BaseAddress = new Uri(Address, $"/api/conversations/{id}/") };
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return (id, http);
    }
}
