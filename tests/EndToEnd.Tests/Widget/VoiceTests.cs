using Microsoft.Playwright;
using SupportPlatform.EndToEnd.Tests.Pages;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.EndToEnd.Tests.Widget;

/// <summary>A message that is spoken, with the browser's own sounding microphone.</summary>
public sealed class VoiceTests(StateSilo states, BrowserFixture browser) : StateTest(states, browser)
{
    [SkippableTheory]
    [InlineData("light", 1366, "en")]
    [InlineData("dark", 1366, "en")]
    [InlineData("phone", 390, "de")]
    [InlineData("rtl", 1366, "ar")]
    public async Task Voice_IsHeardBack_WrittenDown_AndSent(string look, int width, string locale)
    {
        await using var shop = await Open(look, width, 844, locale);
        await shop.Page.Locator(".quiet:has([data-icon=microphone])").ClickAsync();
        await Assertions.Expect(shop.Page.Locator(".voice time")).ToHaveTextAsync("0:01");
        await shop.Page.WaitForFunctionAsync("document.querySelector('support-widget').shadowRoot.querySelector('meter').value > 0");
        await shop.AssertFits();
        await shop.Keep($"voice-{look}");
        await shop.Page.Locator(".voice .stop").ClickAsync();
        await Assertions.Expect(shop.Page.Locator(".voice audio")).ToBeVisibleAsync();
        await Assertions.Expect(shop.Page.Locator(".voice .primary")).ToBeFocusedAsync();
        await shop.Keep($"voice-done-{look}");
        Model.Enqueue(ModelScript.Error(500));
        await shop.Page.Locator(".voice .primary").ClickAsync();
        await Assertions.Expect(shop.Page.Locator(".voice .error")).ToBeVisibleAsync();
        await shop.AssertFits();
        await shop.Keep($"voice-failed-{look}");
        Model.Enqueue(ModelScript.Says(Question));
        await shop.Page.Locator(".voice .primary").ClickAsync();
        await Assertions.Expect(shop.Page.Locator("#message")).ToHaveValueAsync(Question);
        await Assertions.Expect(shop.Page.Locator("#message")).ToBeFocusedAsync();
        await shop.Page.Keyboard.PressAsync("Enter");

        await shop.WaitForAnswers(1);
    }

    [SkippableFact]
    public async Task Microphone_Denied_IsSaid_AndWritingGoesOn()
    {
        await using var shop = await Open(before: page => page.AddInitScriptAsync(
            "navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('denied', 'NotAllowedError'));"));
        await shop.Page.GetByLabel("Speak your message").ClickAsync();
        await Assertions.Expect(shop.Page.Locator(".voice .error")).ToHaveTextAsync("The microphone cannot be used.");
        await shop.Keep("voice-denied");
        await shop.Page.GetByLabel("Discard the recording").ClickAsync();

        await Assertions.Expect(shop.Page.Locator("#message")).ToBeFocusedAsync();
    }
}
