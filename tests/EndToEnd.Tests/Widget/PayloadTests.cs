using System.Text.Json.Nodes;
using Microsoft.Playwright;
using SupportPlatform.EndToEnd.Tests.Pages;
using SupportPlatform.Testing;
using Xunit;
using Xunit.Abstractions;

namespace SupportPlatform.EndToEnd.Tests.Widget;

/// <summary>Scripting payloads that a real silo takes, in each field that the widget shows: none may run.</summary>
public sealed class PayloadTests(SiloFixture fixture, BrowserFixture browser, ITestOutputHelper output) : IClassFixture<SiloFixture>, IClassFixture<BrowserFixture>
{
    private const int Rounds = 6;

    // What no text of the chat may have become.
    private const string Harmful = """
        () => {
          const root = document.querySelector('support-widget').shadowRoot;
          for (const button of root.querySelectorAll('.source:not([data-tried])')) { button.dataset.tried = ''; button.click(); }
          return [...root.querySelectorAll('*')].filter(e =>
            /^(script|iframe|object|embed|style|link|base|meta|form:not([class]))$/i.test(e.localName) || [...e.attributes].some(a => /^on/i.test(a.name)) ||
            ['href', 'src', 'action', 'formaction', 'xlink:href'].some(n => e.hasAttribute(n) && !/^(https?:|mailto:)/i.test(e.getAttribute(n)))).map(e => e.outerHTML.slice(0, 200));
        }
        """;

    private readonly List<string> _ran = [];
    private readonly HashSet<string> _harmful = [];

    [SkippableFact]
    public async Task Payloads_KeptByARealSilo_RunNothing()
    {
        var payloads = DataSets.RequireLines("xss", "payloads.jsonl").Select(l => l.GetProperty("text").GetString()!).ToList();
        using var store = await StoreAdministration.Of(fixture.Silo);
        foreach (var payload in payloads) await store.Send(HttpMethod.Post, "/faqs", new { question = payload, answer = $"{payload} [x]({payload})", category = payload.Length <= 60 ? payload : "x" });
        for (var round = 0; round < Rounds; round++)
        {
            var some = payloads.Skip(round * payloads.Count / Rounds).Take(payloads.Count / Rounds).ToList();
            await store.Change(settings => Fill(settings, some));
            await using var shop = await ShopPage.Open(browser.Browser, fixture.Silo.Address, openChat: false, before: Watch);
            await Look(shop, some, store);
        }

        output.WriteLine($"{payloads.Count} payloads, {_ran.Count} ran");
        Assert.Empty(_ran);
        Assert.Empty(_harmful);
    }

    private static void Fill(JsonObject settings, List<string> payloads)
    {
        settings["name"] = Joined(payloads, 100);
        settings["assistantName"] = Joined(payloads, 60);
        settings["greeting"] = Joined(payloads, 500);
        settings["starterQuestions"] = Each(payloads.Where(p => p.Length <= 200).Take(6));
        settings["widget"] = new JsonObject
        {
            ["welcome"] = Joined(payloads, 120),
            ["launcher"] = new JsonObject { ["text"] = Joined(payloads, 40) },
            ["proactive"] = new JsonArray(new JsonObject { ["id"] = $"p{payloads[0].Length}", ["text"] = Joined(payloads, 300), ["afterSeconds"] = 0 }),
            ["preChat"] = new JsonObject
            {
                ["formId"] = "f",
                ["title"] = Joined(payloads, 120),
                ["text"] = Joined(payloads, 500),
                ["skippable"] = true,
                ["consent"] = new JsonObject { ["text"] = Joined(payloads, 500), ["required"] = false },
                ["fields"] = new JsonArray(
                    new JsonObject { ["name"] = "a", ["label"] = Joined(payloads, 80), ["type"] = "text", ["required"] = false },
                    new JsonObject { ["name"] = "b", ["label"] = Joined(payloads, 80), ["type"] = "select", ["required"] = false, ["options"] = Each(payloads.Where(p => p.Length <= 80)) }),
            },
        };
    }

    private async Task Look(ShopPage shop, List<string> payloads, StoreAdministration store)
    {
        await shop.Page.Locator(".teaser").WaitForAsync();
        await Check(shop);
        await shop.OpenChat();
        await Check(shop);
        await shop.Page.GetByRole(AriaRole.Button, new() { Name = "Skip" }).ClickAsync();
        await Check(shop);
        await shop.Page.GetByRole(AriaRole.Tab).Last.ClickAsync();
        foreach (var summary in await shop.Page.Locator(".faqs summary").AllAsync()) await summary.ClickAsync();
        await Check(shop);
        await shop.Page.GetByRole(AriaRole.Tab).First.ClickAsync();
        foreach (var payload in payloads) await shop.Say(payload);
        await Assertions.Expect(shop.Page.Locator(".message.pending")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
        await shop.WaitForAnswers(1);
        await Check(shop);
        var (id, _) = await shop.Session();
        var agent = await store.Claim(id, Joined(payloads, 60));
        foreach (var payload in payloads) await agent.Say($"{payload} [x]({payload}) `{payload}`\n\n| {payload} |\n|---|\n| {payload} |");
        await agent.Leave();
        await Assertions.Expect(shop.Page.Locator(".note").Last).ToBeVisibleAsync();
        var log = shop.Page.Locator(".log");
        for (var top = await log.EvaluateAsync<int>("log => log.scrollHeight"); top > -350; top -= 350)
        {
            await log.EvaluateAsync("(log, top) => { log.scrollTop = top; }", top);
            await shop.Page.EvaluateAsync("() => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))");
            await Check(shop);
        }

        shop.AssertNoErrors();
    }

    private async Task Check(ShopPage shop)
    {
        foreach (var found in await shop.Page.EvaluateAsync<string[]>(Harmful)) _harmful.Add(found);
    }

    private Task Watch(IPage page)
    {
        page.Dialog += (_, dialog) =>
        {
            _ran.Add($"dialog {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https", Host: not "127.0.0.1" }) _ran.Add($"request {request.Url}");
        };
        return Task.CompletedTask;
    }

    /// <summary>As many of the texts as fit.</summary>
    private static string Joined(List<string> texts, int most)
    {
        var fitting = "";
        foreach (var text in texts.Where(t => fitting.Length + t.Length < most)) fitting += text + " ";
        return fitting.Length == 0 ? "x" : fitting.TrimEnd();
    }

    private static JsonArray Each(IEnumerable<string> texts) => new([.. texts.Distinct(StringComparer.Ordinal).Select(t => (JsonNode)t)]);
}
