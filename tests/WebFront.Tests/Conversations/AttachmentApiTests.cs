using System.Net;
using System.Text;
using System.Text.Json;
using SupportPlatform.Fakes;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.Conversations;

public sealed class AttachmentApiTests : IAsyncLifetime
{
    private FrontHost _front = null!;

    public async Task InitializeAsync() => _front = await FrontHost.Start();

    public async Task DisposeAsync() => await _front.DisposeAsync();

    [Fact]
    public async Task Attachments_FileWithClientId_IsAddedListedServedAndDeleted()
    {
        var (id, token) = await _front.Begin();
        var path = $"/api/conversations/{id}/attachments";
        using var form = Form(("clientAttachmentId", null, "c-1"u8.ToArray()), ("file", "folder\\größe.html", Encoding.UTF8.GetBytes(new string('x', 2_500_000))));

        using var post = await _front.Send(HttpMethod.Post, path, token, form);
        using var list = await _front.Send(HttpMethod.Get, path, token);
        using var content = await _front.Send(HttpMethod.Get, $"{path}/a-0/content?access_token={token}");
        var bytes = await content.Content.ReadAsByteArrayAsync();
        using var stranger = await _front.Send(HttpMethod.Get, $"{path}/a-0/content", _front.TokenFor("somebody-else"));
        using var nobody = await _front.Send(HttpMethod.Get, $"{path}/a-0/content");
        using var delete = await _front.Send(HttpMethod.Delete, $"{path}/a-0", token);
        using var again = await _front.Send(HttpMethod.Delete, $"{path}/a-0", token);

        Assert.Equal(HttpStatusCode.Created, post.StatusCode);
        Assert.Equal("größe.html", (await Json(post)).GetProperty("name").GetString());
        Assert.Equal("c-1", Attachments(id).ClientId);
        Assert.Equal("a-0", (await Json(list)).GetProperty("attachments")[0].GetProperty("attachmentId").GetString());
        Assert.Equal(2_500_000, bytes.Length);
        Assert.Equal("attachment", content.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("größe.html", content.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("application/octet-stream", content.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", Assert.Single(content.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("default-src 'none'; sandbox", Assert.Single(content.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, nobody.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, delete.StatusCode);
        Assert.Equal("attachment_not_found", (await Json(again)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Content_OfAPicture_IsShownByItsOwnType()
    {
        var (id, token) = await _front.Begin();
        Attachments(id).Kind = AttachmentKinds.Image;
        using var post = await _front.Send(HttpMethod.Post, $"/api/conversations/{id}/attachments", token, Form(("file", "a.svg", [1, 2])));

        using var content = await _front.Send(HttpMethod.Get, $"/api/conversations/{id}/attachments/a-0/content", token);

        Assert.Equal("inline", content.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("image/png", content.Content.Headers.ContentType!.MediaType);
        Assert.Equal("default-src 'none'; sandbox", Assert.Single(content.Headers.GetValues("Content-Security-Policy")));
    }

    [Fact]
    public async Task Attachments_WhatIsNoSingleFile_IsRefused()
    {
        var (id, token) = await _front.Begin();
        var path = $"/api/conversations/{id}/attachments";

        using var none = await _front.Send(HttpMethod.Post, path, token, Form(("other", "a.md", [1])));
        using var two = await _front.Send(HttpMethod.Post, path, token, Form(("file", "a.md", [1]), ("file", "b.md", [2])));
        using var large = await _front.Send(HttpMethod.Post, path, token, Form(("file", "a.md", new byte[Limits.AttachmentBytes + 1])));
        using var json = await _front.Send(HttpMethod.Post, path, token, new { file = "a.md" });
        using var cut = await _front.Send(HttpMethod.Post, path, token, new ByteArrayContent("--b\r\nContent-Disp"u8.ToArray())
        {
            Headers = { { "Content-Type", "multipart/form-data; boundary=b" } },
        });

        Assert.Equal((HttpStatusCode.BadRequest, "invalid_request"), await Problem(none));
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_request"), await Problem(two));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "file_too_large"), await Problem(large));
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "unsupported_media_type"), await Problem(json));
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_request"), await Problem(cut));
        Assert.Empty(Attachments(id).All);
        Assert.Equal(0, Attachments(id).Uploads);
    }

    [Fact]
    public async Task Attachments_MoreThanAVisitorMay_AreRefused()
    {
        await using var front = await FrontHost.Start(null, ("RateLimits:AttachmentBurst", "2"), ("RateLimits:AttachmentPerSecond", "1"));
        var (id, token) = await front.Begin();
        var codes = new List<HttpStatusCode>();
        for (var i = 0; i < 4; i++)
        {
            using var post = await front.Send(HttpMethod.Post, $"/api/conversations/{id}/addresses", token, new { url = $"https://shop.example/{i}" });
            codes.Add(post.StatusCode);
        }

        Assert.Equal(HttpStatusCode.Created, codes[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, codes[^1]);
    }

    [Fact]
    public async Task Messages_WithAttachments_AreSentWithThemOverHttpHubAndStream()
    {
        var (id, token) = await _front.Begin();
        await using var hub = await HubClient.Connect(new Uri(_front.Address, "/hubs/chat"), token);
        await hub.Invoke("join", new { conversationId = id, after = 0 });

        using var post = await _front.Send(
            HttpMethod.Post, $"/api/conversations/{id}/messages", token, new { clientMessageId = "1", text = "", attachments = new[] { "a-0", "a-1" } });
        await hub.Invoke("send_message", new { content = "", clientMessageId = "2", attachments = new[] { "a-2" } });

        using var ask = await _front.Send(
            HttpMethod.Post, $"/widget/conversations/{id}/messages/stream", token, new { text = "", clientMessageId = "3", attachments = new[] { "a-3" } });

        Assert.Equal(HttpStatusCode.Accepted, post.StatusCode);
        Assert.Equal(HttpStatusCode.OK, ask.StatusCode);
        Assert.Equal("a-0,a-1", await Sent(hub));
        Assert.Equal("a-2", await Sent(hub));
        Assert.Equal("a-3", await Sent(hub));
    }

    private static async Task<string> Sent(HubClient hub)
    {
        while (true)
        {
            var e = await hub.Next("event");
            if (e.GetProperty("type").GetString() != EventTypes.MessagePosted) continue;
            return string.Join(',', e.GetProperty("data").GetProperty("attachments").EnumerateArray().Select(a => a.GetString()));
        }
    }

    private static MultipartFormDataContent Form(params (string Name, string? File, byte[] Bytes)[] parts)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, file, bytes) in parts)
        {
            if (file is null) form.Add(new ByteArrayContent(bytes), name);
            else form.Add(new ByteArrayContent(bytes), name, file);
        }

        return form;
    }

    private static async Task<(HttpStatusCode Status, string? Code)> Problem(HttpResponseMessage response) =>
        (response.StatusCode, (await Json(response)).GetProperty("code").GetString());

    private static async Task<JsonElement> Json(HttpResponseMessage response) =>
        JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync());

    private FakeAttachments Attachments(string id) =>
        ConversationKey.TryParsePublic(id, out var key) ? _front.Grains.FakeAttachments(key) : throw new FormatException(id);
}
