using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SupportPlatform.EndToEnd.Tests.Pages;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.EndToEnd.Tests.Staff;

/// <summary>The console of somebody of the demo store, signed in at a real silo, in a browser of its own.</summary>
internal sealed partial class StaffConsole : IAsyncDisposable
{
    private const float Patience = 20_000;
    private readonly IBrowserContext _context;
    private readonly List<string> _wrong = [];

    private StaffConsole(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.SetDefaultTimeout(Patience);
        page.PageError += (_, error) => _wrong.Add(error);
        page.Response += (_, response) =>
        {
            if (response.Status >= 400 && !response.Url.EndsWith("/api/session", StringComparison.Ordinal)) _wrong.Add($"{response.Status} {response.Request.Method} {response.Url}");
        };
    }

    /// <summary>The page itself.</summary>
    public IPage Page { get; }

    /// <summary>The conversation that is chosen.</summary>
    public ILocator Thread => Page.Locator("section.thread");

    /// <summary>What was said in it, by customers, the assistant and people.</summary>
    public ILocator Said => Thread.Locator(".message .bubble");

    /// <summary>Where one writes.</summary>
    public ILocator Writer => Page.Locator(".writer textarea");

    /// <summary>Signs in as one of the demo store's people.</summary>
    public static async Task<StaffConsole> Open(
        IBrowser browser, SiloProcess silo, string who, int width = 1440, ColorScheme scheme = ColorScheme.Light, string locale = "en-GB")
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = width < 600 ? 844 : 900 },
            ColorScheme = scheme,
            Locale = locale,
        });
        var console = new StaffConsole(context, await context.NewPageAsync());
        await console.Page.GotoAsync(new Uri(silo.Address, "console/").ToString());
        await console.Page.GetByLabel("Mail address").FillAsync($"{who}@demo.example");
        await console.Page.GetByLabel("Password").FillAsync(await PasswordOf(silo, who));
        await console.Page.Keyboard.PressAsync("Enter");
        await console.Page.Locator(".rail").WaitForAsync();
        return console;
    }

    /// <summary>Makes the first account by the link that the first start prints: the owner of every store.</summary>
    public static async Task<StaffConsole> SetUp(IBrowser browser, SiloProcess silo)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1440, Height = 900 }, Locale = "en-GB" });
        var console = new StaffConsole(context, await context.NewPageAsync());
        await console.Page.GotoAsync(Invitation().Matches(silo.Output)[^1].Value);
        await console.Page.GetByLabel("Your name").FillAsync("Olga Owner");
        await console.Page.GetByLabel("Mail address").FillAsync("olga@example.com");
        await console.Page.GetByLabel("Password").FillAsync("correct horse battery");
        await console.Page.Keyboard.PressAsync("Enter");
        await console.Page.Locator(".rail").WaitForAsync();
        return console;
    }

    /// <summary>The password that the first start made for somebody.</summary>
    public static async Task<string> PasswordOf(SiloProcess silo, string who) =>
        (await File.ReadAllLinesAsync(Path.Combine(silo.DataFolder, "demo-accounts.txt"))).Select(l => l.Split(' ')).Single(l => l[0] == $"{who}@demo.example")[1];

    /// <summary>The row of a conversation in the list.</summary>
    public ILocator Row(string conversationId) => Page.Locator($".row[data-conversation='{conversationId}']");

    /// <summary>Goes to a view of the rail.</summary>
    public Task Go(string view) => Page.Locator(".rail button", new() { HasText = view }).First.ClickAsync();

    /// <summary>Goes to a part of the settings.</summary>
    public Task Part(string part) => Page.Locator(".settings-nav button", new() { HasText = part }).ClickAsync();

    /// <summary>Chooses a conversation in the list.</summary>
    public async Task Select(string conversationId)
    {
        await Row(conversationId).Locator(".row-button").ClickAsync();
        await Assertions.Expect(Said).Not.ToHaveCountAsync(0);
    }

    /// <summary>A button of the conversation.</summary>
    public ILocator Button(string name) => Thread.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>Chooses a line of a menu of the conversation.</summary>
    public async Task Choose(string menu, string item)
    {
        await Button(menu).ClickAsync();
        await Page.GetByRole(AriaRole.Menuitem, new() { Name = item }).ClickAsync();
    }

    /// <summary>Writes to the customer, the team or the assistant, and sends it.</summary>
    public async Task Write(string kind, string text)
    {
        await Page.Locator($".writer-tabs .kind-{kind}").ClickAsync();
        await Writer.FillAsync(text);
        await Page.Locator(".writer button[type=submit]").ClickAsync();
    }

    /// <summary>Says that the agent takes what is offered.</summary>
    public async Task BeOnline()
    {
        await Page.Locator("button.account").ClickAsync();
        await Page.GetByRole(AriaRole.Menuitemradio, new() { Name = "Online" }).ClickAsync();
        await Assertions.Expect(Page.Locator("button.account small")).ToHaveTextAsync("Online");
    }

    /// <summary>Holds what is shown to axe's rules and keeps a picture of it.</summary>
    public async Task Look(string name)
    {
        await ShopPage.Picture(Page, $"console-{name}");
        await Axe.AssertNoViolation(Page);
    }

    /// <summary>The same, also in the dark and on a phone.</summary>
    public async Task LookEverywhere(string name)
    {
        await Look(name);
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Look($"{name}-dark");
        await Page.SetViewportSizeAsync(390, 844);
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        Assert.False(await Page.EvaluateAsync<bool>("document.querySelector('main').scrollWidth > document.querySelector('main').clientWidth"));
        await Look($"{name}-phone");
        await Page.SetViewportSizeAsync(1440, 900);
    }

    /// <summary>Nothing went wrong in the page, and the server refused nothing but what the pattern names.</summary>
    public void AssertNothingRefused() => Assert.True(_wrong.Count == 0, string.Join('\n', _wrong));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _context.CloseAsync();

    [GeneratedRegex("http\\S+/console/#invite=[A-Za-z0-9_-]{43}", RegexOptions.None, 1_000)]
    private static partial Regex Invitation();
}
