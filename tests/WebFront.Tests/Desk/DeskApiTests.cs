using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SupportPlatform.Conversations;
using SupportPlatform.Fakes;
using Xunit;

namespace SupportPlatform.Desk;

public sealed class DeskApiTests : IAsyncLifetime
{
    private FrontHost _front = null!;

    public async Task InitializeAsync() => _front = await FrontHost.Start();

    public async Task DisposeAsync() => await _front.DisposeAsync();

    [Fact]
    public async Task Agents_PutPresenceListDelete_GoRound()
    {
        using var put = await Admin(HttpMethod.Put, "agents/ada", new { name = "Ada", role = "supervisor", languages = new[] { "de" }, slots = 3 });
        var agent = await put.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(("ada", "supervisor", "offline"), (Text(agent, "agentId"), Text(agent.GetProperty("profile"), "role"), Text(agent, "presence")));
        using var online = await Admin(HttpMethod.Post, "agents/ada:presence", new { presence = "online" });
        using var beat = await Admin(HttpMethod.Post, "agents/ada:presence", new { });
        Assert.Equal("online", Text(await beat.Content.ReadFromJsonAsync<JsonElement>(), "presence"));
        using var list = await Admin(HttpMethod.Get, "agents");
        Assert.Equal(1, (await list.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("items").GetArrayLength());
        using var gone = await Admin(HttpMethod.Delete, "agents/ada");
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        using var missing = await Admin(HttpMethod.Get, "agents/ada");
        await ConversationApiTests.AssertProblem(missing, HttpStatusCode.NotFound, "agent_not_found");
    }

    [Fact]
    public async Task Presence_OfAnUnknownWord_IsRefused()
    {
        using var put = await Admin(HttpMethod.Put, "agents/ada", new { name = "Ada" });
        using var wrong = await Admin(HttpMethod.Post, "agents/ada:presence", new { presence = "asleep" });
        await ConversationApiTests.AssertProblem(wrong, HttpStatusCode.BadRequest, "invalid_request");
    }

    [Fact]
    public async Task Desk_SettingsAndQueue_ReachTheGrain()
    {
        using var put = await Admin(HttpMethod.Put, "desks/main", new { assignment = "least-busy", offerSeconds = 20 });
        Assert.Equal((DeskAssignment.LeastBusy, 20), (_front.Grains.FakeDesk.Settings.Assignment, _front.Grains.FakeDesk.Settings.OfferSeconds));
        using var queue = await Admin(HttpMethod.Get, "desks/main/queue");
        Assert.Equal(5, (await queue.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("freeSlots").GetInt32());
        using var wrong = await Admin(HttpMethod.Get, "desks/Main%20Desk/queue");
        await ConversationApiTests.AssertProblem(wrong, HttpStatusCode.BadRequest, "invalid_request");
    }

    [Fact]
    public async Task Offers_AcceptedByTheAgent_GiveTheFloor()
    {
        var (id, _) = await _front.Begin();
        Assert.True(ConversationKey.TryParsePublic(id, out var key));
        _front.Grains.FakeAgents.Offered = key.GrainKey;
        using var unknown = await Admin(HttpMethod.Post, "offers/offer-2:accept", new { agentId = "ada" });
        await ConversationApiTests.AssertProblem(unknown, HttpStatusCode.NotFound, "offer_not_found");
        using var accepted = await Admin(HttpMethod.Post, "offers/offer-1:accept", new { agentId = "ada" });
        Assert.True((await accepted.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("won").GetBoolean());
        using var declined = await Admin(HttpMethod.Post, "offers/offer-1:decline", new { agentId = "ben" });
        Assert.True((await declined.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("changed").GetBoolean());
    }

    [Fact]
    public async Task Claim_WithoutAFreeSlot_IsAConflict()
    {
        var (id, _) = await _front.Begin();
        using var put = await Admin(HttpMethod.Put, "agents/ada", new { name = "Ada", slots = 0 });
        using var reply = await _front.Send(HttpMethod.Post, $"/api/conversations/{id}/claim", FrontHost.AdminKey, new { agentId = "ada", agentName = "Ada" });
        await ConversationApiTests.AssertProblem(reply, HttpStatusCode.Conflict, "no_free_slot");
    }

    [Theory]
    [InlineData("GET", "agents")]
    [InlineData("PUT", "agents/ada")]
    [InlineData("DELETE", "agents/ada")]
    [InlineData("POST", "agents/ada:presence")]
    [InlineData("GET", "desks/main/queue")]
    [InlineData("PUT", "desks/main")]
    [InlineData("POST", "offers/offer-1:accept")]
    [InlineData("POST", "offers/offer-1:decline")]
    public async Task Desk_WithAVisitorsToken_IsClosed(string method, string path)
    {
        var (_, token) = await _front.Begin();
        using var reply = await _front.Send(new HttpMethod(method), $"/api/stores/demo/{path}", token, method is "GET" or "DELETE" ? null : new { agentId = "ada", name = "Ada" });
        await ConversationApiTests.AssertProblem(reply, HttpStatusCode.Unauthorized, "token_invalid");
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private Task<HttpResponseMessage> Admin(HttpMethod method, string path, object? body = null) =>
        _front.Send(method, $"/api/stores/demo/{path}", FrontHost.AdminKey, body);
}
