using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Playwright;
using SupportPlatform.EndToEnd.Tests.Pages;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.EndToEnd.Tests.Widget;

/// <summary>Files, pictures and addresses that a customer adds.</summary>
public sealed class AttachmentTests(StateSilo states, BrowserFixture browser) : StateTest(states, browser)
{
    private static readonly byte[] BrokenPdf = Encoding.ASCII.GetBytes("%PDF-1.4\nThis is none.");

    [SkippableTheory]
    [InlineData("light", 1366, "en")]
    [InlineData("dark", 1366, "en")]
    [InlineData("phone", 390, "en")]
    [InlineData("rtl", 1366, "ar")]
    public async Task Files_AreAddedRefusedTakenBackAndSent(string look, int width, string locale)
    {
        await using var shop = await Open(look, width, 844, locale);
        var picture = await shop.Page.ScreenshotAsync(new() { Clip = new() { Width = 300, Height = 200 } });
        await shop.Page.Locator("#message").FillAsync("See what I mean");
        await Add(shop, File("leak.png", "image/png", picture), File("notes.txt", "text/plain", "The pump hums."u8.ToArray()), File("scan.pdf", "application/pdf", BrokenPdf));
        await Assertions.Expect(shop.Page.Locator(".upload.done")).ToHaveCountAsync(3);
        await Assertions.Expect(shop.Page.Locator(".upload img")).ToHaveCountAsync(1);
        await Assertions.Expect(Upload(shop, "scan.pdf").Locator("small")).ToContainTextAsync(locale == "ar" ? "تعذّرت القراءة" : "Could not be read", new() { Timeout = 30_000 });
        await Add(shop, File("empty.txt", "text/plain", []), File("large.bin", "application/octet-stream", new byte[10_000_001]));
        await Assertions.Expect(shop.Page.Locator(".upload.failed")).ToHaveCountAsync(2);
        await Add(shop, File("one-more.txt", "text/plain", [65]));
        await Assertions.Expect(shop.Page.Locator(".tray .error")).ToBeVisibleAsync();
        await shop.AssertFits();
        await shop.Keep($"attachments-{look}");
        await Assertions.Expect(shop.Page.Locator("#message")).ToHaveValueAsync("See what I mean");
        foreach (var name in new[] { "empty.txt", "large.bin", "scan.pdf" }) await Upload(shop, name).Locator("button").ClickAsync();
        await Add(shop, File("broken.png", "image/png", picture[..20]));
        await Assertions.Expect(shop.Page.Locator(".upload.failed")).ToHaveCountAsync(1);
        await Assertions.Expect(shop.Page.Locator("#message")).ToHaveValueAsync("See what I mean");
        await Upload(shop, "broken.png").Locator("button").ClickAsync();
        await shop.Page.Locator(".composer .round").ClickAsync();
        await Assertions.Expect(shop.Page.Locator(".tray")).ToHaveCountAsync(0);
        await shop.WaitForAnswers(1);
        await Assertions.Expect(shop.Own.Locator(".picture img")).ToHaveJSPropertyAsync("naturalWidth", 300);
        await Assertions.Expect(shop.Own.Locator(".file")).ToContainTextAsync("notes.txt");
        await shop.Keep($"attachments-sent-{look}");

        using var http = (await Customer(shop)).Http;
        var kept = (await http.GetFromJsonAsync<JsonElement>("attachments")).GetProperty("attachments").EnumerateArray();
        Assert.Equal(["leak.png", "notes.txt"], kept.Select(a => a.GetProperty("name").GetString()).Order(StringComparer.Ordinal));
    }

    [SkippableFact]
    public async Task Upload_ShowsHowFarItIs_IsCancelled_AndTriedAgainAfterAFailure()
    {
        await using var shop = await Open();
        await shop.Say("Hello");
        await shop.WaitForAnswers(1);
        await shop.Page.Locator("#message").FillAsync("Please look at this");
        await Throttle(shop, 300_000);
        await Add(shop, File("film.bin", "application/octet-stream", new byte[8_000_000]));
        await Assertions.Expect(shop.Page.Locator(".upload.uploading small")).Not.ToHaveTextAsync("Uploading: 0%");
        await Assertions.Expect(shop.Page.GetByLabel("Send", new() { Exact = true })).ToBeDisabledAsync();
        await shop.Keep("uploading");
        await shop.Page.GetByLabel("Cancel: film.bin").ClickAsync();
        await Assertions.Expect(shop.Page.Locator(".tray")).ToHaveCountAsync(0);
        await Throttle(shop, -1);
        var failures = 0;
        await shop.Page.RouteAsync("**/attachments", route => failures++ == 0 ? route.AbortAsync() : route.ContinueAsync());
        await Add(shop, File("notes.txt", "text/plain", "The pump hums."u8.ToArray()));
        await Assertions.Expect(shop.Page.Locator(".upload.failed")).ToContainTextAsync("The upload failed");
        await shop.Keep("upload-failed");
        await shop.Page.Locator(".upload").GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Assertions.Expect(shop.Page.Locator(".upload.done")).ToHaveCountAsync(1);

        await Assertions.Expect(shop.Page.Locator("#message")).ToHaveValueAsync("Please look at this");
    }

