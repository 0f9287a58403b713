using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SupportPlatform.Conversations;
using SupportPlatform.Fakes;
using Xunit;

namespace SupportPlatform.Knowledge;

public sealed class LearningApiTests : IAsyncLifetime
{
    private const string Store = "/api/stores/demo";
    private FrontHost _front = null!;

    public async Task InitializeAsync() => _front = await FrontHost.Start();

    public async Task DisposeAsync() => await _front.DisposeAsync();

    [Fact]
    public async Task Gaps_ListDraftDismiss_ReachTheGrain()
    {
        using var list = await Send(HttpMethod.Get, "/gaps?status=open&limit=7&after=3.gap-0");
        using var draft = await Send(HttpMethod.Post, "/gaps/gap-1:draft");
        using var dismiss = await Send(HttpMethod.Post, "/gaps/gap-1:dismiss");
        using var unknown = await Send(HttpMethod.Post, "/gaps/gap-2:draft");

        Assert.Equal("gap-1", (await Json(list)).GetProperty("items")[0].GetProperty("id").GetString());
        Assert.Equal(new ListClusters { Status = "open", Limit = 7, After = "3.gap-0" }, _front.Grains.FakeLearning.Query);
        Assert.Equal("draft", (await Json(draft)).GetProperty("state").GetString());
        Assert.Equal("""{"changed":true}""", await dismiss.Content.ReadAsStringAsync());
        await ConversationApiTests.AssertProblem(unknown, HttpStatusCode.NotFound, "gap_not_found");
    }

    [Fact]
    public async Task Proposals_ListPublishDismiss_ReachTheGrain()
    {
        using var list = await Send(HttpMethod.Get, "/faqs/proposals");
        using var asItIs = await Send(HttpMethod.Post, "/faqs/proposals/proposal-1:publish");
        using var publish = await Send(HttpMethod.Post, "/faqs/proposals/proposal-1:publish", new { answer = "Of course." });
        using var broken = await Send(HttpMethod.Post, "/faqs/proposals/proposal-1:publish", new { answer = 5 });
        using var dismiss = await Send(HttpMethod.Post, "/faqs/proposals/proposal-1:dismiss");
        using var unknown = await Send(HttpMethod.Post, "/faqs/proposals/proposal-2:dismiss");

        Assert.Equal("1.proposal-1", (await Json(list)).GetProperty("next").GetString());
        Assert.Equal("Yes.", (await Json(asItIs)).GetProperty("answer").GetString());
        Assert.Equal("Of course.", (await Json(publish)).GetProperty("answer").GetString());
        await ConversationApiTests.AssertProblem(broken, HttpStatusCode.BadRequest, "invalid_request");
        Assert.Equal("""{"changed":false}""", await dismiss.Content.ReadAsStringAsync());
        await ConversationApiTests.AssertProblem(unknown, HttpStatusCode.NotFound, "proposal_not_found");
    }

    [Fact]
    public async Task InstructionEffect_OfKnownAndUnknown_IsGivenOrRefused()
    {
        await _front.Grains.FakeInstructions.Put(new InstructionEntry { Id = "polite", Type = "tone", Text = "Be polite." });
        using var known = await Send(HttpMethod.Get, "/instructions/polite/effect");
        using var unknown = await Send(HttpMethod.Get, "/instructions/rude/effect");

        Assert.Equal(2, (await Json(known)).GetProperty("with").GetProperty("answers").GetInt64());
        await ConversationApiTests.AssertProblem(unknown, HttpStatusCode.NotFound, "source_not_found");
    }

    [Theory]
    [InlineData("GET", "/gaps")]
    [InlineData("POST", "/gaps/gap-1:draft")]
    [InlineData("GET", "/faqs/proposals")]
    [InlineData("POST", "/faqs/proposals/proposal-1:publish")]
    public async Task Learning_ForCustomers_IsRefused(string method, string path)
    {
        using var response = await _front.Send(new HttpMethod(method), Store + path, _front.TokenFor("c"));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    private static async Task<JsonElement> Json(HttpResponseMessage response)
    {
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private Task<HttpResponseMessage> Send(HttpMethod method, string path, object? body = null) =>
        _front.Send(method, Store + path, FrontHost.AdminKey, body);
}
