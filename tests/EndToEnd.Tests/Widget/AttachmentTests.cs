using System.Text.Json.Nodes;
using Microsoft.Playwright;
using SupportPlatform.EndToEnd.Tests.Pages;
using Xunit;

namespace SupportPlatform.EndToEnd.Tests.Widget;

/// <summary>Files, pictures, addresses and speech that a customer adds, and what a customer thinks of an answer.</summary>
public sealed class AttachmentTests(SiloFixture fixture, BrowserFixture browser) : IClassFixture<SiloFixture>, IClassFixture<BrowserFixture>
{
    private static readonly byte[] Bytes = new byte[2_000];

    [SkippableFact]
    public async Task Files_AreAddedTakenBackAndSent()
    {
        ScriptedChat? chat = null;
        await using var shop = await ShopPage.Open(browser.Browser, fixture.Silo.Address, before: async page => chat = await ScriptedChat.Serve(page));
        var input = shop.Page.Locator("input[type=file]");
        await input.SetInputFilesAsync([File("leak.png", "image/png")]);
        await Assertions.Expect(shop.Page.Locator(".upload.done")).ToHaveCountAsync(1);
        await input.SetInputFilesAsync([File("invoice.pdf", "application/pdf"), File("empty.txt", "text/plain", [])]);
        await Assertions.Expect(shop.Page.Locator(".upload.done")).ToHaveCountAsync(2);
        await Assertions.Expect(shop.Page.Locator(".upload.failed")).ToContainTextAsync("The file is empty");
        await Assertions.Expect(shop.Page.Locator(".upload img")).ToHaveCountAsync(1);
        await input.SetInputFilesAsync([File("large.bin", "application/octet-stream", new byte[10_000_001])]);
        await Assertions.Expect(shop.Page.Locator(".upload.failed").Last).ToContainTextAsync("Larger than 10 MB");
        await shop.Picture("attachments");
        await Axe.AssertNoViolation(shop.Page);
        await shop.Page.GetByLabel("Remove: large.bin").ClickAsync();
        await shop.Page.GetByLabel("Remove: empty.txt").ClickAsync();
        await input.SetInputFilesAsync([.. Enumerable.Range(0, 4).Select(i => File($"{i}.txt", "text/plain"))]);
        await Assertions.Expect(shop.Page.Locator(".tray .error")).ToHaveTextAsync("No more files can be added now");
        await Assertions.Expect(shop.Page.Locator(".upload.done")).ToHaveCountAsync(5);
        await shop.Page.GetByLabel("Send").ClickAsync();
        await Assertions.Expect(shop.Page.Locator(".tray")).ToHaveCountAsync(0);
        await Assertions.Expect(shop.Own.Locator(".picture img")).ToHaveAttributeAsync("src", new System.Text.RegularExpressions.Regex("/attachments/a1/content\\?access_token=t$", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        chat!.Tell("attachment-processed", new { attachmentId = "a2", status = "failed", code = "extraction_failed" });
        await Assertions.Expect(shop.Own.Locator(".file").First).ToContainTextAsync("Could not be read");
        await shop.Picture("attachments-sent");

        var sent = JsonNode.Parse(Assert.Single(chat.Posted, p => p.Contains("/messages ", StringComparison.Ordinal)).Split(' ', 2)[1])!["attachments"]!.AsArray();
        Assert.Equal(["a1", "a2", "a3", "a4", "a5"], sent.Select(a => a!.GetValue<string>()).Order(StringComparer.Ordinal));
        await Axe.AssertNoViolation(shop.Page);
        shop.AssertNoErrors();
    }

    [SkippableFact]
    public async Task Address_InTheText_IsOfferedAsAPage()
    {
        ScriptedChat? chat = null;
        await using var shop = await ShopPage.Open(browser.Browser, fixture.Silo.Address, before: async page => chat = await ScriptedChat.Serve(page));
        await shop.Page.Locator("#message").FillAsync("What about https://kestrel.example/k1?");
        await shop.Page.Locator(".page-card").ClickAsync();
        await Assertions.Expect(shop.Page.Locator(".upload.done")).ToContainTextAsync("https://kestrel.example/k1");
        await Assertions.Expect(shop.Page.Locator(".page-card")).ToHaveCountAsync(0);

        Assert.Contains(chat!.Posted, p => p.Contains("/addresses", StringComparison.Ordinal) && p.Contains("\"url\":\"https://kestrel.example/k1\"", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task Thumbs_AreSent_AndADownAsksWhy()
    {
        ScriptedChat? chat = null;
        await using var shop = await ShopPage.Open(browser.Browser, fixture.Silo.Address, before: async page => chat = await ScriptedChat.Serve(page));
        await shop.Say("Hello");
        await Assertions.Expect(shop.Page.Locator(".pill.online")).ToBeVisibleAsync();
        chat!.Say("assistant", "Hello.", new { messageId = "m7" });
        await shop.Page.GetByLabel("Not helpful").ClickAsync();
        await shop.Page.GetByLabel("What was wrong?").FillAsync("Too short");
        await shop.Picture("thumb-down");
        await Axe.AssertNoViolation(shop.Page);
        await shop.Page.RunAndWaitForResponseAsync(() => shop.Page.Keyboard.PressAsync("Enter"), "**/ratings");
        await Assertions.Expect(shop.Page.Locator(".why")).ToHaveCountAsync(0);

        await Assertions.Expect(shop.Page.GetByLabel("Not helpful")).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.Contains(chat.Posted, p => p.EndsWith("{\"messageId\":\"m7\",\"score\":1,\"comment\":\"Too short\"}", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task Voice_IsHeardBackAndWrittenDown()
    {
        await using var shop = await ShopPage.Open(
            browser.Browser, fixture.Silo.Address, before: page => ScriptedChat.Serve(page, new { features = new { transcription = true } }));
        await shop.Page.GetByLabel("Speak your message").ClickAsync();
        await Assertions.Expect(shop.Page.Locator(".voice time")).ToHaveTextAsync("0:01");
        await shop.Picture("voice");
        await Axe.AssertNoViolation(shop.Page);
        await shop.Page.GetByLabel("Stop recording").ClickAsync();
        await Assertions.Expect(shop.Page.Locator(".voice audio")).ToBeVisibleAsync();
        await shop.Picture("voice-done");
        await shop.Page.GetByRole(AriaRole.Button, new() { Name = "Use as text" }).ClickAsync();

        await Assertions.Expect(shop.Page.Locator("#message")).ToHaveValueAsync("How do I descale it?");
        shop.AssertNoErrors();
    }

    private static FilePayload File(string name, string type, byte[]? bytes = null) => new() { Name = name, MimeType = type, Buffer = bytes ?? Bytes };
}
