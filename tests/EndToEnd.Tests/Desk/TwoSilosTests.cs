using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Npgsql;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.EndToEnd.Tests.Desk;

/// <summary>Two silos on one database, which know nothing of each other: what staff do at one is so at the other, and once.</summary>
public sealed class TwoSilosTests : IAsyncLifetime
{
    private const string Store = "demo";
    private const int Conversations = 20;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private readonly DirectoryInfo _keys = Directory.CreateTempSubdirectory("keys-");
    private string _database = "";
    private SiloProcess _a = null!;
    private SiloProcess _b = null!;
    private HttpClient _atA = null!;
    private HttpClient _atB = null!;

    public async Task InitializeAsync()
    {
        _database = await DatabaseFixture.CreateDatabase();
        string[] settings = [$"Accounts:KeysFolder={_keys.FullName}", "Webhooks:AllowPrivate=true", "Due:SweepInterval=00:00:00.1", "Due:Lease=00:00:02"];

        // The first one alone makes the store and its people.
        _a = await DeskSilo.StartOn(_database, [.. settings, "Demo:Enabled=true"]);
        _b = await DeskSilo.StartOn(_database, settings);
        (_atA, _atB) = (await DeskSilo.FrontEnd(_a), await DeskSilo.FrontEnd(_b));
    }

    public async Task DisposeAsync()
    {
        _atA.Dispose();
        _atB.Dispose();
        await _a.DisposeAsync();
        await _b.DisposeAsync();
        _keys.Delete(recursive: true);
    }

    [Fact]
    public async Task SignIn_AtOneSilo_IsKnownAtTheOtherUntilItEndsThere()
    {
        var password = (await File.ReadAllLinesAsync(Path.Combine(_a.DataFolder, "demo-accounts.txt"))).Select(l => l.Split(' ')).First(l => l[0] == "ada@demo.example")[1];
        var cookies = new CookieContainer();
        using var handler = new HttpClientHandler { CookieContainer = cookies };
        using var browser = new HttpClient(handler) { Timeout = Limit };
        using var signedIn = await browser.PostAsJsonAsync(new Uri(_a.Address, "/api/session"), new { email = "ada@demo.example", password });
        Assert.Equal(HttpStatusCode.OK, signedIn.StatusCode);
        var session = await browser.GetFromJsonAsync<JsonElement>(new Uri(_b.Address, "/api/session"));
        Assert.Equal("ada@demo.example", session.GetProperty("email").GetString());
        using var lists = await browser.GetAsync(new Uri(_b.Address, $"/api/stores/{Store}/conversations?view=waiting"));
        Assert.Equal(HttpStatusCode.OK, lists.StatusCode);

        using var signOut = new HttpRequestMessage(HttpMethod.Delete, new Uri(_b.Address, "/api/session"));
        signOut.Headers.Add("X-CSRF", session.GetProperty("csrf").GetString());
        var id = cookies.GetCookies(_a.Address)["support_session"]!.Value;
        using var signedOut = await browser.SendAsync(signOut);
        Assert.Equal(HttpStatusCode.NoContent, signedOut.StatusCode);
        using var thief = new HttpRequestMessage(HttpMethod.Get, new Uri(_a.Address, "/api/session"));
        thief.Headers.Add("Cookie", $"support_session={id}");
        using var ended = await new HttpClient().SendAsync(thief);
        Assert.Equal(HttpStatusCode.Unauthorized, ended.StatusCode);
    }

    [Fact]
    public async Task Escalate_AtOneSilo_IsListedFoundAndClaimedAtTheOther()
    {
        var (id, _) = await DeskSilo.Begin(_atA, Store);
        await Do(_atA, id, "notes", new { agentId = "ben", agentName = "Ben", clientMessageId = "n-1", text = "About the zeppelin." });
        await Do(_atA, id, "escalate", new { reason = "asked" });
        var waiting = await _atB.GetFromJsonAsync<JsonElement>($"/api/stores/{Store}/conversations?view=waiting");
        Assert.Contains(waiting.GetProperty("conversations").EnumerateArray(), c => c.GetProperty("conversationId").GetString() == id);
        await Until(async () => (await _atB.GetFromJsonAsync<JsonElement>($"/api/stores/{Store}/conversations/search?q=zeppelin")).GetProperty("hits").GetArrayLength() == 1);

        Assert.Equal((true, "ada"), await Claim(_atB, id, "ada"));
        Assert.Equal((false, "ada"), await Claim(_atA, id, "ben"));

        // What the first silo remembers of the floor is over now, and nobody is told so.
        await Do(_atB, id, "release", new { agentId = "ada", agentName = "Ada", desk = "main" });
        Assert.Equal((true, "ben"), await Claim(_atB, id, "ben"));
        Assert.Equal((false, "ben"), await Claim(_atA, id, "ada"));
        Assert.Equal((true, "ben"), await Claim(_atA, id, "ben"));
        Assert.Equal((false, "ben"), await Claim(_atB, id, "ada"));
    }

