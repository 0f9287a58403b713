using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SupportPlatform.EndToEnd.Tests.Pages;
using SupportPlatform.EndToEnd.Tests.Widget;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.EndToEnd.Tests.Staff;

/// <summary>What administrators set in the console, on one real silo: what they change holds for everybody else.</summary>
public sealed partial class SettingsTests(BrowserFixture browser) : IClassFixture<BrowserFixture>, IAsyncLifetime
{
    private const float Patience = 20_000;
    private SiloProcess _silo = null!;
    private StaffConsole _olga = null!;
    private StoreAdministration _store = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        _silo = await SiloProcess.Start("Model:Builtin:WordsPerSecond=0", "Webhooks:AllowPrivate=true");
        _olga = await StaffConsole.SetUp(browser.Browser, _silo);
        await _olga.Go("Settings");
        _store = await StoreAdministration.Of(_silo);
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        _store.Dispose();
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
        await Assertions.Expect(_olga.Page.GetByLabel("Address of a picture")).ToHaveAttributeAsync("aria-invalid", "true");
        await _olga.Page.WaitForFunctionAsync("document.activeElement.matches('[type=url][aria-invalid]')");
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

    [SkippableFact]
    public async Task Hours_Saved_AreWhatPromisesGoBy()
    {
        await _olga.Part("Opening hours");
        await _olga.Page.GetByLabel("Time zone").FillAsync("Mars/Base");
        await Assertions.Expect(_olga.Page.Locator(".problem")).ToContainTextAsync("timeZone is an IANA name");
        await _olga.Page.GetByLabel("Time zone").FillAsync("Asia/Kolkata");
        await Press("Add hours on Sunday");
        await Press("Add hours on Sunday");
        await _olga.Page.GetByLabel("Sunday closes, 2").FillAsync("01:30");
        await Assertions.Expect(_olga.Page.Locator(".weekday", new() { HasText = "Sunday" })).ToContainTextAsync("until the next day");
        await _olga.Page.GetByLabel("Closed on").FillAsync("2027-12-25");
        await Press("Add the day");
        await Assertions.Expect(_olga.Page.Locator(".preview .chip")).ToBeVisibleAsync();
        await Press("Save");
        await _olga.LookEverywhere("settings-hours");
        await _olga.Page.ReloadAsync();
        await Assertions.Expect(_olga.Page.GetByLabel("Sunday closes, 2")).ToHaveValueAsync("01:30");
        await Assertions.Expect(_olga.Page.Locator(".holidays")).ToContainTextAsync("25 December 2027");

        // Somebody else writes something else of the store meanwhile, and then the same.
        await _store.Change(s => s["greeting"] = "Good day");
        await _olga.Page.GetByLabel("Time zone").FillAsync("Europe/Berlin");
        await Press("Save");
        await Assertions.Expect(_olga.Page.Locator(".toasts")).ToContainTextAsync("Saved.");
        await _store.Change(s => s["timeZone"] = "Europe/Paris");
        await _olga.Page.GetByLabel("Time zone").FillAsync("Europe/Rome");
        await Press("Save");
        await Assertions.Expect(_olga.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Somebody else has changed this meanwhile");
        await Press("Cancel");
        await Assertions.Expect(_olga.Page.GetByLabel("Time zone")).ToHaveValueAsync("Europe/Paris");
    }

    [SkippableFact]
    public async Task ServiceLevels_Saved_AreTheDueTimesOfConversations()
    {
        await _olga.Part("Service levels");
        var known = await _olga.Page.Locator(".card").CountAsync();
        await Press("Add a promise");
        var card = _olga.Page.Locator(".card").Last;
        await card.GetByLabel("Name").FillAsync("Pressing");
        await card.GetByLabel("First response, minutes").FillAsync("7");
        await card.GetByLabel("Resolution, minutes").FillAsync("90");
        await card.GetByLabel("Only opening hours count").UncheckAsync();
        for (var i = known; i > 0; i--) await Press($"Move up: Promise {i + 1}");
        await Assertions.Expect(_olga.Page.Locator(".preview tbody th small")).ToHaveTextAsync(["Pressing", "Pressing", "Pressing", "Pressing"]);
        await Press("Save");
        await Assertions.Expect(_olga.Page.Locator(".toasts")).ToContainTextAsync("Saved.");
        await _olga.LookEverywhere("settings-sla");
        await using var shop = await ShopPage.Open(browser.Browser, _silo.Address);
        await shop.Say("I want to talk to a person");
        var (id, _) = await shop.Session();
        await _olga.Go("All open");
        await Assertions.Expect(_olga.Row(id)).ToContainTextAsync(MinutesLeft());
    }

    [SkippableFact]
    public async Task Webhooks_AddedPausedAndSentAgain_TellTheStoresSystem()
    {
        await using var receiver = await WebhookReceiver.Start();
        await _olga.Part("Webhooks");
        await Press("Add a webhook");
        await _olga.Page.GetByLabel("Address").FillAsync("ftp://hooks.example/in");
        await Press("Save");
        await Assertions.Expect(_olga.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("a webhook's url is a public https address");
        await _olga.LookEverywhere("settings-webhook");
        await _olga.Page.GetByLabel("Address").FillAsync(receiver.Address);
        await Press("Save");
        var secret = await _olga.Page.Locator(".invite .secret").InnerTextAsync();
        await using var shop = await ShopPage.Open(browser.Browser, _silo.Address);
        await shop.Say("I want to talk to a person");
        var first = _olga.Page.Locator(".deliveries li").Last;
        await Assertions.Expect(first).ToContainTextAsync("Delivered", new() { Timeout = Patience });
        Assert.True(receiver.IsSignedWith(secret));
        await _olga.LookEverywhere("settings-webhooks");
        var before = receiver.Ids;
        await first.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(_olga.Page.Locator(".toasts")).ToContainTextAsync("It is on its way, with the same id.");
        for (var limit = DateTimeOffset.UtcNow.AddMilliseconds(Patience); receiver.Ids.Count == before.Count && DateTimeOffset.UtcNow < limit;) await Task.Delay(50);
        Assert.Equal(before.Count + 1, receiver.Ids.Count);
        Assert.Contains(receiver.Ids[^1], before);
        await Assertions.Expect(first).ToContainTextAsync("Delivered", new() { Timeout = Patience });
        await Press($"Pause: {receiver.Address}");
        await Assertions.Expect(_olga.Page.Locator(".kept").First).ToContainTextAsync("Paused");
        await Press($"Delete: {receiver.Address}");
        await _olga.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true }).ClickAsync();
        await Assertions.Expect(_olga.Page.Locator(".kept").First).Not.ToContainTextAsync(receiver.Address);
    }

