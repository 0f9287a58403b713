using Microsoft.Playwright;
using SupportPlatform.EndToEnd.Tests.Pages;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.EndToEnd.Tests.Staff;

/// <summary>What administrators set in the console, on one real silo: what they change holds for everybody else.</summary>
public sealed class SettingsTests(BrowserFixture browser) : IClassFixture<BrowserFixture>, IAsyncLifetime
{
    private const float Patience = 20_000;
    private SiloProcess _silo = null!;
    private StaffConsole _olga = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        _silo = await SiloProcess.Start("Model:Builtin:WordsPerSecond=0");
        _olga = await StaffConsole.SetUp(browser.Browser, _silo);
        await _olga.Go("Settings");
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        await _olga.DisposeAsync();
        await _silo.DisposeAsync();
    }

    [SkippableFact]
    public async Task People_EditedInvitedAndRemoved_ChangesWhatOthersSee()
    {
        await using var ben = await StaffConsole.Open(browser.Browser, _silo, "ben");
        await using var shop = await ShopPage.Open(browser.Browser, _silo.Address);
        await shop.Say("I want to talk to a person");
        var (id, _) = await shop.Session();
        await ben.Select(id);
        await ben.Button("Take over").First.ClickAsync();
        await Assertions.Expect(shop.Panel.Locator(".who strong")).ToHaveTextAsync("Ben", new() { Timeout = Patience });

        await _olga.Part("People");
        await Press("Edit “Grace”");
        await _olga.Page.GetByLabel("Name that customers read").FillAsync("غريس");
        await _olga.Page.GetByLabel("Skills").FillAsync("billing refunds");
        await _olga.Page.GetByLabel("Address of a picture").FillAsync("http://insecure.example/grace.png");
        await Press("Save");
        await Assertions.Expect(_olga.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("pictureUrl is an https address");
        await _olga.LookEverywhere("settings-person");

        // What is not saved is not lost by a click beside it.
        await _olga.Part("Saved replies");
        await _olga.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Go on editing" }).ClickAsync();
        await _olga.Page.GetByLabel("Address of a picture").FillAsync("");
        await Press("Save");
        await Assertions.Expect(_olga.Page.Locator(".kept")).ToContainTextAsync("غريس");

        await Press("Add a person");
        await _olga.Page.GetByLabel("Name that customers read").FillAsync("Cleo");
        await _olga.Page.GetByLabel("Mail address").FillAsync("cleo@example.com");
        await _olga.Page.Keyboard.PressAsync("Enter");
        var link = await _olga.Page.Locator(".invite .secret").InnerTextAsync();
        await Assertions.Expect(_olga.Page.Locator(".kept")).ToContainTextAsync("Invited until");
        await _olga.LookEverywhere("settings-people");
        await Press("Withdraw the invitation of Cleo");
        await Assertions.Expect(_olga.Page.Locator(".kept")).Not.ToContainTextAsync("Invited until");
        var cleo = await browser.Browser.NewPageAsync();
        await cleo.GotoAsync(link);
        await Assertions.Expect(cleo.Locator("main")).ToContainTextAsync("used already or has run out");
        await cleo.CloseAsync();

        await Press("Remove Ben");
        await _olga.Look("settings-remove");
        await _olga.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Remove", Exact = true }).ClickAsync();
        await Assertions.Expect(ben.Page.GetByLabel("Password")).ToBeVisibleAsync(new() { Timeout = Patience });
        await Assertions.Expect(shop.Page.Locator(".queue")).ToBeVisibleAsync(new() { Timeout = Patience });
        await using var ada = await StaffConsole.Open(browser.Browser, _silo, "ada");
        await Assertions.Expect(ada.Row(id)).ToBeVisibleAsync();
        Assert.DoesNotContain("Ben", await _olga.Page.Locator(".kept").InnerTextAsync(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Desks_AddedServedAndDeleted_AreWhatConversationsWaitAt()
    {
        await _olga.Part("Desks");
        await Press("New desk");
        await _olga.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("Returns");
        await _olga.Page.GetByLabel("How conversations are given out").SelectOptionAsync("round-robin");
        await _olga.Page.GetByLabel("Seconds to answer an offer").FillAsync("3");
        await _olga.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Ben" }).CheckAsync();
        await Press("Save");
        await Assertions.Expect(_olga.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("offerSeconds is 5 to 600");
        await _olga.LookEverywhere("settings-desk");
        await _olga.Page.GetByLabel("Seconds to answer an offer").FillAsync("45");
        await Press("Save");
        await Assertions.Expect(_olga.Page.Locator(".kept li", new() { HasText = "returns" })).ToContainTextAsync("In turn");
        await Press("Edit “main”");
        await _olga.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Ada" }).UncheckAsync();
        await Press("Save");
        await Assertions.Expect(_olga.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Ada serves this desk alone");
        await Press("Cancel");
        await _olga.LookEverywhere("settings-desks");
        await _olga.Part("People");
        await Press("Edit “Ben”");
        await Assertions.Expect(_olga.Page.GetByLabel("Desks")).ToHaveValueAsync("main returns");
        await _olga.Part("Desks");
        await Press("Delete “returns”");
        await _olga.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true }).ClickAsync();
        await Assertions.Expect(_olga.Page.Locator(".kept")).Not.ToContainTextAsync("returns");
        await Assertions.Expect(_olga.Page.Locator(".kept")).ToContainTextAsync("main");
    }

    private Task Press(string name) => _olga.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
}