    [Fact]
    public async Task DueRowsAndWebhooks_OfTwoSilos_AreDoneOnce()
    {
        var received = new ConcurrentDictionary<string, int>();
        using var hooks = new HttpListener();
        var address = $"http://127.0.0.1:{FreePort.Next()}/";
        hooks.Prefixes.Add(address);
        hooks.Start();
        var receiving = Receive(hooks, received);
        var settings = new
        {
            name = "A shop",
            sla = new { policies = new[] { new { name = "all", firstResponseMinutes = 30 } } },
            webhooks = new[] { new { url = address, events = new[] { "sla-breached", "woken", "escalation-requested" } } },
        };
        using var put = await _atA.PutAsJsonAsync("/api/stores/due", settings);
        put.EnsureSuccessStatusCode();
        var ids = new List<string>();
        for (var i = 0; i < Conversations; i++)
        {
            ids.Add((await DeskSilo.Begin(i % 2 == 0 ? _atA : _atB, "due")).Id);
            await Do(i % 2 == 0 ? _atA : _atB, ids[i], "escalate", new { reason = "asked" });
        }

        var until = DateTimeOffset.UtcNow.AddSeconds(3);
        foreach (var id in ids) await Do(_atA, id, "snooze", new { until });
        await Until(async () => await Count("SELECT count(*) FROM events WHERE type = 'woken'") >= Conversations);

        // As it is half an hour later; whoever has a conversation open does not know, and gives way.
        await Count("""
            WITH late AS (
                UPDATE conversations SET epoch = epoch + 1, state = regexp_replace(state::text, '"dueAt":"2\d{3}', '"dueAt":"2001')::json
                 WHERE store = 'due' RETURNING key),
            due_now AS (UPDATE due SET due_at = now() FROM late WHERE due.key = late.key AND due.kind = 'sla' RETURNING 1)
            SELECT count(*) FROM due_now
            """);
        await Until(async () => await Count("SELECT count(*) FROM due WHERE target = 'conversation'") == 0 && received.Count >= 3 * Conversations);
        Assert.Equal(
            (Conversations, Conversations, Conversations),
            (await Count("SELECT count(*) FROM events WHERE type = 'woken'"), await Count("SELECT count(*) FROM events WHERE type = 'sla-breached'"),
             await Count("SELECT count(*) FROM events WHERE type = 'escalation-requested'")));
        Assert.Equal(3 * Conversations, received.Count);
        Assert.All(received.Values, n => Assert.Equal(1, n));
        hooks.Stop();
        await receiving;
    }

    private static async Task Receive(HttpListener hooks, ConcurrentDictionary<string, int> received)
    {
        try
        {
            while (true)
            {
                var call = await hooks.GetContextAsync();
                received.AddOrUpdate(call.Request.Headers["Webhook-Id"]!, 1, (_, n) => n + 1);
                call.Response.StatusCode = 204;
                call.Response.Close();
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    // Where the other silo has taken the conversation the first answer may be that it has moved.
    private static async Task<JsonElement> Do(HttpClient http, string id, string command, object body)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var reply = await http.PostAsJsonAsync($"/api/conversations/{id}/{command}", body);
            if (reply.IsSuccessStatusCode) return await reply.Content.ReadFromJsonAsync<JsonElement>();
            Assert.True(reply.StatusCode == HttpStatusCode.ServiceUnavailable && attempt < 3, await reply.Content.ReadAsStringAsync());
        }
    }

    private static async Task<(bool Won, string? By)> Claim(HttpClient http, string id, string agent)
    {
        using var reply = await http.PostAsJsonAsync($"/api/conversations/{id}/claim", new { agentId = agent, agentName = agent });
        reply.EnsureSuccessStatusCode();
        var receipt = await reply.Content.ReadFromJsonAsync<JsonElement>();
        return (receipt.GetProperty("won").GetBoolean(), receipt.GetProperty("agentId").GetString());
    }

    private async Task<int> Count(string sql)
    {
        await using var connection = new NpgsqlConnection(_database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (int)(long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task Until(Func<Task<bool>> holds)
    {
        for (var limit = DateTimeOffset.UtcNow + Limit; !await holds(); await Task.Delay(50))
            Assert.True(DateTimeOffset.UtcNow < limit, "It did not happen.");
    }
}
