using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SupportPlatform.Fakes;
using Xunit;

namespace SupportPlatform.Conversations;

public sealed class FloorApiTests : IAsyncLifetime
{
    private FrontHost _front = null!;

    public async Task InitializeAsync() => _front = await FrontHost.Start();

    public async Task DisposeAsync() => await _front.DisposeAsync();

    [Theory]
    [InlineData("transfer", """{"desk":"returns","note":"Angry.","by":{"agentId":"ada","name":"Ada"}}""", nameof(TransferConversation))]
    [InlineData("reopen", "", nameof(ReopenConversation))]
    [InlineData("reopen", """{"by":{"agentId":"ada","name":"Ada"}}""", nameof(ReopenConversation))]
    [InlineData("snooze", """{"until":"2027-01-01T10:00:00Z"}""", nameof(SnoozeConversation))]
    [InlineData("spam", """{"isSpam":true}""", nameof(MarkSpam))]
    [InlineData("tags", """{"add":["vip"],"remove":[]}""", nameof(TagConversation))]
    [InlineData("priority", """{"priority":"urgent"}""", nameof(SetPriority))]
    public async Task Command_ByStaff_ReachesTheConversation(string action, string body, string command)
    {
        var (id, token) = await _front.Begin();
        using var refused = await Do($"/api/conversations/{id}/{action}", token, body);
        await ConversationApiTests.AssertProblem(refused, HttpStatusCode.Unauthorized, "token_invalid");
        using var reply = await Do($"/api/conversations/{id}/{action}", FrontHost.AdminKey, body);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.True((await reply.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("changed").GetBoolean());
        Assert.Equal(command, Assert.Single(_front.Grains.FakeConversation(id).Commands).Command.GetType().Name);
    }

    [Fact]
    public async Task Assign_GoesThroughTheAgent()
    {
        var (id, _) = await _front.Begin();
        using var nobody = await Do($"/api/conversations/{id}/assign", FrontHost.AdminKey, """{"agentId":"ada"}""");
        await ConversationApiTests.AssertProblem(nobody, HttpStatusCode.NotFound, "agent_not_found");
        using var put = await _front.Send(HttpMethod.Put, "/api/stores/demo/agents/ada", FrontHost.AdminKey, new { name = "Ada" });
        using var reply = await Do($"/api/conversations/{id}/assign", FrontHost.AdminKey, """{"agentId":"ada"}""");
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal("ada", Assert.IsType<TransferConversation>(Assert.Single(_front.Grains.FakeConversation(id).Commands).Command).AgentId);
    }

    [Fact]
    public async Task Bulk_HasAResultForEach()
    {
        var (first, _) = await _front.Begin();
        var (second, _) = await _front.Begin();
        var other = "other_" + first["demo_".Length..];
        var body = JsonSerializer.Serialize(new { conversationIds = new[] { first, other, second, "nonsense" }, action = "tag", value = "vip" });
        using var reply = await Do("/api/stores/demo/conversations:bulk", FrontHost.AdminKey, body);
        var results = (await reply.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("results").EnumerateArray().ToList();
        Assert.Equal([true, false, true, false], results.Select(r => r.GetProperty("changed").GetBoolean()));
        Assert.Equal("conversation_not_found", results[1].GetProperty("code").GetString());
        Assert.Equal("vip", Assert.Single(Assert.IsType<TagConversation>(_front.Grains.FakeConversation(second).Commands[0].Command).Add));
        using var many = await Do(
            "/api/stores/demo/conversations:bulk", FrontHost.AdminKey,
            JsonSerializer.Serialize(new { conversationIds = Enumerable.Repeat(first, 101), action = "resolve" }));
        await ConversationApiTests.AssertProblem(many, HttpStatusCode.BadRequest, "invalid_request");
        using var without = await Do(
            "/api/stores/demo/conversations:bulk", FrontHost.AdminKey, JsonSerializer.Serialize(new { conversationIds = new[] { first }, action = "assign" }));
        await ConversationApiTests.AssertProblem(without, HttpStatusCode.BadRequest, "invalid_request");
    }

    [Fact]
    public async Task List_ViewOfAnAgent_ReachesTheGrain()
    {
        using var mine = await _front.Send(HttpMethod.Get, "/api/stores/demo/conversations?view=mine&agent=ada&tag=vip&priority=high", FrontHost.AdminKey);
        Assert.Equal(HttpStatusCode.OK, mine.StatusCode);
        var filter = _front.Grains.FakeLists.Asked.Filter;
        Assert.Equal((InboxView.Mine, "ada", null, "vip", ConversationPriority.High), (filter.View, filter.Of, filter.AgentId, filter.Tag, filter.Priority));
        using var wrong = await _front.Send(HttpMethod.Get, "/api/stores/demo/conversations?view=everything", FrontHost.AdminKey);
        await ConversationApiTests.AssertProblem(wrong, HttpStatusCode.BadRequest, "invalid_request");
        using var counts = await _front.Send(HttpMethod.Get, "/api/stores/demo/conversations/counts?agent=ada", FrontHost.AdminKey);
        Assert.Equal(3, (await counts.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("waiting").GetInt32());
    }

    [Fact]
    public async Task Context_HasTheContact()
    {
        var (id, _) = await _front.Begin();
        using var reply = await _front.Send(HttpMethod.Get, $"/api/conversations/{id}/context", FrontHost.AdminKey);
        var contact = (await reply.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("contact");
        Assert.Equal(("Mia", true), (contact.GetProperty("name").GetString(), contact.GetProperty("isVerified").GetBoolean()));
    }

    private Task<HttpResponseMessage> Do(string path, string token, string body) =>
        _front.Send(HttpMethod.Post, path, token, new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
}
