using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SupportPlatform.EndToEnd.Tests.Pages;
using SupportPlatform.Testing;
using Xunit;
using Xunit.Abstractions;

namespace SupportPlatform.EndToEnd.Tests.Desk;

/// <summary>
/// Fifty agents click the same thousand conversations at three silos on one database, which know nothing of each other, so that
/// nothing but the database decides; one of the silos is killed meanwhile. Each conversation has one winner, whom all others
/// learn, and slots are exact.
/// </summary>
[Collection(LoneCollection.Name)]
public sealed class ClaimRaceTests(ITestOutputHelper output)
{
    private const string Store = "race";
    private const int Agents = 50;
    private const int Slots = 20;
    private const int Conversations = Agents * Slots;
    private readonly ConcurrentDictionary<string, string> _won = new();
    private readonly ConcurrentDictionary<string, int> _replies = new();

    [Fact]
    public async Task Claim_OfAThousandByFiftyAgentsAtThreeSilos_HasOneWinnerEachThroughAKill()
    {
        var database = await DatabaseFixture.CreateDatabase();
        var silos = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => DeskSilo.StartOn(database)));
        await using var first = silos[0];
        await using var second = silos[1];
        await using var third = silos[2];
        var fronts = await Task.WhenAll(silos.Select(DeskSilo.FrontEnd));
        await Put(fronts[0], $"/api/stores/{Store}", new { name = "A shop" });
        for (var i = 0; i < Agents; i++) await Put(fronts[0], $"/api/stores/{Store}/agents/a-{i}", new { name = $"Agent {i}", slots = Slots });
        var ids = new ConcurrentBag<string>();
        await Each(Enumerable.Range(0, Conversations), async i => ids.Add((await DeskSilo.Begin(fronts[i % 3], Store)).Id));

        // Each agent clicks each conversation, all of them at about the same time and a third of them at each silo.
        var clicks = ids.SelectMany((id, c) => Enumerable.Range(0, Agents).Select(a => (Front: fronts[a % 3], Id: id, Agent: $"a-{(a + c) % Agents}")));
        var halfWay = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var clicking = Each(clicks, async click =>
        {
            await Claim(click.Front, click.Id, click.Agent);
            if (_won.Count >= Conversations / 2) halfWay.TrySetResult();
        });
        await Task.WhenAny(halfWay.Task, clicking).WaitAsync(TimeSpan.FromMinutes(3));
        Assert.True(halfWay.Task.IsCompleted);
        await second.Kill();
        await clicking;
        await second.Start();
        output.WriteLine(string.Join(", ", _replies.OrderBy(r => r.Key).Select(r => $"{r.Key}: {r.Value}")));

        // What a winner was told is so, and nobody has more than fits.
        var held = await Held(fronts[1]);
        foreach (var (id, agent) in _won) Assert.Equal(agent, held[id]);
        Assert.All(held.Values.CountBy(a => a), a => Assert.InRange(a.Value, 0, Slots));
        Assert.Equal(Agents * Conversations, _replies.Values.Sum());

        // There are as many slots as conversations: what is free is taken, and then all is.
        for (var rounds = 0; held.Count < Conversations; held = await Held(fronts[0]))
        {
            Assert.True(++rounds <= Agents, $"{Conversations - held.Count} are left");
            var left = ids.Except(held.Keys).ToList();
            var free = Enumerable.Range(0, Agents).Select(i => $"a-{i}").SelectMany(a => Enumerable.Repeat(a, Slots - held.Values.Count(h => h == a))).ToArray();
            Assert.Equal(left.Count, free.Length);
            await Each(left.Select((id, i) => (Id: id, Agent: free[i])), c => Claim(fronts[rounds % 3], c.Id, c.Agent));
        }

        await Task.WhenAll(silos.Select(s => s.Kill()));
        await Task.WhenAll(silos.Select(s => s.Start()));
        held = await Held(fronts[2]);
        Assert.Equal(Conversations, held.Count);
        foreach (var (id, agent) in _won) Assert.Equal(agent, held[id]);
        Assert.All(held.Values.CountBy(a => a), a => Assert.Equal(Slots, a.Value));
        for (var i = 0; i < Agents; i++)
            Assert.Equal(Slots, (await fronts[i % 3].GetFromJsonAsync<JsonElement>($"/api/stores/{Store}/agents/a-{i}")).GetProperty("conversations").GetInt32());
        foreach (var front in fronts) front.Dispose();
    }

    private async Task Claim(HttpClient http, string id, string agent)
    {
        try
        {
            using var reply = await http.PostAsJsonAsync($"/api/conversations/{id}/claim", new { agentId = agent, agentName = agent });
            if (reply.StatusCode != HttpStatusCode.OK)
            {
                Count((await reply.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()!);
                return;
            }

            // Losers are told the same winner.
            var receipt = await reply.Content.ReadFromJsonAsync<JsonElement>();
            var winner = receipt.GetProperty("agentId").GetString()!;
            Assert.Equal(winner, _won.GetOrAdd(id, winner));
            Assert.Equal(winner == agent, receipt.GetProperty("won").GetBoolean());
            Count(winner == agent ? "won" : "lost");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            // The silo is away; whether the claim was made is what the test finds out.
            Count("away");
        }
    }

    private void Count(string reply) => _replies.AddOrUpdate(reply, 1, (_, n) => n + 1);

    private static async Task<Dictionary<string, string>> Held(HttpClient http)
    {
        var held = new Dictionary<string, string>();
        for (string? cursor = null; ;)
        {
            var page = await http.GetFromJsonAsync<JsonElement>($"/api/stores/{Store}/conversations?status=with-agent&limit=500{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}");
            foreach (var line in page.GetProperty("conversations").EnumerateArray())
                held.Add(line.GetProperty("conversationId").GetString()!, line.GetProperty("agentId").GetString()!);
            if (!page.TryGetProperty("cursor", out var next) || next.ValueKind == JsonValueKind.Null) return held;
            cursor = next.GetString();
        }
    }

    private static async Task Put(HttpClient http, string path, object body)
    {
        using var put = await http.PutAsJsonAsync(path, body);
        put.EnsureSuccessStatusCode();
    }

    private static Task Each<T>(IEnumerable<T> items, Func<T, Task> action) =>
        Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = 96 }, async (item, _) => await action(item));
}
