using System.Net;
using System.Text.Json;
using SupportPlatform.Agents;
using SupportPlatform.Fakes;
using Xunit;

namespace SupportPlatform.Conversations;

public sealed class CockpitApiTests : IAsyncLifetime
{
    private FrontHost _front = null!;

    public async Task InitializeAsync() => _front = await FrontHost.Start();

    public async Task DisposeAsync() => await _front.DisposeAsync();

    [Fact]
    public async Task Drafts_ApprovedTwice_AreDecidedOnce()
    {
        var (id, _) = await _front.Begin();
        var first = await Json(HttpMethod.Post, $"/api/conversations/{id}/drafts/d-1:approve", new { agentId = "ada", agentName = "Ada", text = "Better." });
        var second = await Json(HttpMethod.Post, $"/api/conversations/{id}/drafts/d-1:reject", new { agentId = "ada", agentName = "Ada", guidance = "Shorter." });

        Assert.True(first.GetProperty("changed").GetBoolean());
        Assert.False(second.GetProperty("changed").GetBoolean());
        var approved = Assert.IsType<ApproveDraft>(_front.Grains.FakeCockpit.Commands[0]);
        Assert.Equal(("d-1", "ada", "Better."), (approved.DraftId, approved.AgentId, approved.Text));
        Assert.Equal("Shorter.", Assert.IsType<RejectDraft>(_front.Grains.FakeCockpit.Commands[1]).Guidance);
    }

    [Fact]
    public async Task Brief_Get_HasTheShapeOfTheWire()
    {
        var (id, _) = await _front.Begin();
        var brief = await Json(HttpMethod.Get, $"/api/conversations/{id}/brief");
        Assert.Equal(("Where is my parcel?", "calm", 3), (brief.GetProperty("summary").GetString(), brief.GetProperty("sentiment").GetString(), brief.GetProperty("throughSeq").GetInt64()));
        Assert.Equal("#4471", brief.GetProperty("facts")[0].GetProperty("value").GetString());
    }

    [Fact]
    public async Task Whispers_ApprovalAndStop_ReachTheGrain()
    {
        var (id, _) = await _front.Begin();
        using var whisper = await _front.Send(
            HttpMethod.Post, $"/api/conversations/{id}/whispers", FrontHost.AdminKey, new { agentId = "ada", agentName = "Ada", clientMessageId = "w-1", text = "Blue." });
        Assert.Equal(HttpStatusCode.Accepted, whisper.StatusCode);
        await Json(HttpMethod.Put, $"/api/conversations/{id}/approval", new { required = true, agentId = "ada", agentName = "Ada" });
        Assert.True(Assert.IsType<SetApproval>(_front.Grains.FakeCockpit.Commands[1]).Required);
        await Json(HttpMethod.Post, $"/api/conversations/{id}/stop");
        Assert.Equal(1, _front.Grains.FakeConversation(id).Cancels);
    }

    [Fact]
    public async Task Commands_OfWhoHasSignedIn_AreInTheirName()
    {
        var (id, _) = await _front.Begin();
        _front.Http.DefaultRequestHeaders.Add("Cookie", _front.Grains.FakeAccounts.Add("demo", "ada", AgentRole.Agent));
        _front.Http.DefaultRequestHeaders.Add("X-CSRF", "csrf-for-tests");
        foreach (var (method, action, body) in new (HttpMethod, string, object)[]
        {
            (HttpMethod.Post, "whispers", new { clientMessageId = "w-1", text = "Blue." }),
            (HttpMethod.Put, "approval", new { required = true }),
            (HttpMethod.Post, "drafts/d-1:approve", new { }),
            (HttpMethod.Post, "drafts/d-1:reject", new { guidance = "Shorter." }),
        })
        {
            using var reply = await _front.Send(method, $"/api/conversations/{id}/{action}", body: body);
            Assert.True(reply.IsSuccessStatusCode, $"{action}: {reply.StatusCode}");
        }

        var agents = _front.Grains.FakeCockpit.Commands.Select(c => c switch
        {
            PostAgentMessage m => m.AgentId,
            SetApproval a => a.AgentId,
            ApproveDraft a => a.AgentId,
            RejectDraft r => r.AgentId,
            _ => "",
        });
        Assert.Equal(["ada", "ada", "ada", "ada"], agents);
    }

