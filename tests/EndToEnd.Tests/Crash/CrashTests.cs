using System.Text.Json;
using SupportPlatform.Testing;
using Xunit;
using Xunit.Abstractions;

namespace SupportPlatform.EndToEnd.Tests.Crash;

/// <summary>
/// A silo under load is killed again and again. Afterwards each acknowledged message is there once, numbers have no gap,
/// each customer message has its answer, and what followers saw is what the log holds.
/// </summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    private const int Clients = 50;
    private const int Kills = 10;

    private static readonly string[] Questions =
    [
        "How do I descale the K1?", "How long does delivery to Germany take?", "Can I pause my subscription?",
        "What does the warranty cover?", "Which grind setting is right for pour-over?",
    ];

    [Fact]
    public async Task Silo_KilledTenTimesUnderLoad_LosesAndDoublesNothing()
    {
        await using var silo = await SiloProcess.Start(
            "Conversations:StartDelay=00:00:00.05", "Conversations:JoinWindow=00:00:00", "Conversations:AnswerWithin=00:00:06",
            "Model:Builtin:WordsPerSecond=60");
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(6));
        using var load = CancellationTokenSource.CreateLinkedTokenSource(limit.Token);
        var clients = Enumerable.Range(0, Clients).Select(i => new CrashClient(silo.Address, $"client-{i}")).ToList();
        await Parallel.ForEachAsync(clients, limit.Token, async (client, token) => await client.Open(token));
        var stop = false;
        var writing = clients.Select(client => Task.Run(() => Write(client, () => Volatile.Read(ref stop), limit.Token))).ToList();
        var following = clients.Select(client => Task.Run(() => client.Follow(c => Volatile.Read(ref stop) && IsSettled(c), limit.Token))).ToList();

        var random = new Random(20261121);
        for (var kill = 0; kill < Kills; kill++)
        {
            await Task.Delay(random.Next(300, 2_500), limit.Token);
            await silo.Kill();
            await silo.Start();
        }

        Volatile.Write(ref stop, true);
        await Task.WhenAll(writing);

        // One more line in each conversation, so that each follower has something to end on.
        await Parallel.ForEachAsync(clients, limit.Token, async (c, token) => await c.Post(-1, "Thank you", token));
        await Task.WhenAll(following).WaitAsync(limit.Token);
        var posts = 0;
        foreach (var client in clients)
        {
            await Check(client, limit.Token);
            posts += client.Acknowledged.Count;
            client.Dispose();
        }

        output.WriteLine($"{posts} acknowledged messages of {Clients} clients through {Kills} kills");
        Assert.True(posts > Clients * 3, "too little load to prove anything");
    }

    private static async Task Write(CrashClient client, Func<bool> stopped, CancellationToken cancellationToken)
    {
        var random = new Random(client.ConversationId.GetHashCode(StringComparison.Ordinal));
        for (var number = 0; !stopped(); number++)
        {
            await client.Post(number, Questions[random.Next(Questions.Length)], cancellationToken);
            await Task.Delay(random.Next(100, 1_500), cancellationToken);
        }
    }

    /// <summary>All acknowledged messages are seen, and the last thing that happened is a completed turn.</summary>
    private static bool IsSettled(CrashClient client)
    {
        var transcript = client.Transcript;
        return transcript.Count > 0 && transcript[^1].Type == "turn-completed" && client.Acknowledged.ContainsKey($"{Name(client)}-{-1}")
            && transcript[^1].Seq > client.Acknowledged.Values.Max();
    }

    private static string Name(CrashClient client) => client.Acknowledged.Keys.First().Split('-')[0] + "-" + client.Acknowledged.Keys.First().Split('-')[1];

    private static async Task Check(CrashClient client, CancellationToken cancellationToken)
    {
        var log = await client.ReadLog(cancellationToken);
        Assert.Equal(client.Transcript, log);
        Assert.Equal(Enumerable.Range(1, log.Count).Select(i => (long)i), log.Select(e => e.Seq));
        var posted = log.Where(e => e.Type == "message-posted")
            .Select(e => (e.Seq, Data: JsonSerializer.Deserialize<JsonElement>(e.Data))).ToList();
        var customers = posted.Where(m => m.Data.GetProperty("role").GetString() == "customer")
            .ToDictionary(m => m.Data.GetProperty("clientMessageId").GetString()!, m => m.Seq);
        foreach (var (id, seq) in client.Acknowledged) Assert.Equal(seq, customers[id]);

        // Each customer message is followed by an answer before the conversation's end.
        var lastAnswer = posted.Where(m => m.Data.GetProperty("role").GetString() == "assistant").Max(m => m.Seq);
        Assert.All(customers.Values, seq => Assert.True(seq < lastAnswer));
    }
}
