using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SupportPlatform.Accounts;
using SupportPlatform.Agents;
using SupportPlatform.Grains.Tests.Hosting;
using SupportPlatform.Security;
using Xunit;

namespace SupportPlatform.Grains.Tests.Accounts;

[Collection(SiloCollection.Name)]
public sealed class SessionApiTests(SiloFixture silo)
{
    private string Address => silo.Silo.Addresses.First();

    [Fact]
    public async Task SignIn_WithTheRightPassword_SaysWhereThePersonWorks()
    {
        var store = await silo.NewStore();
        using var ada = await Person.Employ(Address, silo.Grains, store, "ada", AgentRole.Supervisor);
        using var browser = new Person(Address);
        using var reply = await browser.SignIn($"Ada@{store}.example");
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        var cookie = Assert.Single(reply.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);

        var session = await browser.Http.GetFromJsonAsync<JsonElement>("/api/session");
        var works = Assert.Single(session.GetProperty("stores").EnumerateArray());
        Assert.Equal((store, "A shop", "ada", "supervisor"), (Text(works, "store"), Text(works, "name"), Text(works, "agentId"), Text(works, "role")));
        Assert.Equal((false, browser.Csrf), (session.GetProperty("twoFactor").GetBoolean(), Text(session, "csrf")));
    }

    [Fact]
    public async Task SignIn_Wrongly_SaysTheSameWhetherOrNotThereIsAnAccount()
    {
        var store = await silo.NewStore();
        using var ada = await Person.Employ(Address, silo.Grains, store, "ada", AgentRole.Agent);
        using var browser = new Person(Address);
        using var wrong = await browser.SignIn($"ada@{store}.example", "not the password");
        using var unknown = await browser.SignIn($"nobody@{store}.example", "not the password");
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.Equal(await Told(wrong), await Told(unknown));
        Assert.False(wrong.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task SignIn_ThirtyWrongAtOnce_TriesFiveAndLocksTheRightOneToo()
    {
        var store = await silo.NewStore();
        using var ada = await Person.Employ(Address, silo.Grains, store, "ada", AgentRole.Agent);
        using var browser = new Person(Address);
        var codes = await Task.WhenAll(Enumerable.Range(0, 30).Select(async i =>
        {
            using var reply = await browser.SignIn($"ada@{store}.example", $"wrong password {i}");
            return await Person.Code(reply);
        }));
        Assert.Equal(5, codes.Count(c => c == ProblemCodes.SignInFailed));
        Assert.Equal(25, codes.Count(c => c == ProblemCodes.LockedOut));
        using var right = await browser.SignIn($"ada@{store}.example");
        Assert.Equal((HttpStatusCode)429, right.StatusCode);
        Assert.InRange(right.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromMinutes(13), TimeSpan.FromMinutes(15));

        // Whoever has signed in before goes on.
        using var session = await ada.Http.GetAsync(new Uri("/api/session", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, session.StatusCode);
    }

    [Fact]
    public async Task SignOut_EndsTheSessionForWhoeverHasItsId()
    {
        using var ada = await Person.Employ(Address, silo.Grains, await silo.NewStore(), "ada", AgentRole.Agent);
        var stolen = ada.Cookie!;
        using var signedOut = await ada.Send(HttpMethod.Delete, "/api/session");
        Assert.Equal(HttpStatusCode.NoContent, signedOut.StatusCode);
        using var thief = new HttpClient { BaseAddress = new Uri(Address) };
        thief.DefaultRequestHeaders.Add("Cookie", $"support_session={stolen}");
        using var reply = await thief.GetAsync(new Uri("/api/session", UriKind.Relative));
        Assert.Equal(ProblemCodes.SessionMissing, await Person.Code(reply));
    }

    [Fact]
    public async Task SetPassword_EndsTheOtherSessionsAndTheOldPassword()
    {
        var store = await silo.NewStore();
        using var ada = await Person.Employ(Address, silo.Grains, store, "ada", AgentRole.Agent);
        using var other = new Person(Address);
        using var signedIn = await other.SignIn($"ada@{store}.example");
        foreach (var (current, password, code) in new[]
        {
            ("not the password", "another password", ProblemCodes.SignInFailed),
            (Person.Password, "short", ProblemCodes.PasswordInvalid),
            (Person.Password, $"ADA@{store}.example", ProblemCodes.PasswordInvalid),
            (Person.Password, new string('x', 201), ProblemCodes.PasswordInvalid),
        })
        {
            using var refused = await ada.Send(HttpMethod.Put, "/api/session/password", new { current, password });
            Assert.Equal(code, await Person.Code(refused));
        }

        using var changed = await ada.Send(HttpMethod.Put, "/api/session/password", new { current = Person.Password, password = "another password" });
        Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);
        using var own = await ada.Http.GetAsync(new Uri("/api/session", UriKind.Relative));
        using var ended = await other.Http.GetAsync(new Uri("/api/session", UriKind.Relative));
        using var old = await other.SignIn($"ada@{store}.example");
        using var renewed = await other.SignIn($"ada@{store}.example", "another password");
        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.OK),
            (own.StatusCode, ended.StatusCode, old.StatusCode, renewed.StatusCode));
    }

