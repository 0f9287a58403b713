using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.EndToEnd.Tests.Desk;

/// <summary>Agents claim while the silo is killed; afterwards what they have is what the conversations say, and fits.</summary>
public sealed class SlotCrashTests
{
    private const int Slots = 4;
    private const int Conversations = 30;
    private static readonly string[] Agents = ["ada", "ben", "cem"];

    [Fact]
    public async Task Claim_SiloKilledMeanwhile_LeavesSlotsExact()
    {
        await using var silo = await SiloProcess.Start("Model:Builtin:WordsPerSecond=0");
        using var http = new HttpClient { BaseAddress = silo.Address, Timeout = TimeSpan.FromSeconds(20) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await File.ReadAllTextAsync(Path.Combine(silo.DataFolder, "admin.key"))).Trim());
        foreach (var agent in Agents)
        {
            using var put = await http.PutAsJsonAsync($"/api/stores/demo/agents/{agent}", new { name = agent, slots = Slots });
            put.EnsureSuccessStatusCode();
        }

        var ids = new List<string>();
        for (var i = 0; i < Conversations; i++)
        {
            using var begun = await http.PostAsJsonAsync("/api/stores/demo/conversations", new { });
            ids.Add((await begun.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("conversationId").GetString()!);
        }

        var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var claims = Task.WhenAll(Agents.SelectMany(a => ids.Select(id => Claim(http, id, a, first))));
        await first.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await silo.Kill();
        await claims;
        await silo.Start();
        foreach (var agent in Agents) Assert.InRange(await Held(http, agent), 0, Slots);

        // There are more conversations than slots, so that in the end each agent has as many as fit.
        await Task.WhenAll(Agents.SelectMany(a => ids.Select(id => Claim(http, id, a, first))));
        foreach (var agent in Agents) Assert.Equal(Slots, await Held(http, agent));
        foreach (var agent in Agents) Assert.Equal(Slots, await Listed(http, agent));
    }

    private static async Task Claim(HttpClient http, string id, string agent, TaskCompletionSource won)
    {
        try
        {
            using var reply = await http.PostAsJsonAsync($"/api/conversations/{id}/claim", new { agentId = agent, agentName = agent });
            if (reply.StatusCode == HttpStatusCode.OK) won.TrySetResult();
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            // The silo is away; whether the claim was made is what the test finds out.
        }
    }

    private static async Task<int> Held(HttpClient http, string agent) =>
        (await http.GetFromJsonAsync<JsonElement>($"/api/stores/demo/agents/{agent}")).GetProperty("conversations").GetInt32();

    private static async Task<int> Listed(HttpClient http, string agent) =>
        (await http.GetFromJsonAsync<JsonElement>($"/api/stores/demo/conversations?agent={agent}")).GetProperty("conversations").GetArrayLength();
}
