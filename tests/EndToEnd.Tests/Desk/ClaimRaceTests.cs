using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace SupportPlatform.EndToEnd.Tests.Desk;

/// <summary>
/// Fifty agents at three front ends click the same thousand conversations while the silo is killed: each has one winner, and
/// slots are exact.
/// </summary>
public sealed class ClaimRaceTests
{
    private const int Agents = 50;
    private const int Slots = 20;
    private const int Conversations = Agents * Slots;
    private const int Rivals = 6;

    [Fact]
    public async Task Claim_OfAThousandByFiftyAgentsAtThreeFrontEnds_HasOneWinnerEachThroughAKill()
    {
        await using var silo = await DeskSilo.Start(wordsPerSecond: 0);
        using var first = await DeskSilo.FrontEnd(silo);
        using var second = await DeskSilo.FrontEnd(silo);
        using var third = await DeskSilo.FrontEnd(silo);
        HttpClient[] fronts = [first, second, third];
        for (var i = 0; i < Agents; i++)
        {
            using var put = await first.PutAsJsonAsync($"/api/stores/demo/agents/a-{i}", new { name = $"Agent {i}", slots = Slots });
            put.EnsureSuccessStatusCode();
        }

        var ids = new ConcurrentBag<string>();
        await Each(Enumerable.Range(0, Conversations), async _ => ids.Add((await DeskSilo.Begin(first)).Id));

        // Each conversation is clicked by six agents at once, two at each front end.
        var random = new Random(20261121);
        var clicks = ids.SelectMany(id => Enumerable.Range(0, Rivals).Select(n => (Front: fronts[n % fronts.Length], Id: id, Agent: $"a-{random.Next(Agents)}"))).ToList();
        var won = new ConcurrentDictionary<string, string>();
        var halfWay = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var clicking = Each(clicks, async click =>
        {
            await Claim(click.Front, click.Id, click.Agent, won);
            if (won.Count >= Conversations / 2) halfWay.TrySetResult();
        });
        await Task.WhenAny(halfWay.Task, clicking).WaitAsync(TimeSpan.FromMinutes(3));
        Assert.True(halfWay.Task.IsCompleted);
        await silo.Kill();
        await clicking;
        await silo.Start();

        // What a winner was told is so, and nobody has more than fits.
        var held = await Held(first);
        foreach (var (id, agent) in won) Assert.Equal(agent, held[id]);
        Assert.All(held.Values.CountBy(a => a), a => Assert.InRange(a.Value, 0, Slots));

        // There are as many slots as conversations: what is free is taken, and then all is.
        var rounds = 0;
        for (var left = ids.Except(held.Keys).ToList(); left.Count > 0; left = [.. ids.Except(held.Keys)])
        {
            Assert.True(++rounds <= Agents, $"{left.Count} are left");
            var free = Enumerable.Range(0, Agents).Select(i => $"a-{i}").SelectMany(a => Enumerable.Repeat(a, Slots - held.Values.Count(h => h == a))).ToArray();
            Assert.Equal(left.Count, free.Length);
            await Each(left.Select((id, i) => (Id: id, Agent: free[i])), c => Claim(fronts[rounds % fronts.Length], c.Id, c.Agent, won));
            held = await Held(first);
        }

        Assert.Equal(Conversations, held.Count);
        Assert.All(held.Values.CountBy(a => a), a => Assert.Equal(Slots, a.Value));
        for (var i = 0; i < Agents; i++)
            Assert.Equal(Slots, (await first.GetFromJsonAsync<JsonElement>($"/api/stores/demo/agents/a-{i}")).GetProperty("conversations").GetInt32());
    }

    private static async Task Claim(HttpClient http, string id, string agent, ConcurrentDictionary<string, string> won)
    {
        try
        {
            using var reply = await http.PostAsJsonAsync($"/api/conversations/{id}/claim", new { agentId = agent, agentName = agent });
            if (reply.StatusCode != HttpStatusCode.OK) return;
            var receipt = await reply.Content.ReadFromJsonAsync<JsonElement>();

            // Losers are told the same winner.
            var winner = receipt.GetProperty("agentId").GetString()!;
            Assert.Equal(winner, won.GetOrAdd(id, winner));
            Assert.Equal(winner == agent, receipt.GetProperty("won").GetBoolean());
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            // The silo is away; whether the claim was made is what the test finds out.
        }
    }

    private static async Task<Dictionary<string, string>> Held(HttpClient http)
    {
        var held = new Dictionary<string, string>();
        for (string? cursor = null; ;)
        {
            var page = await http.GetFromJsonAsync<JsonElement>($"/api/stores/demo/conversations?status=with-agent&limit=500{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}");
            foreach (var line in page.GetProperty("conversations").EnumerateArray())
                held.Add(line.GetProperty("conversationId").GetString()!, line.GetProperty("agentId").GetString()!);
            if (!page.TryGetProperty("cursor", out var next) || next.ValueKind == JsonValueKind.Null) return held;
            cursor = next.GetString();
        }
    }

    private static Task Each<T>(IEnumerable<T> items, Func<T, Task> action) =>
        Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = 96 }, async (item, _) => await action(item));
}
