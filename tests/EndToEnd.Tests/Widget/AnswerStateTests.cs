using Microsoft.Playwright;
using SupportPlatform.EndToEnd.Tests.Pages;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.EndToEnd.Tests.Widget;

/// <summary>An answer from its first moment to its sources, and a model that is down.</summary>
public sealed class AnswerStateTests(StateSilo states, BrowserFixture browser) : StateTest(states, browser)
{
    private const string Answer = "Put **one sachet** into a litre of water [1].\n\n1. Fill the tank.\n2. Press `clean`.\n\n| Part | Time |\n|---|---|\n| Tank | 5 min |\n";

    [SkippableTheory]
    [InlineData("light", 1366, 850, "en")]
    [InlineData("dark", 1366, 850, "en")]
    [InlineData("phone", 390, 844, "en")]
    [InlineData("rtl", 1366, 850, "he")]
    public async Task Answer_GoesFromLookingUpToSources(string look, int width, int height, string locale)
    {
        var (found, written) = (new TaskCompletionSource(), new TaskCompletionSource());
        Model.EmbeddingGate = found.Task;
        Model.Enqueue(ModelScript.Says(Answer) with { StallAfter = 7, Gate = written.Task });
        await using var shop = await Open(look, width, height, locale);
        await shop.Say(Question);
        await Assertions.Expect(shop.Page.Locator(".thinking")).ToHaveTextAsync(locale == "he" ? "מחפשים את התשובה" : "Looking it up");
        await shop.Keep($"retrieving-{look}");
        found.SetResult();
        await Assertions.Expect(shop.Live).ToContainTextAsync("litre of");
        await shop.Keep($"streaming-{look}");
        written.SetResult();
        await shop.WaitForAnswers(1);
        await shop.Page.Locator("button.cite").First.ClickAsync();
        await Assertions.Expect(shop.Page.Locator(".passage blockquote")).Not.ToBeEmptyAsync();
        await shop.AssertFits();
        await shop.Keep($"sources-{look}");
        shop.AssertNoErrors();
    }

    [SkippableFact]
    public async Task Answer_WithReducedMotion_MovesNothing()
    {
        var written = new TaskCompletionSource();
        Model.Enqueue(ModelScript.Says(Answer) with { StallAfter = 7, Gate = written.Task });
        await using var shop = await Open(before: page => page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce }));
        await shop.Say(Question);
        await Assertions.Expect(shop.Live).ToContainTextAsync("litre of");
        await shop.Keep("streaming-still");
        Assert.Equal(0, await shop.Page.EvaluateAsync<int>("document.querySelector('support-widget').shadowRoot.getAnimations().length"));
        written.SetResult();

        await shop.WaitForAnswers(1);
    }

    [SkippableFact]
    public async Task Answer_IsReadOutBySentences()
    {
        var written = new TaskCompletionSource();
        Model.Enqueue(ModelScript.Says("It takes two days. And then it is there [1].") with { StallAfter = 6, Gate = written.Task });
        await using var shop = await Open();
        await shop.Say(Question);
        var log = shop.Page.Locator("support-widget [role=log]");
        await Assertions.Expect(log).ToHaveTextAsync("It takes two days.");
        written.SetResult();

        await Assertions.Expect(log.Locator("p")).ToHaveTextAsync(["It takes two days.", "And then it is there."]);
    }

    [SkippableFact]
    public async Task Stop_EndsTheAnswer_AndTheChatGoesOn()
    {
        var never = new TaskCompletionSource();
        Model.Enqueue(ModelScript.Says(Answer) with { StallAfter = 7, Gate = never.Task });
        await using var shop = await Open();
        await shop.Say(Question);
        await Assertions.Expect(shop.Live).ToContainTextAsync("litre of");
        await shop.Page.GetByLabel("Stop the answer").ClickAsync();
        await Assertions.Expect(shop.Page.Locator(".message.live")).ToHaveCountAsync(0);
        await Assertions.Expect(shop.Panel).ToContainTextAsync("The answer was stopped");
        await shop.Keep("stopped");
        await shop.Page.GetByRole(AriaRole.Button, new() { Name = "Ask again" }).ClickAsync();
        await shop.WaitForAnswers(1);
        await Assertions.Expect(shop.Own).ToContainTextAsync([Question, Question]);

        shop.AssertNoErrors();
    }

    [SkippableTheory]
    [InlineData("light", 1366)]
    [InlineData("phone", 390)]
    public async Task UnclearQuestion_IsAskedBack_AndAClickAnswers(string look, int width)
    {
        await using var shop = await Open(look, width, 844);
        await shop.Say("descaling");
        await shop.WaitForAnswers(1);
        var choices = shop.Panel.Locator(".choices .choice:not(.person)");
        await Assertions.Expect(choices).Not.ToHaveCountAsync(0);
        await shop.Keep($"clarifying-{look}");
        var choice = await choices.First.InnerTextAsync();
        await choices.First.ClickAsync();
        await shop.WaitForAnswers(2);

        await Assertions.Expect(shop.Own.Last.Locator(".bubble")).ToHaveTextAsync(choice);
    }

    [SkippableTheory]
    [InlineData("light", 1366, "en")]
    [InlineData("dark", 1366, "en")]
    [InlineData("phone", 390, "en")]
    [InlineData("rtl", 1366, "ar")]
    public async Task ModelDown_IsAnsweredFromTheDocumentsAlone(string look, int width, string locale)
    {
        Model.Otherwise = ModelScript.Error(500);
        await using var shop = await Open(look, width, 844, locale);
        await shop.Say(Question);
        await shop.WaitForAnswers(1);

        await Assertions.Expect(shop.Answers.First.Locator(".sources")).ToBeVisibleAsync();
        await Assertions.Expect(shop.Panel.Locator(".note.warning")).ToHaveCountAsync(0);
        await shop.Keep($"model-down-{look}");
        shop.AssertNoErrors();
    }
}