    [Theory]
    [InlineData("GET", "brief", null)]
    [InlineData("POST", "whispers", """{"agentId":"ada","agentName":"Ada","clientMessageId":"m-1","text":"Hello"}""")]
    [InlineData("PUT", "approval", """{"required":true,"agentId":"ada","agentName":"Ada"}""")]
    [InlineData("POST", "drafts/d-1:approve", """{"agentId":"ada","agentName":"Ada"}""")]
    [InlineData("POST", "drafts/d-1:reject", """{"agentId":"ada","agentName":"Ada"}""")]
    [InlineData("POST", "suggestions", null)]
    [InlineData("POST", "summary", null)]
    [InlineData("POST", "translations", """{"seqs":[1],"locale":"de"}""")]
    public async Task Staff_WithAVisitorsToken_IsClosed(string method, string action, string? body)
    {
        var (id, token) = await _front.Begin();
        using var reply = await _front.Send(
            new HttpMethod(method), $"/api/conversations/{id}/{action}", token, body is null ? null : JsonDocument.Parse(body).RootElement);
        await ConversationApiTests.AssertProblem(reply, HttpStatusCode.Unauthorized, "token_invalid");
        Assert.Empty(_front.Grains.FakeCockpit.Commands);
    }

    [Fact]
    public async Task Copilot_SuggestsAndTranslates_AndSaysWhatItCannot()
    {
        var (id, _) = await _front.Begin();
        var replies = await Json(HttpMethod.Post, $"/api/conversations/{id}/suggestions");
        Assert.StartsWith("About demo/", replies.GetProperty("suggestions")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        var texts = await Json(HttpMethod.Post, $"/api/conversations/{id}/translations", new { seqs = new[] { 2 }, locale = "de" });
        Assert.Equal("Hallo", texts.GetProperty("texts")[0].GetProperty("text").GetString());
        var can = await Json(HttpMethod.Get, "/api/stores/demo/copilot");
        Assert.Equal("shorter", Assert.Single(can.GetProperty("rewrites").EnumerateArray()).GetString());
        using var cannot = await _front.Send(HttpMethod.Post, "/api/stores/demo/rewrites", FrontHost.AdminKey, new { text = "Hello", style = "formal" });
        await ConversationApiTests.AssertProblem(cannot, HttpStatusCode.Conflict, "model_needed");
    }

    [Fact]
    public async Task Copilot_AskedTooOften_SaysWhenToRetry()
    {
        await using var front = await FrontHost.Start(null, ("RateLimits:CopilotBurst", "2"), ("RateLimits:CopilotPerSecond", "1"));
        var (id, token) = await front.Begin();
        var last = HttpStatusCode.OK;
        for (var i = 0; i < 5 && last != HttpStatusCode.TooManyRequests; i++)
        {
            // What a visitor tries costs staff nothing.
            using var visitor = await front.Send(HttpMethod.Post, $"/api/conversations/{id}/summary", token);
            using var reply = await front.Send(HttpMethod.Post, $"/api/conversations/{id}/summary", FrontHost.AdminKey);
            last = reply.StatusCode;
            if (i < 2) Assert.Equal(HttpStatusCode.OK, last);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
    }

    private async Task<JsonElement> Json(HttpMethod method, string path, object? body = null)
    {
        using var reply = await _front.Send(method, path, FrontHost.AdminKey, body);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        return JsonDocument.Parse(await reply.Content.ReadAsStringAsync()).RootElement;
    }
}
