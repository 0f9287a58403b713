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

    [Fact]
    public async Task FaqsImport_BrokenLines_DoNotStopTheGoodOnes()
    {
        var lines = """
            {"id":"a","question":"A?","answer":"1"}
            not json
            {"faq_id":"b","question":"B?","variants":["b"],"answer":"2"}

            {"id":"a","question":"A again?","answer":"3"}
            {"id":"c","question":"C?"}
            [1]
            {"id":"d","question":null,"answer":"4"}
            {"question":"E?","answer":"5"}
            """;
        using var dry = await _front.Send(HttpMethod.Post, Faqs + ":import?dryRun=true", FrontHost.AdminKey, new StringContent(lines));
        Assert.Empty(_front.Grains.FakeFaqs.All);
        using var real = await _front.Send(HttpMethod.Post, Faqs + ":import", FrontHost.AdminKey, new StringContent(lines));
        using var export = await _front.Send(HttpMethod.Get, Faqs + ":export", FrontHost.AdminKey);

        foreach (var report in new[] { await Json(dry), await Json(real) })
        {
            Assert.Equal((3, 5), (report.GetProperty("added").GetInt32(), report.GetProperty("rejected").GetInt32()));
            Assert.Equal(
                ["2 invalid_json", "5 duplicate_id", "6 invalid_json", "7 invalid_json", "8 invalid_json"],
                report.GetProperty("problems").EnumerateArray().Select(p => $"{p.GetProperty("line")} {p.GetProperty("code").GetString()}"));
        }

        var exported = (await export.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["E?", "a", "b"], exported.Select(l => JsonDocument.Parse(l).RootElement.GetProperty("id").GetString()));
        Assert.Contains("\"variants\":[\"b\"]", exported[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task FaqsImport_TooManyLines_TakesThoseAllowedAndSaysSo()
    {
        var lines = string.Join('\n', Enumerable.Range(1, 10_001).Select(i => $$"""{"id":"f{{i}}","question":"Q{{i}}?","answer":"A"}"""));
        using var response = await _front.Send(HttpMethod.Post, Faqs + ":import", FrontHost.AdminKey, new StringContent(lines));

        var report = await Json(response);
        Assert.Equal((10_000, 1), (report.GetProperty("added").GetInt32(), report.GetProperty("rejected").GetInt32()));
        Assert.Equal(10_000, _front.Grains.FakeFaqs.All.Count);
    }

    [Fact]
    public async Task PagesAndArticles_CreateAndRead_RoundTrip()
    {
        using var page = await _front.Send(HttpMethod.Post, "/api/stores/demo/pages", FrontHost.AdminKey, new { url = "https://shop.example/help" });
        using var pages = await _front.Send(HttpMethod.Get, "/api/stores/demo/pages", FrontHost.AdminKey);
        using var article = await _front.Send(
            HttpMethod.Post, "/api/stores/demo/articles", FrontHost.AdminKey, new { id = "care", title = "Care", body = new string('é', 190_000), state = "draft" });
        using var read = await _front.Send(HttpMethod.Get, "/api/stores/demo/articles/care", FrontHost.AdminKey);

        Assert.Equal(HttpStatusCode.Accepted, page.StatusCode);
        Assert.Equal("https://shop.example/help", (await Json(pages)).GetProperty("items")[0].GetProperty("name").GetString());
        Assert.Equal(HttpStatusCode.Created, article.StatusCode);
        Assert.Equal("draft", (await Json(read)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task Instructions_EveryOperation_IsThere()
    {
        const string Instructions = "/api/stores/demo/instructions";
        using var put = await _front.Send(HttpMethod.Put, Instructions + "/polite", FrontHost.AdminKey, new { type = "tone", text = "Be polite." });
        using var versions = await _front.Send(HttpMethod.Get, Instructions + "/polite/versions", FrontHost.AdminKey);
        using var import = await _front.Send(
            HttpMethod.Post, Instructions + ":import", FrontHost.AdminKey, new StringContent("""{"id":"short","type":"tone","text":"Be short."}"""));
        using var export = await _front.Send(HttpMethod.Get, Instructions + ":export", FrontHost.AdminKey);
        using var preview = await _front.Send(HttpMethod.Post, Instructions + ":preview", FrontHost.AdminKey, new { text = "Hello?" });
        using var test = await _front.Send(
            HttpMethod.Post, Instructions + ":test", FrontHost.AdminKey, new { messages = new[] { "Hello?" }, draft = new { type = "tone", text = "Sing." } });
        using var delete = await _front.Send(HttpMethod.Delete, Instructions + "/polite", FrontHost.AdminKey);
        using var gone = await _front.Send(HttpMethod.Get, Instructions + "/polite", FrontHost.AdminKey);

        Assert.Equal("Be polite.", (await Json(put)).GetProperty("text").GetString());
        Assert.Equal("+ polite", (await Json(versions)).GetProperty("items")[0].GetProperty("diff")[0].GetString());
        Assert.Equal(1, (await Json(import)).GetProperty("added").GetInt32());
        Assert.Equal(2, (await export.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal("Hello?", (await Json(preview)).GetProperty("messages")[0].GetProperty("text").GetString());
        Assert.Equal("Sing.", (await Json(test)).GetProperty("rows")[0].GetProperty("draft").GetProperty("answer").GetString());
        Assert.Equal(HttpStatusCode.NoContent, delete.StatusCode);
        await ConversationApiTests.AssertProblem(gone, HttpStatusCode.NotFound, "source_not_found");
    }

    [Theory]
    [InlineData("POST", "/api/stores/demo/instructions")]
    [InlineData("POST", "/api/stores/demo/instructions:preview")]
    [InlineData("POST", "/api/stores/demo/pages")]
    [InlineData("POST", "/api/stores/demo/articles")]
    [InlineData("POST", Faqs + ":import")]
    [InlineData("GET", Faqs + ":export")]
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