    [SkippableFact]
    public async Task Manuals_SentAtOnce_AreSeenToBeRead()
    {
        var folder = DataSets.Require("kb_products");
        await using var shop = await Open();
        await Add(shop, [.. Directory.GetFiles(folder, "*.pdf").Select(path => File(Path.GetFileName(path), "application/pdf", System.IO.File.ReadAllBytes(path)))]);
        await Assertions.Expect(shop.Page.Locator(".upload.done")).ToHaveCountAsync(4);
        await shop.Say("Which battery goes into the helmet light of the Trailblazer?");
        await Assertions.Expect(shop.Page.Locator(".thinking")).ToHaveTextAsync("Reading what you sent");
        await shop.Keep("reading");
        await shop.WaitForAnswers(1);

        await Assertions.Expect(shop.Own.Locator(".file.ready")).ToHaveCountAsync(4, new() { Timeout = 30_000 });
    }

    [SkippableFact]
    public async Task Message_WhoseAttachmentIsGone_KeepsItsText()
    {
        await using var shop = await Open();
        await shop.Say("Hello");
        await shop.WaitForAnswers(1);
        await Add(shop, File("notes.txt", "text/plain", "The pump hums."u8.ToArray()));
        await Assertions.Expect(shop.Page.Locator(".upload.done")).ToHaveCountAsync(1);

        // Another tab takes it back.
        using var http = (await Customer(shop)).Http;
        var attachment = (await http.GetFromJsonAsync<JsonElement>("attachments")).GetProperty("attachments")[0].GetProperty("attachmentId").GetString();
        using var deleted = await http.DeleteAsync(new Uri($"attachments/{attachment}", UriKind.Relative));
        Assert.True(deleted.IsSuccessStatusCode);
        await shop.Say("What is wrong with my pump?");
        await Assertions.Expect(shop.Panel.GetByRole(AriaRole.Alert)).ToContainTextAsync("could not be sent along");
        await shop.Keep("attachment-refused");
        await shop.Page.Locator("#message").FillAsync("Also,");
        await shop.Page.GetByRole(AriaRole.Button, new() { Name = "Edit" }).ClickAsync();
        await Assertions.Expect(shop.Page.Locator("#message")).ToHaveValueAsync("Also,\nWhat is wrong with my pump?");
        await shop.Page.Keyboard.PressAsync("Enter");

        await shop.WaitForAnswers(2);
        await Assertions.Expect(shop.Own).ToHaveCountAsync(2);
    }

    [SkippableFact]
    public async Task Address_InTheText_IsOfferedAsAPage()
    {
        const string page = "https://kestrel.example/k1";
        await using var shop = await Open();
        await shop.Page.Locator("#message").FillAsync($"What about {page}?");
        await shop.Keep("page-offered");
        await shop.Page.Locator(".page-card").ClickAsync();
        await Assertions.Expect(shop.Page.Locator(".upload.done")).ToContainTextAsync(page);
        await Assertions.Expect(shop.Page.Locator(".page-card")).ToHaveCountAsync(0);
        await shop.Page.GetByLabel("Send", new() { Exact = true }).ClickAsync();

        await Assertions.Expect(shop.Own.Locator("a.file")).ToHaveAttributeAsync("href", page);
    }

    /// <summary>Lets so many bytes a second go out; -1 for as many as can.</summary>
    private static async Task Throttle(ShopPage shop, int bytes)
    {
        var page = await shop.Page.Context.NewCDPSessionAsync(shop.Page);
        await page.SendAsync("Network.enable");
        await page.SendAsync("Network.emulateNetworkConditions", new() { ["offline"] = false, ["latency"] = 0, ["downloadThroughput"] = -1, ["uploadThroughput"] = bytes });
    }

    private static Task Add(ShopPage shop, params FilePayload[] files) => shop.Page.Locator("input[type=file]").SetInputFilesAsync(files);

    private static ILocator Upload(ShopPage shop, string name) => shop.Page.Locator(".upload", new() { HasText = name });

    private static FilePayload File(string name, string type, byte[] bytes) => new() { Name = name, MimeType = type, Buffer = bytes };
}
