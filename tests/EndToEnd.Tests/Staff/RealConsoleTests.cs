using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SupportPlatform.EndToEnd.Tests.Pages;
using SupportPlatform.EndToEnd.Tests.Widget;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.EndToEnd.Tests.Staff;

/// <summary>The console and the widget in browsers, on one real silo: what each side does, the other sees.</summary>
public sealed partial class RealConsoleTests(BrowserFixture browser) : IClassFixture<BrowserFixture>, IAsyncLifetime
{
    private const float Patience = 20_000;
    private SiloProcess _silo = null!;
    private StoreAdministration _store = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        _silo = await SiloProcess.Start("Model:Builtin:WordsPerSecond=6", "Conversations:JoinWindow=00:00:00.2", "Conversations:AnswerWithin=00:00:30");
        _store = await StoreAdministration.Of(_silo);
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        _store.Dispose();
        await _silo.DisposeAsync();
    }

    [SkippableFact]
    public async Task Offer_AcceptedAndAnswered_ReachesTheCustomer_AndTheNoteDoesNot()
    {
        await _store.Send(HttpMethod.Put, "/desks/main", new { assignment = "round-robin", offerSeconds = 600 });
        await using var ada = await StaffConsole.Open(browser.Browser, _silo, "ada");
        await ada.Look("real-empty");
        await ada.BeOnline();
        await using var ben = await StaffConsole.Open(browser.Browser, _silo, "ben");
        await using var shop = await ShopPage.Open(browser.Browser, _silo.Address);
        await shop.Say("I want to talk to a person");
        var (id, _) = await shop.Session();
        await ada.Page.Locator(".offer").WaitForAsync();
        await ada.Look("real-offer");
        await ada.Page.Locator(".offer .primary").ClickAsync();
        await Assertions.Expect(shop.Panel.Locator(".who strong")).ToHaveTextAsync("Ada", new() { Timeout = Patience });
        await ada.Write("reply", "Hello, I am **Ada**.");
        await Assertions.Expect(shop.Page.Locator(".message[data-role=agent] .bubble")).ToHaveTextAsync("Hello, I am Ada.");
        await ada.Write("note", "@Ben do you know this customer?");
        await Assertions.Expect(ada.Page.Locator(".note-card.kind-note")).ToContainTextAsync("do you know this customer?");
        await Assertions.Expect(ben.Page.Locator(".rail button", new() { HasText = "Mentions" }).Locator(".count")).ToHaveTextAsync("1");
        await shop.Page.Locator("#message").PressSequentiallyAsync("Where is");
        await Assertions.Expect(ada.Thread).ToContainTextAsync("The customer is typing");
        await shop.Say("Where is my parcel?");
        await Assertions.Expect(ada.Said.Last).ToHaveTextAsync("Where is my parcel?");
        await ada.Page.Locator(".writer input[type=file]").SetInputFilesAsync(new FilePayload { Name = "label.txt", MimeType = "text/plain", Buffer = "Parcel 1"u8.ToArray() });
        await Assertions.Expect(ada.Page.Locator(".uploads li:not(.busy)")).ToHaveCountAsync(1);
        await ada.Write("reply", "Here is the label.");
        await Assertions.Expect(shop.Panel).ToContainTextAsync("label.txt");
        await ada.Look("real-thread");
        await ada.Button("Resolve").ClickAsync();
        await shop.Page.GetByRole(AriaRole.Radio, new() { Name = "4 of 5" }).CheckAsync();
        await shop.Page.Locator(".rate .primary").ClickAsync();
        await Assertions.Expect(ada.Thread).ToContainTextAsync("Rated 4 of 5");
        await Assertions.Expect(shop.Panel).Not.ToContainTextAsync("do you know this customer?");
        await ada.Go("Resolved");
        await Assertions.Expect(ada.Row(id)).ToBeVisibleAsync();
        ada.AssertNothingRefused();
        ben.AssertNothingRefused();
        shop.AssertNoErrors();
    }

    [SkippableFact]
    public async Task Claim_WhileTheAssistantWrites_LeavesTheCustomerNotOneMoreCharacter()
    {
        await using var ada = await StaffConsole.Open(browser.Browser, _silo, "ada");
        await using var shop = await ShopPage.Open(browser.Browser, _silo.Address);
        await shop.Say("How do I descale the K1?");
        var (id, _) = await shop.Session();
        await ada.Go("All open");
        await ada.Select(id);
        await Assertions.Expect(ada.Thread.Locator(".live .bubble")).ToContainTextAsync(" ");
        await Assertions.Expect(shop.Live).ToContainTextAsync(" ");
        await ada.Look("real-writing");
        await ada.Thread.Locator(".live").GetByRole(AriaRole.Button, new() { Name = "Take over" }).ClickAsync();
        await Assertions.Expect(shop.Panel.Locator(".who strong")).ToHaveTextAsync("Ada");

        // What reached the customer with the claim is all there ever is: the next thing on the screen is Ada's.
        var shown = await shop.Page.Locator(".message[data-role=assistant], .message.live").AllInnerTextsAsync();
        await ada.Write("reply", "I take this.");
        await Assertions.Expect(shop.Page.Locator(".message[data-role=agent] .bubble")).ToHaveTextAsync("I take this.");
        Assert.Equal(shown, await shop.Page.Locator(".message[data-role=assistant], .message.live").AllInnerTextsAsync());
        await Assertions.Expect(ada.Thread).ToContainTextAsync("The answer was stopped");
        ada.AssertNothingRefused();
    }

    [SkippableFact]
    public async Task Claim_ByTwoAtOnce_IsWonByOne_AndTheOtherSeesWho()
    {
        await using var ada = await StaffConsole.Open(browser.Browser, _silo, "ada");
        await using var ben = await StaffConsole.Open(browser.Browser, _silo, "ben", scheme: ColorScheme.Dark);
        await using var shop = await ShopPage.Open(browser.Browser, _silo.Address);
        await shop.Say("I want to talk to a person");
        var (id, _) = await shop.Session();
        foreach (var console in new[] { ada, ben }) await console.Select(id);
        await Assertions.Expect(ada.Thread.Locator(".viewers")).ToHaveCountAsync(1);
        await ada.Look("real-waiting");
        using var both = new Barrier(2);
        await Task.WhenAll(new[] { ada, ben }.Select(console => HoldClaim(console, both)));
        await Task.WhenAll(new[] { ada, ben }.Select(c => c.Page.Locator(".banners .primary", new() { HasText = "Take over" }).ClickAsync()));
        await Assertions.Expect(shop.Page.Locator(".queue")).ToHaveCountAsync(0);
        var winner = await shop.Panel.Locator(".who strong").InnerTextAsync();
        var (won, lost) = winner == "Ada" ? (ada, ben) : (ben, ada);
        await Assertions.Expect(lost.Page.Locator(".toasts")).ToContainTextAsync($"{winner} was faster.");
        await Assertions.Expect(lost.Page.Locator(".banners")).ToContainTextAsync($"{winner} has this conversation.");
        await Assertions.Expect(won.Page.Locator(".banners")).Not.ToContainTextAsync("has this conversation.");
        await lost.Look("real-lost");
        ada.AssertNothingRefused();
        ben.AssertNothingRefused();
    }

    [SkippableFact]
    public async Task Approval_EditedDraftAndWhisper_AreAllThatTheCustomerSees()
    {
        await using var ada = await StaffConsole.Open(browser.Browser, _silo, "ada");
        await using var shop = await ShopPage.Open(browser.Browser, _silo.Address);
        await shop.Say("Hello");
        await shop.WaitForAnswers(1);
        var (id, _) = await shop.Session();
        await ada.Go("All open");
        await ada.Select(id);
        await ada.Choose("More", "Check answers before they go out");
        await Assertions.Expect(ada.Thread).ToContainTextAsync("Answers are checked before they go out");
        await shop.Say("How do I descale the K1?");
        await Assertions.Expect(ada.Page.Locator(".draft-card")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        var draft = await ada.Page.Locator(".draft-card .answer").InnerTextAsync();
        await ada.Look("real-draft");
        await ada.Page.Locator(".draft-card").GetByRole(AriaRole.Button, new() { Name = "Edit" }).ClickAsync();
        await ada.Page.Locator(".draft-card textarea").FillAsync("Use the descaling powder, please.");
        await ada.Page.Locator(".draft-card .primary").ClickAsync();
        await Assertions.Expect(shop.Answers.Last).ToContainTextAsync("Use the descaling powder, please.");
        await Assertions.Expect(ada.Thread).ToContainTextAsync("Ada approved the answer");
        Assert.DoesNotContain(draft[..20], await shop.Panel.InnerTextAsync(), StringComparison.Ordinal);

        await ada.Choose("More", "Let answers go out at once");
        await ada.Write("whisper", "The X2 ships on Monday.");
        await Assertions.Expect(ada.Page.Locator(".note-card.kind-whisper")).ToContainTextAsync("The X2 ships");
        await shop.Say("When does the X2 ship?");
        await Assertions.Expect(shop.Answers.Last).ToContainTextAsync("ships on Monday", new() { Timeout = 60_000 });
        await Assertions.Expect(shop.Panel).Not.ToContainTextAsync("Ada");
        await ada.Thread.Locator(".message.assistant").Last.GetByRole(AriaRole.Button, new() { Name = "How this answer came about" }).ClickAsync();
        await Assertions.Expect(ada.Page.Locator(".drawer .passages li")).Not.ToHaveCountAsync(0);
        await ada.Look("real-cockpit");
        ada.AssertNothingRefused();
        shop.AssertNoErrors();
    }

    [SkippableFact]
    public async Task Kill_OfTheSilo_LeavesNoGapAndNoLostDraft()
    {
        await using var ada = await StaffConsole.Open(browser.Browser, _silo, "ada");
        await using var shop = await ShopPage.Open(browser.Browser, _silo.Address);
        await shop.Say("I want to talk to a person");
        var (id, _) = await shop.Session();
        await ada.Select(id);
        await ada.Button("Take over").First.ClickAsync();
        await Assertions.Expect(shop.Panel.Locator(".who strong")).ToHaveTextAsync("Ada");
        await ada.Write("reply", "One moment.");
        await Assertions.Expect(shop.Page.Locator(".message[data-role=agent]")).ToHaveCountAsync(1);
        await ada.Writer.FillAsync("I have found it: ");
        await _silo.Kill();
        await Assertions.Expect(ada.Page.Locator(".connection")).ToBeVisibleAsync();
        await ada.Look("real-offline");
        await ada.Writer.FillAsync("I have found it: your parcel left today.");
        await ada.Page.Locator(".writer button[type=submit]").ClickAsync();
        await ada.Writer.FillAsync("And one more");
        await _silo.Start();
        await Assertions.Expect(shop.Page.Locator(".message[data-role=agent] .bubble").Last).ToHaveTextAsync("I have found it: your parcel left today.", new() { Timeout = 60_000 });
        await ada.Page.ReloadAsync();
        await Assertions.Expect(ada.Writer).ToHaveValueAsync("And one more");
        await Assertions.Expect(ada.Said.Last).ToHaveTextAsync("I have found it: your parcel left today.");
        Assert.Equal(await shop.Page.Locator(".message[data-seq]").EvaluateAllAsync<string[]>(Numbers), await ada.Page.Locator(".message[data-seq]").EvaluateAllAsync<string[]>(Numbers));
    }

    [SkippableFact]
    public async Task Wall_DraggingAConversationToAnother_GivesItToThem()
    {
        await using var grace = await StaffConsole.Open(browser.Browser, _silo, "grace");
        await using var ben = await StaffConsole.Open(browser.Browser, _silo, "ben");
        await ben.BeOnline();
        await using var shop = await ShopPage.Open(browser.Browser, _silo.Address);
        await shop.Say("I want to talk to a person");
        var (id, _) = await shop.Session();
        await grace.Row(id).WaitForAsync();
        await grace.Go("Team");
        var line = grace.Page.Locator($".wall-line[data-conversation='{id}']");
        await line.DragToAsync(grace.Page.GetByRole(AriaRole.Region, new() { Name = "Ben", Exact = true }));
        await Assertions.Expect(shop.Panel.Locator(".who strong")).ToHaveTextAsync("Ben", new() { Timeout = Patience });
        await ben.Go("Mine");
        await ben.Select(id);
        await grace.Look("real-wall");
        await line.GetByRole(AriaRole.Button, new() { NameRegex = MoveTo() }).ClickAsync();
        await grace.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Ada" }).ClickAsync();
        await Assertions.Expect(shop.Panel.Locator(".who strong")).ToHaveTextAsync("Ada", new() { Timeout = Patience });
        await Assertions.Expect(ben.Page.Locator(".banners")).ToContainTextAsync("Ada has this conversation.");
        await grace.Go("Settings");
        await grace.Part("Saved replies");
        await grace.Page.GetByRole(AriaRole.Button, new() { Name = "New reply" }).ClickAsync();
        await grace.Page.GetByLabel("Title").FillAsync("Greeting");
        await grace.Page.GetByLabel("Shortcut").FillAsync("hi");
        await grace.Page.GetByLabel("Text", new() { Exact = true }).FillAsync("Hello, this is {{agent.name}}.");
        await grace.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Assertions.Expect(grace.Page.Locator(".kept")).ToContainTextAsync(["/hi"]);
        await grace.Look("real-settings");
        await grace.Go("Search");
        await grace.Page.GetByLabel("Words").FillAsync("person");
        await grace.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(grace.Page.Locator(".hits mark")).Not.ToHaveCountAsync(0);
        await grace.Look("real-search");
        grace.AssertNothingRefused();
        ben.AssertNothingRefused();
    }

    [SkippableFact]
    public async Task SetUp_ThenAnInvitation_LetsTheNewAgentIn()
    {
        await using var olga = await StaffConsole.SetUp(browser.Browser, _silo);
        var page = olga.Page;
        await olga.Go("Settings");
        await olga.Part("People");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a person" }).ClickAsync();
        await page.GetByLabel("Name that customers read").FillAsync("Cleo");
        await page.GetByLabel("Mail address").FillAsync("cleo@example.com");
        await page.Keyboard.PressAsync("Enter");
        var link = await page.Locator(".invite .secret").InnerTextAsync();
        await olga.Look("real-people");
        var cleo = await browser.Browser.NewPageAsync();
        await cleo.GotoAsync(link);
        await cleo.GetByLabel("Password").FillAsync("another long password");
        await cleo.Keyboard.PressAsync("Enter");
        await Assertions.Expect(cleo.Locator("button.account b")).ToHaveTextAsync("Cleo");
        await cleo.CloseAsync();
    }

    private const string Numbers = "all => all.map(m => m.dataset.seq)";

    [GeneratedRegex("^Move the conversation", RegexOptions.None, 1_000)]
    private static partial Regex MoveTo();

    /// <summary>Lets the console's claim go only when the other one's is there too.</summary>
    private static Task<IAsyncDisposable> HoldClaim(StaffConsole console, Barrier both) => console.Page.RouteAsync("**/claim", async route =>
    {
        await Task.Run(() => both.SignalAndWait(TimeSpan.FromSeconds(20)));
        await route.ContinueAsync();
    });
}