    [Fact]
    public async Task TwoFactor_OnceOn_IsAskedForUntilItIsOff()
    {
        var store = await silo.NewStore();
        var email = $"ada@{store}.example";
        using var ada = await Person.Employ(Address, silo.Grains, store, "ada", AgentRole.Agent);
        using var prepared = await ada.Send(HttpMethod.Post, "/api/session/two-factor", new { password = Person.Password });
        var body = await prepared.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal($"otpauth://totp/SupportPlatform:{Uri.EscapeDataString(email)}?secret={Text(body, "secret")}&issuer=SupportPlatform", Text(body, "uri"));
        using var browser = new Person(Address);
        using var notYet = await browser.SignIn(email);
        Assert.Equal(HttpStatusCode.OK, notYet.StatusCode);

        // This step's code and the next one's are good for half a minute more, however slow this is.
        var secret = Base32.Decode(Text(body, "secret")!);
        var step = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30;
        var (first, second) = (TotpRules.Code(secret, step, digits: 6), TotpRules.Code(secret, step + 1, digits: 6));
        using var on = await ada.Send(HttpMethod.Put, "/api/session/two-factor", new { code = first });
        Assert.Equal(HttpStatusCode.NoContent, on.StatusCode);
        using var needed = await browser.SignIn(email);
        using var used = await browser.SignIn(email, code: first);
        using var right = await browser.SignIn(email, code: second);
        Assert.Equal((ProblemCodes.CodeNeeded, ProblemCodes.SignInFailed, null), (await Person.Code(needed), await Person.Code(used), await Person.Code(right)));

        using var off = await ada.Send(HttpMethod.Delete, "/api/session/two-factor", new { password = Person.Password });
        Assert.Equal(HttpStatusCode.NoContent, off.StatusCode);
        using var without = await browser.SignIn(email);
        Assert.Equal(HttpStatusCode.OK, without.StatusCode);
    }

    [Fact]
    public async Task StaffRequests_ActAsWhoeverHasSignedIn()
    {
        var store = await silo.NewStore();
        using var ada = await Person.Employ(Address, silo.Grains, store, "ada", AgentRole.Agent);
        using var begun = await ada.Http.PostAsync(new Uri($"/api/stores/{store}/conversations", UriKind.Relative), null);
        var id = Text(await begun.Content.ReadFromJsonAsync<JsonElement>(), "conversationId");
        using var claimed = await ada.Send(HttpMethod.Post, $"/api/conversations/{id}/claim", new { agentName = "Somebody else" });
        var receipt = await claimed.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(("ada", "ada"), (Text(receipt, "agentId"), Text(receipt, "agentName")));
        using var forAnother = await ada.Send(HttpMethod.Post, $"/api/conversations/{id}/notes", new { agentId = "ben", clientMessageId = "n-1", text = "x" });
        Assert.Equal(ProblemCodes.AccessDenied, await Person.Code(forAnother));
        using var note = await ada.Send(HttpMethod.Post, $"/api/conversations/{id}/notes", new { clientMessageId = "n-1", text = "x" });
        Assert.Equal(HttpStatusCode.Accepted, note.StatusCode);
    }

    [Fact]
    public async Task Role_OnceTaken_CountsAtOnce()
    {
        var store = await silo.NewStore();
        using var ada = await Person.Employ(Address, silo.Grains, store, "ada", AgentRole.Administrator);
        using var before = await ada.Send(HttpMethod.Get, $"/api/stores/{store}");
        CallerContext.Current = Caller.System;
        var agent = silo.Grains.GetGrain<IAgentGrain>(AgentKey.Of(store, "ada"));
        await agent.Put(new AgentProfile { Name = "Ada", Email = $"ada@{store}.example" });
        using var after = await ada.Send(HttpMethod.Get, $"/api/stores/{store}");
        await agent.Put(new AgentProfile { Name = "Ada" });
        using var gone = await ada.Send(HttpMethod.Get, $"/api/stores/{store}/agents");
        Assert.Equal((null, ProblemCodes.AccessDenied, ProblemCodes.WrongStore), (await Person.Code(before), await Person.Code(after), await Person.Code(gone)));
    }

    private static async Task<Dictionary<string, string>> Told(HttpResponseMessage reply) =>
        (await reply.Content.ReadFromJsonAsync<JsonElement>()).EnumerateObject().Where(p => p.Name != "traceId")
            .ToDictionary(p => p.Name, p => p.Value.ToString(), StringComparer.Ordinal);

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
