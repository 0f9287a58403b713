using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SupportPlatform.Conversations;
using SupportPlatform.Fakes;
using Xunit;

namespace SupportPlatform.Hosting;

public sealed class SurfaceTests
{
    [Fact]
    public async Task Health_LiveAndReady_AreTwoThings()
    {
        var readiness = new SwitchedReadiness();
        await using var front = await FrontHost.Start(s => s.AddSingleton<IReadiness>(readiness));
        using var live = await front.Send(HttpMethod.Get, "/health/live");
        using var unready = await front.Send(HttpMethod.Get, "/health/ready");
        readiness.Ready = true;
        using var ready = await front.Send(HttpMethod.Get, "/health/ready");

        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        await ConversationApiTests.AssertProblem(unready, HttpStatusCode.ServiceUnavailable, "busy");
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
    }

    [Fact]
    public async Task OpenApi_DescribesEveryPathWithItsSchemas()
    {
        await using var front = await FrontHost.Start();
        using var response = await front.Send(HttpMethod.Get, "/openapi/v1.json");
        var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        var paths = document.GetProperty("paths").EnumerateObject().Select(p => p.Name).ToHashSet();
        Assert.Superset(
            new HashSet<string>
            {
                "/api/stores/{store}", "/api/stores/{store}/conversations", "/api/stores/{store}/search", "/api/stores/{store}/answers",
                "/api/stores/{store}/profile", "/api/conversations/{id}", "/api/conversations/{id}/messages", "/api/conversations/{id}/events",
                "/api/conversations/{id}/resolve", "/api/conversations/{id}/cancel", "/widget/conversations/{id}/messages/stream",
                "/health/live", "/health/ready",
            },
            paths);
        var schemas = document.GetProperty("components").GetProperty("schemas");
        Assert.Equal("object", schemas.GetProperty("WireEvent").GetProperty("properties").GetProperty("data").GetProperty("type").GetString());
        Assert.True(schemas.GetProperty("ProblemDetails").GetProperty("properties").TryGetProperty("code", out _));
        var post = document.GetProperty("paths").GetProperty("/api/conversations/{id}/messages").GetProperty("post");
        Assert.True(post.GetProperty("responses").TryGetProperty("202", out _));
        Assert.True(post.GetProperty("responses").TryGetProperty("429", out _));
    }

    [Fact]
    public async Task RateLimits_TooManyMessages_SayWhenToRetry()
    {
        await using var front = await FrontHost.Start(null, ("RateLimits:VisitorBurst", "2"), ("RateLimits:VisitorPerSecond", "1"));
        var (id, token) = await front.Begin();
        HttpResponseMessage? last = null;
        for (var i = 0; i < 4 && last?.StatusCode != HttpStatusCode.TooManyRequests; i++)
        {
            last?.Dispose();
            last = await front.Send(HttpMethod.Post, $"/api/conversations/{id}/messages", token, new { clientMessageId = $"m{i}", text = "Hi" });
        }

        await ConversationApiTests.AssertProblem(last!, HttpStatusCode.TooManyRequests, "rate_limited");
        Assert.True(last!.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1));
        last.Dispose();
    }

    [Fact]
    public async Task RateLimits_TooManyRequests_NeverTouchHealth()
    {
        await using var front = await FrontHost.Start(null, ("RateLimits:LimitLoopback", "true"), ("RateLimits:AddressBurst", "3"), ("RateLimits:AddressPerSecond", "1"));
        var codes = new List<HttpStatusCode>();
        HttpResponseMessage? limited = null;
        for (var i = 0; i < 6; i++)
        {
            var response = await front.Send(HttpMethod.Get, "/api/stores/demo/profile");
            codes.Add(response.StatusCode);
            if (response.StatusCode == HttpStatusCode.TooManyRequests) limited = response;
            else response.Dispose();
        }

        Assert.Equal(HttpStatusCode.OK, codes[0]);
        await ConversationApiTests.AssertProblem(limited!, HttpStatusCode.TooManyRequests, "rate_limited");
        Assert.NotNull(limited!.Headers.RetryAfter);
        limited.Dispose();
        for (var i = 0; i < 10; i++)
        {
            using var health = await front.Send(HttpMethod.Get, "/health/live");
            Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        }
    }

    [Fact]
    public async Task Cors_OnlyTheStoresOwnOrigins()
    {
        await using var front = await FrontHost.Start();
        using var allowed = await front.Send(HttpMethod.Get, "/api/stores/demo/profile", origin: "https://shop.example");
        using var foreign = await front.Send(HttpMethod.Get, "/api/stores/demo/profile", origin: "https://evil.example");
        var (id, token) = await front.Begin();
        using var refused = await front.Send(HttpMethod.Get, $"/api/conversations/{id}", token, origin: "https://evil.example");
        using var preflight = await Preflight(front, $"/api/conversations/{id}/messages", "https://shop.example");
        using var denied = await Preflight(front, $"/api/conversations/{id}/messages", "https://evil.example");

        Assert.Equal("https://shop.example", Assert.Single(allowed.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.False(foreign.Headers.Contains("Access-Control-Allow-Origin"));
        await ConversationApiTests.AssertProblem(refused, HttpStatusCode.Forbidden, "origin_not_allowed");
        Assert.Equal("https://shop.example", Assert.Single(preflight.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal("authorization", Assert.Single(preflight.Headers.GetValues("Access-Control-Allow-Headers")), ignoreCase: true);
        Assert.False(denied.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Cors_HubNegotiation_IsForTheTokensStoreAlone()
    {
        await using var front = await FrontHost.Start();
        var (_, token) = await front.Begin();
        const string Path = "/hubs/chat/negotiate?negotiateVersion=1";
        using var preflight = await Preflight(front, Path, "https://shop.example");
        using var own = await front.Send(HttpMethod.Post, Path, token, origin: "https://shop.example");
        using var foreign = await front.Send(HttpMethod.Post, Path, token, origin: "https://evil.example");

        Assert.Equal("https://shop.example", Assert.Single(preflight.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal("https://shop.example", Assert.Single(own.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal("true", Assert.Single(own.Headers.GetValues("Access-Control-Allow-Credentials")));
        Assert.False(foreign.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Errors_CrossOrigin_CanBeReadByThePage()
    {
        await using var front = await FrontHost.Start();
        var (id, _) = await front.Begin();
        using var response = await front.Send(HttpMethod.Get, $"/api/conversations/{id}", origin: "https://shop.example");

        await ConversationApiTests.AssertProblem(response, HttpStatusCode.Unauthorized, "token_missing");
        Assert.True(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Responses_CarryTheSecurityHeaders()
    {
        await using var front = await FrontHost.Start();
        using var response = await front.Send(HttpMethod.Get, "/health/live");

        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("default-src 'self'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Server"));
    }

    private static async Task<HttpResponseMessage> Preflight(FrontHost front, string path, string origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Options, path);
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "authorization");
        return await front.Http.SendAsync(request);
    }

    private sealed class SwitchedReadiness : IReadiness
    {
        public bool Ready { get; set; }

        public Task<bool> IsReady(CancellationToken cancellationToken) => Task.FromResult(Ready);
    }
}
