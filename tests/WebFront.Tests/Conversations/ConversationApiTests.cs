using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using SupportPlatform.Fakes;
using Xunit;

namespace SupportPlatform.Conversations;

public sealed class ConversationApiTests : IAsyncLifetime
{
    private FrontHost _front = null!;

    public async Task InitializeAsync() => _front = await FrontHost.Start();

    public async Task DisposeAsync() => await _front.DisposeAsync();

    [Fact]
    public async Task Start_NoBody_GivesIdTokenAndSeq()
    {
        using var response = await _front.Send(HttpMethod.Post, "/api/stores/demo/conversations");

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var body = await Json(response);
        Assert.Equal(["conversationId", "visitorToken", "seq"], body.EnumerateObject().Select(p => p.Name));
        Assert.StartsWith("demo_", body.GetProperty("conversationId").GetString(), StringComparison.Ordinal);
        Assert.Equal($"/api/conversations/{body.GetProperty("conversationId").GetString()}", response.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Start_WithToken_KeepsTheContact()
    {
        var (id, token) = await _front.Begin();
        using var response = await _front.Send(HttpMethod.Post, "/api/stores/demo/conversations", token, new { locale = "de" });

        var second = (await Json(response)).GetProperty("conversationId").GetString()!;
        Assert.NotEqual(id, second);
        Assert.Equal(_front.Grains.FakeConversation(id).ContactId, _front.Grains.FakeConversation(second).ContactId);
    }

    [Fact]
    public async Task Identify_WithBothTokens_GivesTheConversationToTheContact()
    {
        var (id, visitor) = await _front.Begin();
        var contact = _front.TokenFor("c-42");
        using var taken = await _front.Send(HttpMethod.Post, $"/api/conversations/{id}/contact", contact, new { visitorToken = visitor });
        using var again = await _front.Send(HttpMethod.Post, $"/api/conversations/{id}/contact", contact, new { visitorToken = visitor });
        using var seen = await _front.Send(HttpMethod.Get, $"/api/conversations/{id}", contact);
        using var refused = await _front.Send(HttpMethod.Get, $"/api/conversations/{id}", visitor);

        Assert.Equal((true, false), ((await Json(taken)).GetProperty("changed").GetBoolean(), (await Json(again)).GetProperty("changed").GetBoolean()));
        Assert.Equal(HttpStatusCode.OK, seen.StatusCode);
        await AssertProblem(refused, HttpStatusCode.NotFound, "conversation_not_found");
    }

    [Fact]
    public async Task Identify_WithAForgedOrAnotherVisitorsToken_IsRefused()
    {
        var (id, _) = await _front.Begin();
        var (_, other) = await _front.Begin();
        var contact = _front.TokenFor("c-42");
        using var forged = await _front.Send(HttpMethod.Post, $"/api/conversations/{id}/contact", contact, new { visitorToken = other[..^3] + "abc" });
        using var another = await _front.Send(HttpMethod.Post, $"/api/conversations/{id}/contact", contact, new { visitorToken = other });

        await AssertProblem(forged, HttpStatusCode.Unauthorized, "token_invalid");
        await AssertProblem(another, HttpStatusCode.NotFound, "conversation_not_found");
    }

    [Theory]
    [InlineData(false, HttpStatusCode.Unauthorized, "token_missing")]
    [InlineData(true, HttpStatusCode.Forbidden, "access_denied")]
    public async Task Start_AsSomebodyElse_IsRefused(bool withToken, HttpStatusCode status, string code)
    {
        var token = withToken ? (await _front.Begin()).Token : null;
        using var response = await _front.Send(HttpMethod.Post, "/api/stores/demo/conversations", token, new { contactId = "c-42" });

        await AssertProblem(response, status, code);
    }

    [Fact]
    public async Task Start_WithStoreSignedToken_IsThatContact()
    {
        using var response = await _front.Send(
            HttpMethod.Post, "/api/stores/demo/conversations", _front.TokenFor("c-42"), new { contactId = "c-42" });

        Assert.Equal("c-42", _front.Grains.FakeConversation((await Json(response)).GetProperty("conversationId").GetString()!).ContactId);
    }

    [Theory]
    [InlineData("nowhere", HttpStatusCode.NotFound, "store_not_found")]
    [InlineData("No_Store", HttpStatusCode.BadRequest, "invalid_store_id")]
    public async Task Start_UnknownStore_IsRefused(string store, HttpStatusCode status, string code)
    {
        using var response = await _front.Send(HttpMethod.Post, $"/api/stores/{store}/conversations");
        await AssertProblem(response, status, code);
    }

    [Fact]
    public async Task Post_Message_IsAcceptedOnce()
    {
        var (id, token) = await _front.Begin();
        var body = new { clientMessageId = "m-1", text = "Hello" };
        using var first = await _front.Send(HttpMethod.Post, $"/api/conversations/{id}/messages", token, body);
        using var again = await _front.Send(HttpMethod.Post, $"/api/conversations/{id}/messages", token, body);

        Assert.Equal(HttpStatusCode.Accepted, first.StatusCode);
        Assert.Equal("""{"seq":2,"duplicate":false}""", await first.Content.ReadAsStringAsync());
        Assert.Equal("""{"seq":2,"duplicate":true}""", await again.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("""{"clientMessageId":"m","text":"   "}""", 400, "message_empty")]
    [InlineData("""{"clientMessageId":"m"}""", 400, "invalid_request")]
    [InlineData("""{"clientMessageId":"m","text":null}""", 400, "invalid_request")]
    [InlineData("""{"clientMessageId":"m","text":5}""", 400, "invalid_request")]
    [InlineData("""{"clientMessageId":"m","text":"\ud800"}""", 400, "invalid_request")]
    [InlineData("""nothing""", 400, "invalid_request")]
    [InlineData("", 400, "invalid_request")]
    public async Task Post_UnfitBody_IsRefused(string body, int status, string code)
    {
        var (id, token) = await _front.Begin();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _front.Send(HttpMethod.Post, $"/api/conversations/{id}/messages", token, content);

        await AssertProblem(response, (HttpStatusCode)status, code);
    }

    [Fact]
    public async Task Post_NotJson_IsUnsupported()
    {
        var (id, token) = await _front.Begin();
        using var content = new StringContent("hello", Encoding.UTF8, "text/plain");
        using var response = await _front.Send(HttpMethod.Post, $"/api/conversations/{id}/messages", token, content);

        await AssertProblem(response, HttpStatusCode.UnsupportedMediaType, "unsupported_media_type");
    }

    [Fact]
    public async Task Post_TooLarge_IsRefused()
    {
        var (id, token) = await _front.Begin();
        using var response = await _front.Send(
            HttpMethod.Post, $"/api/conversations/{id}/messages", token, new { clientMessageId = "m", text = new string('x', 300_000) });

        await AssertProblem(response, HttpStatusCode.RequestEntityTooLarge, "request_too_large");
    }

    [Fact]
    public async Task Any_WithoutOrWithBadToken_IsRefusedByItsOwnCode()
    {
        var (id, token) = await _front.Begin();
        var path = $"/api/conversations/{id}";
        using var none = await _front.Send(HttpMethod.Get, path);
        using var bad = await _front.Send(HttpMethod.Get, path, token[..^4] + "AAAA");
        _front.Grains.FakeStore("other").Profile = _front.Grains.FakeStore("demo").Profile;
        using var wrong = await _front.Send(HttpMethod.Get, path, _front.TokenFor("c", "other"));
        using var foreign = await _front.Send(HttpMethod.Get, path, _front.TokenFor("somebody-else"));
        using var malformed = await _front.Send(HttpMethod.Get, "/api/conversations/nonsense", token);

        await AssertProblem(none, HttpStatusCode.Unauthorized, "token_missing");
        await AssertProblem(bad, HttpStatusCode.Unauthorized, "token_invalid");
        await AssertProblem(wrong, HttpStatusCode.Forbidden, "wrong_store");
        await AssertProblem(foreign, HttpStatusCode.NotFound, "conversation_not_found");
        await AssertProblem(malformed, HttpStatusCode.NotFound, "conversation_not_found");
    }

    [Fact]
    public async Task Get_View_NamesTheStatus()
    {
        var (id, token) = await _front.Begin();
        using var response = await _front.Send(HttpMethod.Get, $"/api/conversations/{id}", token);

        var view = await Json(response);
        Assert.Equal("with-agent", view.GetProperty("status").GetString());
        Assert.Equal(id, view.GetProperty("conversationId").GetString());
        Assert.Equal(1, view.GetProperty("lastSeq").GetInt64());
    }

    [Fact]
    public async Task GetMessages_OnlyMessages_RawAndByPages()
    {
        var (id, token) = await _front.Begin();
        var conversation = _front.Grains.FakeConversation(id);
        conversation.Append(EventTypes.MessagePosted, """{"role":"customer","text":"\u0000 \u2028 <b>é</b>"}""");
        conversation.Append(EventTypes.TurnStarted, new { turnId = "t" });
        conversation.Append(EventTypes.NoteAdded, new { text = "secret" });
        conversation.Append(EventTypes.MessagePosted, new { role = "assistant", text = "Hi" });
        using var first = await _front.Send(HttpMethod.Get, $"/api/conversations/{id}/messages?limit=1", token);
        using var second = await _front.Send(HttpMethod.Get, $"/api/conversations/{id}/messages?after=2", token);

        Assert.Equal(
            """{"messages":[{"seq":2,"type":"message-posted","at":"2026-11-21T10:00:01Z","data":{"role":"customer","text":"\u0000 \u2028 <b>é</b>"}}],"through":2,"hasMore":true}""",
            await first.Content.ReadAsStringAsync());
        var page = await Json(second);
        Assert.Equal(5, Assert.Single(page.GetProperty("messages").EnumerateArray()).GetProperty("seq").GetInt64());
        Assert.False(page.GetProperty("hasMore").GetBoolean());
    }

    [Fact]
    public async Task CancelAndResolve_AreCarriedOut()
    {
        var (id, token) = await _front.Begin();
        using var cancel = await _front.Send(HttpMethod.Post, $"/api/conversations/{id}/cancel", token);
        using var resolve = await _front.Send(HttpMethod.Post, $"/api/conversations/{id}/resolve", token);

        Assert.Equal("""{"changed":true}""", await cancel.Content.ReadAsStringAsync());
        Assert.Equal("""{"changed":true}""", await resolve.Content.ReadAsStringAsync());
        Assert.Equal(1, _front.Grains.FakeConversation(id).Cancels);
        Assert.Equal(EventTypes.Resolved, _front.Grains.FakeConversation(id).Events[^1].Type);
    }

    [Fact]
    public async Task Rate_WithAndWithoutMessage_IsCarriedOut()
    {
        var (id, token) = await _front.Begin();
        using var message = await _front.Send(HttpMethod.Post, $"/api/conversations/{id}/ratings", token, new { messageId = "m-1", score = 1, comment = "Wrong." });
        using var whole = await _front.Send(HttpMethod.Post, $"/api/conversations/{id}/ratings", token, new { score = 5 });
        using var nothing = await _front.Send(HttpMethod.Post, $"/api/conversations/{id}/ratings", token, new { });
        using var foreign = await _front.Send(HttpMethod.Post, $"/api/conversations/{id}/ratings", _front.TokenFor("somebody-else"), new { score = 5 });

        Assert.Equal("""{"changed":true}""", await message.Content.ReadAsStringAsync());
        Assert.Equal("""{"changed":true}""", await whole.Content.ReadAsStringAsync());
        Assert.Equal(
            ["""{"messageId":"m-1","score":1,"comment":"Wrong."}""", """{"messageId":null,"score":5,"comment":null}"""],
            _front.Grains.FakeConversation(id).Events.Where(e => e.Type == EventTypes.Rated).Select(e => e.Data));
        await AssertProblem(nothing, HttpStatusCode.BadRequest, "invalid_request");
        await AssertProblem(foreign, HttpStatusCode.NotFound, "conversation_not_found");
    }

    [Theory]
    [InlineData("GET", "/api/nothing", 404, "not_found")]
    [InlineData("DELETE", "/api/stores/demo/conversations", 405, "method_not_allowed")]
    public async Task Any_UnknownAddressOrMethod_IsAProblem(string method, string path, int status, string code)
    {
        using var response = await _front.Send(new HttpMethod(method), path);
        await AssertProblem(response, (HttpStatusCode)status, code);
    }

    internal static async Task AssertProblem(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == response.StatusCode, $"{response.StatusCode}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
    }

    private static async Task<JsonElement> Json(HttpResponseMessage response)
    {
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
