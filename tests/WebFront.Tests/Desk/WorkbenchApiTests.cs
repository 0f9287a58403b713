using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SupportPlatform.Conversations;
using SupportPlatform.Fakes;
using Xunit;

namespace SupportPlatform.Desk;

public sealed class WorkbenchApiTests : IAsyncLifetime
{
    private FrontHost _front = null!;

    public async Task InitializeAsync() => _front = await FrontHost.Start();

    public async Task DisposeAsync() => await _front.DisposeAsync();

    [Theory]
    [InlineData("canned-replies", """{"shortcut":"hi","title":"Greeting","text":"Hello {{contact.name}}"}""", "shortcut", "hi")]
    [InlineData("macros", """{"name":"Close","actions":[{"action":"reply","value":"Bye"},{"action":"resolve"}]}""", "name", "Close")]
    [InlineData("views", """{"name":"Mine","filter":{"view":"mine","priority":"urgent"},"shared":true}""", "name", "Mine")]
    public async Task Items_PutGetListDelete_GoRound(string path, string body, string property, string value)
    {
        using var put = await Admin(HttpMethod.Put, $"{path}/one", JsonDocument.Parse(body).RootElement);
        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        using var get = await Admin(HttpMethod.Get, $"{path}/one");
        var item = await get.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(("one", value), (item.GetProperty("id").GetString(), item.GetProperty(property).GetString()));
        using var list = await Admin(HttpMethod.Get, path);
        Assert.Equal(1, (await list.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("items").GetArrayLength());
        using var gone = await Admin(HttpMethod.Delete, $"{path}/one");
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        using var missing = await Admin(HttpMethod.Get, $"{path}/one");
        await ConversationApiTests.AssertProblem(missing, HttpStatusCode.NotFound, "item_not_found");
        using var taken = await Admin(HttpMethod.Put, $"{path}/taken", JsonDocument.Parse(body).RootElement);
        await ConversationApiTests.AssertProblem(taken, HttpStatusCode.Conflict, "name_taken");
    }

    [Fact]
    public async Task Search_Parameters_ReachTheGrain()
    {
        using var reply = await Admin(HttpMethod.Get, "conversations/search?q=tea%20po&status=with-agent&contact=c-1&tag=vip&agent=ada&from=2026-11-01T00:00:00Z&limit=999");
        var hit = (await reply.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("hits")[0];
        Assert.Equal("[[2,8]]", hit.GetProperty("marks").GetRawText());
        Assert.Equal("demo_1", hit.GetProperty("line").GetProperty("conversationId").GetString());
        var asked = _front.Grains.FakeSearch.Asked!;
        Assert.Equal(("tea po", ConversationStatus.WithAgent, "c-1", "vip", "ada", 100), (asked.Text, asked.Status, asked.ContactId, asked.Tag, asked.AgentId, asked.Limit));
        using var wrong = await Admin(HttpMethod.Get, "conversations/search?q=tea&status=lost");
        await ConversationApiTests.AssertProblem(wrong, HttpStatusCode.BadRequest, "invalid_request");
        using var none = await Admin(HttpMethod.Get, "conversations/search");
        await ConversationApiTests.AssertProblem(none, HttpStatusCode.BadRequest, "invalid_request");
        using var sla = await Admin(HttpMethod.Get, "conversations/demo_1/sla");
        Assert.Equal("first-response", (await sla.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("clocks")[0].GetProperty("clock").GetString());
    }

    [Fact]
    public async Task Wall_AndExport_AreRead()
    {
        using var wall = await Admin(HttpMethod.Get, "wall");
        var body = await wall.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(2, body.GetProperty("desks")[0].GetProperty("waiting").GetInt32());
        Assert.Equal("ada", body.GetProperty("agents")[0].GetProperty("agentId").GetString());
        using var export = await Admin(HttpMethod.Get, "conversations:export?from=2026-11-01T00:00:00Z");
        var lines = (await export.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal([1, 2], lines.Select(l => JsonDocument.Parse(l).RootElement.GetProperty("event").GetProperty("seq").GetInt32()));
        using var hooks = await Admin(HttpMethod.Get, "webhooks/deliveries");
        Assert.Equal("https://hooks.example/", (await hooks.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("webhooks")[0].GetProperty("url").GetString());
    }

    [Theory]
    [InlineData("GET", "wall")]
    [InlineData("GET", "conversations:export")]
    [InlineData("GET", "webhooks/deliveries")]
    [InlineData("GET", "canned-replies")]
    [InlineData("PUT", "macros/one")]
    [InlineData("DELETE", "views/one")]
    [InlineData("GET", "conversations/search?q=a")]
    [InlineData("GET", "conversations/demo_1/sla")]
    public async Task Workbench_WithAVisitorsToken_IsClosed(string method, string path)
    {
        var (_, token) = await _front.Begin();
        using var reply = await _front.Send(new HttpMethod(method), $"/api/stores/demo/{path}", token, method == "PUT" ? new { name = "a" } : null);
        await ConversationApiTests.AssertProblem(reply, HttpStatusCode.Unauthorized, "token_invalid");
    }

    private Task<HttpResponseMessage> Admin(HttpMethod method, string path, object? body = null) =>
        _front.Send(method, $"/api/stores/demo/{path}", FrontHost.AdminKey, body);
}
