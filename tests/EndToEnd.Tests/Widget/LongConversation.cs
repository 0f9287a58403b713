using System.Globalization;
using System.Net.Http.Json;
using Microsoft.Playwright;
using SupportPlatform.EndToEnd.Tests.Pages;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.EndToEnd.Tests.Widget;

/// <summary>A silo with a conversation of thousands of messages between a customer and an agent.</summary>
public sealed class LongConversation : IAsyncLifetime
{
    /// <summary>How many messages it has at least.</summary>
    public const int Messages = 5_000;

    private const int AtOnce = 16;

    private string? _session;

    /// <summary>The silo.</summary>
    public SiloProcess Silo { get; private set; } = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        Silo = await SiloProcess.Start("Model:Builtin:WordsPerSecond=0", "RateLimits:VisitorBurst=100000", "RateLimits:StoreBurst=100000");
    }

    /// <inheritdoc/>
    public async Task DisposeAsync() => await Silo.DisposeAsync();

    /// <summary>The shop's page in the browser of the customer whose conversation it is, not opened yet.</summary>
    internal async Task<ShopPage> Open(IBrowser browser, Func<IPage, Task>? before = null)
    {
        _session ??= await Write(browser);
        return await ShopPage.Open(browser, Silo.Address, openChat: false, before: async page =>
        {
            await page.AddInitScriptAsync($"localStorage.setItem('support.demo.session', {System.Text.Json.JsonSerializer.Serialize(_session)})");
            if (before is not null) await before(page);
        });
    }

    private async Task<string> Write(IBrowser browser)
    {
        await using var shop = await ShopPage.Open(browser, Silo.Address);
        await shop.Say("Hello");
        await shop.WaitForAnswers(1);
        var (id, token) = await shop.Session();
        using var store = await StoreAdministration.Of(Silo);
        var agent = await store.Claim(id);
        using var http = new HttpClient { BaseAddress = Silo.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        await Parallel.ForEachAsync(Enumerable.Range(0, Messages), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (i, cancellationToken) =>
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"Message {i}: {string.Join(' ', Enumerable.Repeat("roasted", i % 25))}");
            if (i % 2 == 0)
            {
                await agent.Say($"**{text}**\n\n- one\n- two");
                return;
            }

            using var posted = await http.PostAsJsonAsync($"/api/conversations/{id}/messages", new { clientMessageId = Guid.NewGuid().ToString("N"), text }, cancellationToken);
            posted.EnsureSuccessStatusCode();
        });
        return await shop.Page.EvaluateAsync<string>("localStorage.getItem('support.demo.session')");
    }
}
