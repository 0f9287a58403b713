using System.Net;
using System.Text.Json;
using SupportPlatform.Fakes;
using SupportPlatform.Security;
using Xunit;

namespace SupportPlatform.Conversations;

public sealed class StaffApiTests : IAsyncLifetime
{
    private FrontHost _front = null!;

    public async Task InitializeAsync() => _front = await FrontHost.Start();

    public async Task DisposeAsync() => await _front.DisposeAsync();

    [Fact]
    public async Task Claim_BySecondAgent_SaysWhoHasIt()
    {
        var (id, _) = await _front.Begin();
        using var ada = await Do(id, "claim", FrontHost.AdminKey, new { agentId = "ada", agentName = "Ada" });
        using var ben = await Do(id, "claim", FrontHost.AdminKey, new { agentId = "ben", agentName = "Ben" });
        var receipt = JsonDocument.Parse(await ben.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal(HttpStatusCode.OK, ada.StatusCode);
        Assert.False(receipt.GetProperty("won").GetBoolean());
        Assert.Equal("Ada", receipt.GetProperty("agentName").GetString());
    }

    [Fact]
    public async Task AgentMessages_WithoutTheFloor_AreAConflict()
    {
        var (id, _) = await _front.Begin();
        using var reply = await Do(id, "agent-messages", FrontHost.AdminKey, new { agentId = "ada", agentName = "Ada", clientMessageId = "m-1", text = "Hello" });
        await ConversationApiTests.AssertProblem(reply, HttpStatusCode.Conflict, "not_your_conversation");
    }

    [Theory]
    [InlineData("escalate", """{"reason":"asked"}""")]
    [InlineData("claim", """{"agentId":"ada","agentName":"Ada"}""")]
    [InlineData("release", """{"agentId":"ada"}""")]
    [InlineData("agent-messages", """{"agentId":"ada","agentName":"Ada","clientMessageId":"m-1","text":"Hello"}""")]
    [InlineData("notes", """{"agentId":"ada","agentName":"Ada","clientMessageId":"m-1","text":"Hello"}""")]
    public async Task Staff_WithAVisitorsToken_IsClosed(string action, string body)
    {
        var (id, token) = await _front.Begin();
        using var reply = await Do(id, action, token, JsonDocument.Parse(body).RootElement);
        await ConversationApiTests.AssertProblem(reply, HttpStatusCode.Unauthorized, "token_invalid");
    }

    [Fact]
    public async Task List_Filters_ReachTheGrainWithTheCaller()
    {
        var (_, token) = await _front.Begin();
        using var visitor = await _front.Send(HttpMethod.Get, "/api/stores/demo/conversations?status=waiting&limit=9999", token);
        Assert.Equal(HttpStatusCode.OK, visitor.StatusCode);
        Assert.Equal(CallerKind.Visitor, _front.Grains.FakeLists.Asked.Caller!.Kind);
        Assert.Equal((ConversationStatus.Waiting, 500), (_front.Grains.FakeLists.Asked.Filter.Status, _front.Grains.FakeLists.Asked.Filter.Limit));
        using var none = await _front.Send(HttpMethod.Get, "/api/stores/demo/conversations");
        await ConversationApiTests.AssertProblem(none, HttpStatusCode.Unauthorized, "token_missing");
        using var wrong = await _front.Send(HttpMethod.Get, "/api/stores/demo/conversations?status=lost", token);
        await ConversationApiTests.AssertProblem(wrong, HttpStatusCode.BadRequest, "invalid_request");
    }

    private Task<HttpResponseMessage> Do(string id, string action, string token, object body) =>
        _front.Send(HttpMethod.Post, $"/api/conversations/{id}/{action}", token, body);
}
