using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SupportPlatform.Agents;
using SupportPlatform.Conversations;
using SupportPlatform.Fakes;
using Xunit;

namespace SupportPlatform.Security;

public sealed class AccessRuleTests
{
    [Fact]
    public async Task Endpoints_AllOfThem_HaveARule()
    {
        await using var front = await FrontHost.Start();
        var without = front.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<AccessMetadata>() is null).Select(e => e.DisplayName);
        Assert.Empty(without);
    }

    [Theory]
    [InlineData("https://support.example", null, true)]
    [InlineData(null, "same-origin", true)]
    [InlineData(null, "none", true)]
    [InlineData(null, null, true)]
    [InlineData("https://support.example", "same-site", false)]
    [InlineData(null, "cross-site", false)]
    [InlineData("https://evil.example", null, false)]
    [InlineData("https://support.example.evil.example", null, false)]
    [InlineData("null", null, false)]
    public void Require_OfPages_LetsOwnOnesAlone(string? origin, string? site, bool allowed)
    {
        var request = new DefaultHttpContext().Request;
        request.Host = new HostString("support.example");
        if (origin is not null) request.Headers.Origin = origin;
        if (site is not null) request.Headers["Sec-Fetch-Site"] = site;
        var refusal = Record.Exception(() => OwnPages.Require(request)) as SupportException;
        Assert.Equal(allowed ? null : ProblemCodes.OriginNotAllowed, refusal?.Code);
    }

    // The chat's pages and the console may be of one host: the cookie goes along, and must not make a visitor staff.
    [Fact]
    public async Task Conversation_WithATokenBesideTheCookie_IsTheVisitors()
    {
        await using var front = await FrontHost.Start();
        var (_, token) = await front.Begin();
        front.Http.DefaultRequestHeaders.Add("Cookie", front.Grains.FakeAccounts.Add("demo", "ada", AgentRole.Owner));
        using var own = await front.Send(HttpMethod.Get, "/api/stores/demo/conversations", token);
        Assert.Equal(CallerKind.Visitor, front.Grains.FakeLists.Asked.Caller!.Kind);
        using var staff = await front.Send(HttpMethod.Get, "/api/stores/demo/conversations");
        Assert.Equal(Caller.Staff("demo", "ada", "ada", AgentRole.Owner), front.Grains.FakeLists.Asked.Caller);
        using var foreign = await front.Send(HttpMethod.Get, "/api/stores/demo/conversations", origin: "https://shop.example");
        await ConversationApiTests.AssertProblem(foreign, HttpStatusCode.Forbidden, "origin_not_allowed");
    }

    [Fact]
    public async Task Staff_WithoutTheAgentAndWithTheKey_IsAskedWhich()
    {
        await using var front = await FrontHost.Start();
        var (id, _) = await front.Begin();
        using var reply = await front.Send(HttpMethod.Post, $"/api/conversations/{id}/claim", FrontHost.AdminKey, new { });
        await ConversationApiTests.AssertProblem(reply, HttpStatusCode.BadRequest, "invalid_request");
        using var malformed = await front.Send(HttpMethod.Post, "/api/conversations/nonsense/claim", FrontHost.AdminKey, new { agentId = "ada" });
        await ConversationApiTests.AssertProblem(malformed, HttpStatusCode.NotFound, "conversation_not_found");
    }

    [Fact]
    public async Task AuthenticateStaff_OfASocketAfterTheSignOut_SaysSo()
    {
        await using var front = await FrontHost.Start();
        var cookie = front.Grains.FakeAccounts.Add("demo", "ada", AgentRole.Agent);
        var context = new DefaultHttpContext();
        context.Request.Headers.Cookie = cookie;
        var sessions = front.Services.GetRequiredService<StaffSessions>();
        Assert.Equal("ada", (await sessions.AuthenticateStaff(context, "demo", default)).AgentId);
        var elsewhere = await Assert.ThrowsAsync<SupportException>(async () => await sessions.AuthenticateStaff(context, "other", default));
        await front.Grains.FakeAccounts.End(context.AccountSession().Key);
        var ended = await Assert.ThrowsAsync<SupportException>(async () => await sessions.AuthenticateStaff(context, "demo", default));
        Assert.Equal((ProblemCodes.WrongStore, ProblemCodes.SessionMissing), (elsewhere.Code, ended.Code));
    }
}
