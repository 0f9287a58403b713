using System.Net.Http.Json;
using System.Text.Json;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.EndToEnd.Tests.Desk;

/// <summary>Agents claim while the assistant writes: what the customer's client shows after the claim is theirs alone.</summary>
public sealed class FloorRaceTests
{
    private const int Rounds = 200;
    private const int AtOnce = 10;

    [Fact]
    public async Task Claim_WhileTheAssistantWrites_TwoHundredTimes_LeavesNotOneCharacterAfterItsNumber()
    {
        await using var silo = await DeskSilo.Start(wordsPerSecond: 8);
        using var staff = await DeskSilo.FrontEnd(silo);
        using var visitors = new HttpClient { BaseAddress = silo.Address, Timeout = TimeSpan.FromSeconds(60) };
        var cut = 0;
        await Parallel.ForAsync(0, Rounds, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (round, _) =>
        {
            if (await Round(silo.Address, staff, visitors, round)) Interlocked.Increment(ref cut);
        });

        // Some answers may have ended just before the claim; most are cut in the middle, else nothing was tested.
        Assert.InRange(cut, Rounds / 2, Rounds);
    }

    private static async Task<bool> Round(Uri address, HttpClient staff, HttpClient visitors, int round)
    {
        var (id, token) = await DeskSilo.Begin(visitors);
        await using var hub = await HubClient.Connect(address, token);
        await hub.Invoke("join", new { conversationId = id, after = 0 });
        await hub.Invoke("send_message", new { content = "How do I descale the K1, and how do I clean it?", clientMessageId = "m-1" });
        await hub.Next("response_chunk");

        // After a different time in each round, so that the claim meets the answer in many places.
        await Task.Delay(round % 20 * 10);
        using var reply = await staff.PostAsJsonAsync($"/api/conversations/{id}/claim", new { agentId = $"a-{round}", agentName = "Ada" });
        reply.EnsureSuccessStatusCode();
        var claimed = (await reply.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("seq").GetInt64();
        using var said = await staff.PostAsJsonAsync($"/api/conversations/{id}/agent-messages", new { agentId = $"a-{round}", agentName = "Ada", clientMessageId = "s-1", text = "I am here." });
        said.EnsureSuccessStatusCode();
        await hub.Invoke("send_message", new { content = "Thank you.", clientMessageId = "m-2" });

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var (joined, wasCut) = (false, false);
        await foreach (var message in hub.Messages.ReadAllAsync(limit.Token))
        {
            Assert.False(joined && message.Target is "response_chunk" or "response_complete", $"{message.Target} after the claim");
            if (message.Target != "event") continue;
            var (seq, type, data) = (message.Argument.GetProperty("seq").GetInt64(), message.Argument.GetProperty("type").GetString(), message.Argument.GetProperty("data"));
            wasCut |= type == "turn-cancelled";
            if (seq == claimed) Assert.Equal("agent-joined", type);
            joined |= seq >= claimed;
            if (joined && type == "message-posted") Assert.NotEqual("assistant", data.GetProperty("role").GetString());
            if (type == "message-posted" && data.TryGetProperty("clientMessageId", out var own) && own.GetString() == "m-2") return wasCut;
        }

        throw new InvalidOperationException("The connection ended.");
    }
}
