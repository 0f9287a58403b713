using System.Net;
using System.Text;
using System.Text.Json;
using SupportPlatform.Conversations;
using SupportPlatform.Fakes;
using Xunit;

namespace SupportPlatform.Knowledge;

public sealed class SourcesApiTests : IAsyncLifetime
{
    private const string Documents = "/api/stores/demo/documents";
    private const string Faqs = "/api/stores/demo/faqs";

    private FrontHost _front = null!;

    public async Task InitializeAsync() => _front = await FrontHost.Start();

    public async Task DisposeAsync() => await _front.DisposeAsync();

    [Fact]
    public async Task Documents_SeveralFiles_AreAddedListedAndDeleted()
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("a note"), "note" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes("# One")), "file", "one.md" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(new string('x', 2_500_000))), "file", "folder\\größe.txt" },
        };
        using var post = await _front.Send(HttpMethod.Post, Documents, FrontHost.AdminKey, form);
        using var list = await _front.Send(HttpMethod.Get, Documents + "?limit=10", FrontHost.AdminKey);
        using var delete = await _front.Send(HttpMethod.Delete, Documents + "/doc-0", FrontHost.AdminKey);
        using var again = await _front.Send(HttpMethod.Delete, Documents + "/doc-0", FrontHost.AdminKey);

        Assert.Equal(HttpStatusCode.Accepted, post.StatusCode);
        var items = (await Json(list)).GetProperty("items");
        Assert.Equal(["one.md", "größe.txt"], items.EnumerateArray().Select(i => i.GetProperty("name").GetString()));
        Assert.Equal(2_500_000, _front.Grains.FakeSources.Texts["größe.txt"].Length);
        Assert.Equal(4, _front.Grains.FakeSources.Pieces);
        Assert.Equal(HttpStatusCode.NoContent, delete.StatusCode);
        await ConversationApiTests.AssertProblem(again, HttpStatusCode.NotFound, "source_not_found");
    }

    [Fact]
    public async Task Documents_WhatIsNoUpload_IsRefused()
    {
        using var json = await _front.Send(HttpMethod.Post, Documents, FrontHost.AdminKey, new { name = "x" });
        using var none = await _front.Send(HttpMethod.Post, Documents, FrontHost.AdminKey, new MultipartFormDataContent { { new StringContent("x"), "note" } });
        using var empty = await _front.Send(
            HttpMethod.Post, Documents, FrontHost.AdminKey, new MultipartFormDataContent { { new ByteArrayContent([]), "file", "empty.md" } });
        var torn = new StringContent("--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.md\"\r\n\r\n# He", Encoding.UTF8);
        torn.Headers.ContentType = new System.Net.Http.Headers.MediaTypeHeaderValue("multipart/form-data") { Parameters = { new("boundary", "b") } };
        using var cut = await _front.Send(HttpMethod.Post, Documents, FrontHost.AdminKey, torn);
        using var store = await _front.Send(HttpMethod.Post, "/api/stores/none/documents", FrontHost.AdminKey, new MultipartFormDataContent { { new ByteArrayContent([1]), "file", "a.md" } });

        await ConversationApiTests.AssertProblem(json, HttpStatusCode.UnsupportedMediaType, "unsupported_media_type");
        await ConversationApiTests.AssertProblem(none, HttpStatusCode.BadRequest, "invalid_request");
        await ConversationApiTests.AssertProblem(empty, HttpStatusCode.BadRequest, "file_empty");
        await ConversationApiTests.AssertProblem(cut, HttpStatusCode.BadRequest, "invalid_request");
        await ConversationApiTests.AssertProblem(store, HttpStatusCode.NotFound, "store_not_found");
        Assert.Empty(_front.Grains.FakeSources.All);
    }

    [Fact]
    public async Task Faqs_CreateReadUpdateDelete_RoundTrip()
    {
        var entry = new { id = "gift", question = "Do you wrap gifts?", answer = "Yes.", variants = new[] { "gift wrap" }, category = "Orders" };
        using var post = await _front.Send(HttpMethod.Post, Faqs, FrontHost.AdminKey, entry);
        using var twice = await _front.Send(HttpMethod.Post, Faqs, FrontHost.AdminKey, entry);
        using var put = await _front.Send(HttpMethod.Put, Faqs + "/gift", FrontHost.AdminKey, new { question = "Gifts?", answer = "For free." });
        using var get = await _front.Send(HttpMethod.Get, Faqs + "/gift", FrontHost.AdminKey);
        using var list = await _front.Send(HttpMethod.Get, Faqs + "?limit=1", FrontHost.AdminKey);

        Assert.Equal(HttpStatusCode.Created, post.StatusCode);
        Assert.Equal("/api/stores/demo/faqs/gift", post.Headers.Location?.OriginalString);
        await ConversationApiTests.AssertProblem(twice, HttpStatusCode.Conflict, "source_exists");
        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        Assert.Equal("For free.", (await Json(get)).GetProperty("answer").GetString());
        Assert.Equal("gift", (await Json(list)).GetProperty("next").GetString());
    }

    [Theory]
    [InlineData("POST", Documents)]
    [InlineData("GET", Documents)]
    [InlineData("DELETE", Documents + "/doc-0")]
    [InlineData("POST", Faqs)]
    [InlineData("GET", Faqs)]
    [InlineData("PUT", Faqs + "/gift")]
    [InlineData("DELETE", Faqs + "/gift")]
    public async Task Administration_WithoutTheKey_IsClosed(string method, string path)
    {
        var (_, visitor) = await _front.Begin();
        using var none = await _front.Send(new HttpMethod(method), path);
        using var wrong = await _front.Send(new HttpMethod(method), path, visitor);

        await ConversationApiTests.AssertProblem(none, HttpStatusCode.Unauthorized, "token_missing");
        await ConversationApiTests.AssertProblem(wrong, HttpStatusCode.Unauthorized, "token_invalid");
    }

    private static async Task<JsonElement> Json(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
}
