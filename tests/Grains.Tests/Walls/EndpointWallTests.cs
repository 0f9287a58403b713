using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SupportPlatform.Agents;
using SupportPlatform.Grains.Tests.Accounts;
using Xunit;

namespace SupportPlatform.Grains.Tests.Walls;

/// <summary>Every endpoint there is, tried by everybody who may not; and by those who may.</summary>
public sealed class EndpointWallTests(WallFixture wall) : IClassFixture<WallFixture>
{
    private static readonly string[] Unlogged = [ProblemCodes.TokenMissing, ProblemCodes.SessionMissing];

    [Fact]
    public void Endpoints_AllOfThem_AreInTheTable() =>
        Assert.Equal(EndpointTable.Lines.Keys.Order(StringComparer.Ordinal), Endpoints().Select(e => e.Name).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public async Task Endpoints_ForThoseWhomTheyAreNotFor_AreClosedAndSaySoInTheLog()
    {
        var wrong = new List<string>();
        foreach (var (name, method, path) in Endpoints())
        {
            var level = EndpointTable.Lines[name];
            using var nobody = new Person(wall.Silo.Addresses.First());
            using var visitor = new Person(wall.Silo.Addresses.First());
            visitor.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", wall.OtherVisitorToken);
            var insider = wall.People[AgentRole.Owner];
            if (level >= Wall.Account) await Refused("nobody", () => nobody.Send(method, path, Body(method, path)));
            if (level >= Wall.Account) await Refused("another store's visitor", () => visitor.Send(method, path, Body(method, path)));
            if (level >= Wall.Visitors) await Refused("another store's owner", () => wall.OtherOwner.Send(method, path, Body(method, path)));
            if (level >= Wall.OwnPages) await Refused("another host's page", () => insider.Send(method, path, Body(method, path), origin: "https://evil.example"));
            if (level >= Wall.Account && method != HttpMethod.Get)
            {
                await Refused("a page without the token", () => insider.Send(method, path, Body(method, path), csrf: ""), ProblemCodes.CsrfInvalid);
                await Refused("a page with another's token", () => insider.Send(method, path, Body(method, path), csrf: wall.OtherOwner.Csrf), ProblemCodes.CsrfInvalid);
            }

            foreach (var role in Lesser(level))
                await Refused($"the {role}", () => wall.People[role].Send(method, path, Body(method, path)), ProblemCodes.AccessDenied);

            async Task Refused(string who, Func<Task<HttpResponseMessage>> send, string? expected = null)
            {
                var before = wall.Refusals.Lines.Count;
                using var response = await send();
                var isRefusal = response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;
                var code = isRefusal ? await Person.Code(response) : null;
                if (code is null || (expected is not null && code != expected))
                    wrong.Add($"{name} answered {who} with {(int)response.StatusCode} {code}");
                else if (!Unlogged.Contains(code) && !wall.Refusals.Lines.Skip(before).Any(l => l.Contains(code, StringComparison.Ordinal)))
                    wrong.Add($"{name} did not log {code} for {who}");
            }
        }

        Assert.Empty(wrong);
    }

    // The roles that may less than a wall asks for.
    private static AgentRole[] Lesser(Wall level) => level switch
    {
        Wall.Supervisors => [AgentRole.Agent],
        Wall.Administrators => [AgentRole.Agent, AgentRole.Supervisor],
        _ => [],
    };

    [Fact]
    public async Task Endpoints_ForThoseWhomTheyAreFor_AreOpen()
    {
        var wrong = new List<string>();
        foreach (var (name, method, path) in Endpoints())
        {
            // To sign out is tested where it hurts nobody else.
            var level = EndpointTable.Lines[name];
            if (level <= Wall.Account) continue;
            var least = wall.People[(AgentRole)Lesser(level).Length];
            using var response = await least.Send(method, path, Body(method, path));
            if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden) wrong.Add($"{name} answered with {(int)response.StatusCode} {await Person.Code(response)}");
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Refusals_InTheLog_HoldNoSecret()
    {
        using var stranger = new Person(wall.Silo.Addresses.First());
        using var failed = await stranger.SignIn("somebody@shop.example", "a-secret-password");
        stranger.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "a-secret-key");
        using var refused = await stranger.Send(HttpMethod.Get, $"/api/stores/{WallFixture.Store}/agents");
        Assert.Contains(wall.Refusals.Lines, l => l.Contains("sign_in_failed", StringComparison.Ordinal) && l.Contains("somebody@shop.example", StringComparison.Ordinal));
        Assert.Contains(wall.Refusals.Lines, l => l.Contains("token_invalid", StringComparison.Ordinal));
        Assert.DoesNotContain(wall.Refusals.Lines, l => l.Contains("secret", StringComparison.Ordinal) || l.Contains(wall.OtherVisitorToken, StringComparison.Ordinal));
    }

    private static HttpContent? Body(HttpMethod method, string path)
    {
        if (method == HttpMethod.Get) return null;
        return path.Split('/')[^1] is "transcriptions" or "documents" or "attachments"
            ? new MultipartFormDataContent { { new StringContent("x"), "file", "x" } }
            : JsonContent.Create(new { });
    }

    private IEnumerable<(string Name, HttpMethod Method, string Path)> Endpoints()
    {
        foreach (var endpoint in wall.Silo.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var pattern = "/" + endpoint.RoutePattern.RawText!.Trim('/');
            var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } given ? given : ["GET"];
            foreach (var method in methods) yield return ($"{method} {pattern}", new HttpMethod(method), Path(pattern));
        }
    }

    private string Path(string pattern) => pattern
        .Replace("/conversations/{id}", $"/conversations/{wall.Conversation}", StringComparison.Ordinal)
        .Replace("{store}", WallFixture.Store, StringComparison.Ordinal)
        .Replace("{desk}", "main", StringComparison.Ordinal)
        .Replace("{agent}:presence", "a-0:presence", StringComparison.Ordinal)
        .Split('{')
        .Aggregate((path, rest) => $"{path}none{rest[(rest.IndexOf('}', StringComparison.Ordinal) + 1)..]}");
}
