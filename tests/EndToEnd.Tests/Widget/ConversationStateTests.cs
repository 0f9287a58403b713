using System.Text.Json.Nodes;
using Microsoft.Playwright;
using SupportPlatform.EndToEnd.Tests.Pages;
using Xunit;

namespace SupportPlatform.EndToEnd.Tests.Widget;

/// <summary>People, forms, ratings and the help.</summary>
public sealed class ConversationStateTests(StateSilo states, BrowserFixture browser) : StateTest(states, browser)
{
    [SkippableFact]
    public async Task HandOver_GoesFromTheQueueToAnAgentAndBack_AndEndsInARating()
    {
        await using var shop = await Open();
        await shop.Say("I want to talk to a person");
        await Assertions.Expect(shop.Page.Locator(".queue")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await Assertions.Expect(shop.Panel.GetByText("We are looking for a person for you")).ToHaveCountAsync(0, new() { Timeout = 20_000 });
        await shop.Keep("queue");
        await shop.Reload();
        await Assertions.Expect(shop.Page.Locator(".queue")).ToBeVisibleAsync();
        var (id, _) = await shop.Session();
        var agent = await Store.Claim(id);
        await Assertions.Expect(shop.Panel.Locator(".who strong")).ToHaveTextAsync("Ada");
        await Assertions.Expect(shop.Page.Locator(".queue")).ToHaveCountAsync(0);
        await agent.Say("Hello, I am Ada. What can I do?");
        await Assertions.Expect(shop.Page.Locator(".message[data-role=agent]")).ToHaveCountAsync(1);
        await shop.Keep("agent");
        await shop.Page.Keyboard.PressAsync("Escape");
        await agent.Say("One more thing: your parcel has left.");
        await Assertions.Expect(shop.Page.Locator(".badge")).ToHaveAttributeAsync("data-count", "1");
        await Assertions.Expect(shop.Page.Locator(".teaser")).ToContainTextAsync("your parcel has left");
        await shop.Keep("unread");
        await shop.Page.Locator(".teaser-text").ClickAsync();
        await Assertions.Expect(shop.Page.Locator(".day.unread")).ToBeVisibleAsync();
        await agent.Leave();
        await Assertions.Expect(shop.Panel).ToContainTextAsync("Ada has left the conversation");
        await Store.Do(id, "resolve", new { });
        await shop.Page.GetByRole(AriaRole.Radio, new() { Name = "4 of 5" }).CheckAsync();
        await shop.Page.GetByLabel("Anything to add?").FillAsync("Quick");
        await shop.Keep("resolved");
        await shop.Page.Locator(".rate .primary").ClickAsync();
        await Assertions.Expect(shop.Panel).ToContainTextAsync("Thank you!");
        await shop.Say("Hello again");
        await Assertions.Expect(shop.Panel).ToContainTextAsync("This conversation was opened again");
        shop.AssertNoErrors();
    }

    [SkippableTheory]
    [InlineData("dark", 1366, "en", "Ada is typing…")]
    [InlineData("phone", 390, "de", "Ada schreibt…")]
    [InlineData("rtl", 1366, "ar", "Ada يكتب…")]
    public async Task Agent_Typing_IsSeenUntilTheMessageIsThere(string look, int width, string locale, string words)
    {
        await using var shop = await Open(look, width, 844, locale);
        await shop.Say("Hello");
        await shop.WaitForAnswers(1);
        var (id, _) = await shop.Session();
        var agent = await Store.Claim(id);
        await using var hub = await Store.StaffHub();
        await hub.Invoke("open", new { conversationId = id, after = 0, agentId = "ada" });
        await hub.Invoke("seeing", new { conversationId = id, state = "typing", agentId = "ada" });
        await Assertions.Expect(shop.Panel.GetByText(words)).ToBeVisibleAsync();
        await Assertions.Expect(shop.Panel.Locator(".choice")).ToHaveCountAsync(0);
        await shop.Keep($"typing-{look}");
        await agent.Say("Hello, I am Ada.");
        await Assertions.Expect(shop.Page.Locator(".message[data-role=agent]")).ToHaveCountAsync(1);
        await Assertions.Expect(shop.Panel.GetByText(words)).ToHaveCountAsync(0);
        await agent.Leave();
    }

    [SkippableFact]
    public async Task Answer_IsRated_AndTheRatingIsKept()
    {
        await using var shop = await Open();
        await shop.Say("How do I descale the K1?");
        await shop.WaitForAnswers(1);
        await shop.Page.GetByLabel("Not helpful").ClickAsync();
        await shop.Page.GetByLabel("What was wrong?").FillAsync("Too long");
        await shop.Page.RunAndWaitForResponseAsync(() => shop.Page.Keyboard.PressAsync("Enter"), "**/ratings");
        await shop.Reload();

        await Assertions.Expect(shop.Page.GetByLabel("Not helpful")).ToHaveAttributeAsync("aria-pressed", "true");
        await shop.Keep("rated");
    }

    [SkippableTheory]
    [InlineData("light", 1366, "en")]
    [InlineData("dark", 1366, "en")]
    [InlineData("phone", 390, "en")]
    [InlineData("rtl", 1366, "ar")]
    public async Task PreChat_RefusedByTheServer_IsAskedAgain_AndLosesNothing(string look, int width, string locale)
    {
        await Store.Change(settings => settings["widget"] = Form(required: false));
        await using var shop = await Open(look, width, 844, locale);
        await Assertions.Expect(shop.Page.Locator(".form .field").First).ToBeFocusedAsync();
        await shop.Page.Locator(".form .primary").ClickAsync();
        await Assertions.Expect(shop.Page.Locator(".form .error")).ToHaveCountAsync(1);
        await shop.Keep($"pre-chat-{look}");
        await shop.Page.Locator(".form .field").First.FillAsync("Ada");
        await shop.Page.Locator(".form .primary").ClickAsync();

        // The store has changed the form while the customer filled it in.
        await Store.Change(settings => settings["widget"] = Form(required: true));
        await shop.Say("Hello");
        await shop.WaitForAnswers(1);
        await Assertions.Expect(shop.Page.Locator(".form .error")).ToHaveCountAsync(1);
        await Assertions.Expect(shop.Page.Locator(".form .field").First).ToHaveValueAsync("Ada");
        await shop.Keep($"form-refused-{look}");
        await shop.Reload();
        await shop.Page.Locator(".form .field").Nth(1).FillAsync("ada@example.com");
        await shop.Page.Locator(".form .primary").ClickAsync();
        await Assertions.Expect(shop.Page.Locator(".form")).ToHaveCountAsync(0);

        using var http = (await Customer(shop)).Http;
        using var again = await http.PostAsync("forms/welcome", new StringContent("""{"values":{}}""", System.Text.Encoding.UTF8, "application/json"));
        Assert.Contains("\"changed\":false", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Form_AskedByStaff_SaysWhatIsWrong_AndIsAnswered()
    {
        await using var shop = await Open();
        await shop.Say("Hello");
        await shop.WaitForAnswers(1);
        var (id, _) = await shop.Session();
        await Store.Do(id, "forms", Form(required: true)["preChat"]!);
        await shop.Page.Locator(".form .field").First.FillAsync("Ada");
        await shop.Page.Locator(".form .primary").ClickAsync();
        await Assertions.Expect(shop.Page.Locator(".form .error")).ToHaveCountAsync(1);
        await shop.Keep("form");
        await shop.Page.Locator(".form .field").Nth(1).FillAsync("ada@example.com");
        await shop.Page.Locator(".form .primary").ClickAsync();

        await Assertions.Expect(shop.Panel).ToContainTextAsync("Thank you, we have that.");
    }

    [SkippableTheory]
    [InlineData("light", 1366)]
    [InlineData("dark", 390)]
    public async Task Help_IsSearched_AndAskedAbout(string look, int width)
    {
        await using var shop = await Open(look, width, 844);
        await shop.Page.GetByRole(AriaRole.Tab, new() { Name = "Help" }).ClickAsync();
        await Assertions.Expect(shop.Page.Locator(".faqs details")).Not.ToHaveCountAsync(0);
        await shop.Page.GetByRole(AriaRole.Searchbox).FillAsync("no such thing");
        await Assertions.Expect(shop.Page.Locator(".faqs .note")).ToBeVisibleAsync();
        await shop.Keep($"help-empty-{look}");
        await shop.Page.GetByRole(AriaRole.Searchbox).FillAsync("delivery");
        var found = shop.Page.Locator(".faqs summary").First;
        var question = await found.InnerTextAsync();
        await found.ClickAsync();
        await shop.Keep($"help-{look}");
        await shop.Page.GetByRole(AriaRole.Button, new() { Name = "Ask about this" }).First.ClickAsync();

        await Assertions.Expect(shop.Page.Locator("#message")).ToHaveValueAsync(question);
        shop.AssertNoErrors();
    }

    private static JsonObject Form(bool required) => new()
    {
        ["preChat"] = JsonNode.Parse($$"""
            {"formId":"welcome","title":"Before we begin","skippable":true,"fields":[
              {"name":"name","label":"Name","type":"text","required":true},{"name":"email","label":"Mail address","type":"email","required":{{(required ? "true" : "false")}}}]}
            """),
    };
}