    [SkippableFact]
    public async Task EscalationRules_TriedAndSaved_SendCustomersToTheirDesk()
    {
        await _olga.Part("Escalation rules");
        await _olga.Page.GetByLabel("Try it").FillAsync("My samovar whistles.");
        await Press("See what happens");
        await Assertions.Expect(_olga.Page.Locator(".verdict")).ToContainTextAsync("No person is wanted");
        await Press("Add a rule");
        var rule = _olga.Page.Locator("ol .card").Last;
        await rule.GetByLabel("Words or phrases").FillAsync("samovar\nسماور");
        await rule.GetByLabel("It goes to the desk").FillAsync("tea");
        await Press("See what happens");
        await Assertions.Expect(_olga.Page.Locator(".verdict")).ToContainTextAsync("A person is wanted: a rule of the store");
        await Assertions.Expect(_olga.Page.Locator(".verdict")).ToContainTextAsync("Desk: tea");
        await _olga.LookEverywhere("settings-escalation");
        await Press("Save");
        await Assertions.Expect(_olga.Page.Locator(".toasts")).ToContainTextAsync("Saved.");
        await using var shop = await ShopPage.Open(browser.Browser, _silo.Address);
        await shop.Say("My samovar whistles.");
        await Assertions.Expect(shop.Page.Locator(".queue")).ToBeVisibleAsync(new() { Timeout = Patience });
        await _olga.Part("Desks");
        await Assertions.Expect(_olga.Page.Locator(".kept li", new() { HasText = "tea" })).ToContainTextAsync("1 waiting");
    }

    [GeneratedRegex("[67] min left", RegexOptions.None, 1_000)]
    private static partial Regex MinutesLeft();

    private Task Press(string name) => _olga.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
}
