using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using SupportPlatform.Testing;
using Xunit;
using Xunit.Abstractions;

namespace SupportPlatform.EndToEnd.Tests.Desk;

/// <summary>Two consoles on a real silo: what happens reaches both, of two claims one wins, and who is gone is away.</summary>
public sealed class StaffHubJourneyTests(ITestOutputHelper output)
{
    private const int Rounds = 20;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task TwoConsoles_ClaimRaceAndLostConnection_AreSeenByBoth()
    {
        await using var silo = await SiloProcess.Start("Model:Builtin:WordsPerSecond=0", "Desk:PresenceGrace=00:00:03");
        var key = (await File.ReadAllTextAsync(Path.Combine(silo.DataFolder, "admin.key"))).Trim();
        using var http = new HttpClient { BaseAddress = silo.Address, Timeout = Limit };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        foreach (var agent in new[] { "ada", "ben" }) await Send(http, HttpMethod.Put, $"/api/stores/demo/agents/{agent}", new { name = agent.ToUpperInvariant(), slots = 100 });
        await Send(http, HttpMethod.Put, "/api/stores/demo/desks/main", new { assignment = "round-robin", offerSeconds = 600 });
        await using var ada = await Console(silo.Address, key, "ada");
        await using var ben = await Console(silo.Address, key, "ben");
        await ada.Invoke("presence", new { presence = "online" });

        var took = new List<double>();
        for (var i = 0; i < Rounds; i++)
        {
            await ada.Invoke("presence", new { });
            var id = await Begin(http);
            var clock = Stopwatch.StartNew();
            await Send(http, HttpMethod.Post, $"/api/conversations/{id}/escalate", new { reason = "asked" });
            await Until(ben, "lines", m => m.GetProperty("lines").EnumerateArray().Any(l => Is(l, id) && Text(l, "status") == "waiting"));
            await Until(ada, "offers", m => m.GetProperty("offers").EnumerateArray().Any(o => Is(o, id)));
            took.Add(clock.Elapsed.TotalMilliseconds);
        }

        took.Sort();
        output.WriteLine($"from the escalation to line and offer: p50 {took[Rounds / 2]:F0} ms, p95 {took[(Rounds * 95 / 100) - 1]:F0} ms");
        Assert.InRange(took[(Rounds * 95 / 100) - 1], 0, 5_000);

        var raced = await Begin(http);
        foreach (var (hub, agent) in new[] { (ada, "ada"), (ben, "ben") }) await hub.Invoke("open", new { conversationId = raced, after = 0, agentId = agent });
        var claims = await Task.WhenAll(Claim(http, raced, "ada"), Claim(http, raced, "ben"));
        var winner = Assert.Single(claims, c => c.GetProperty("won").GetBoolean()).GetProperty("agentId").GetString();
        Assert.All(claims, c => Assert.Equal(winner, Text(c, "agentId")));
        foreach (var hub in new[] { ada, ben })
        {
            var joined = await Until(hub, "event", e => Text(e, "type") == "agent-joined" && Is(e, raced));
            Assert.Equal(winner, Text(joined.GetProperty("data"), "agentId"));
        }

        ada.Abort();
        await Until(ben, "agents", m => m.GetProperty("agents").EnumerateArray().Any(a => Text(a, "agentId") == "ada" && Text(a, "presence") == "away"));
    }

    private static async Task<HubClient> Console(Uri address, string key, string agent)
    {
        var hub = await HubClient.Connect(address, key, path: "/hubs/staff");
        await hub.Invoke("watch", new { store = "demo", agentId = agent });
        return hub;
    }

    private static async Task<JsonElement> Until(HubClient hub, string target, Func<JsonElement, bool> condition)
    {
        using var timeout = new CancellationTokenSource(Limit);
        while (true)
        {
            var message = await hub.Next(target, timeout.Token);
            if (condition(message)) return message;
        }
    }

    private static async Task<string> Begin(HttpClient http) =>
        Text(await Send(http, HttpMethod.Post, "/api/stores/demo/conversations", new { }), "conversationId")!;

    private static Task<JsonElement> Claim(HttpClient http, string id, string agent) =>
        Send(http, HttpMethod.Post, $"/api/conversations/{id}/claim", new { agentId = agent, agentName = agent });

    private static async Task<JsonElement> Send(HttpClient http, HttpMethod method, string path, object body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        using var reply = await http.SendAsync(request);
        reply.EnsureSuccessStatusCode();
        return await reply.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static bool Is(JsonElement element, string id) => Text(element, "conversationId") == id;

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
