using System.Text.Json;
using SupportPlatform.Conversations;
using SupportPlatform.Grains.Tests.Hosting;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.Grains.Tests.Conversations;

[Collection(SiloCollection.Name)]
public sealed class ConversationDataTests(SiloFixture silo)
{
    [SkippableFact]
    public async Task Post_NaughtyStrings_AreStoredAndReturnedByteForByte()
    {
        var texts = DataSets.RequireLines("naughty_strings", "items.jsonl").Select(r => r.GetProperty("text").GetString()!)
            .Where(t => !string.IsNullOrWhiteSpace(t)).ToList();
        var store = await silo.NewStore();
        var grain = await silo.NewConversation(store);
        foreach (var text in texts) await grain.Post(new PostMessage { ClientMessageId = Guid.NewGuid().ToString(), Text = text });
        await silo.Restart();
        grain = silo.Grains.GetGrain<IConversationGrain>(ConversationKey.FromGrainKey(grain.GetPrimaryKeyString()).GrainKey);
        var follower = new Follower(grain);
        await follower.Until(f => f.Messages.Count(m => m.Role == MessageRole.Customer) == texts.Count);
        Assert.Equal(texts, follower.Messages.Where(m => m.Role == MessageRole.Customer).Select(m => m.Text));
    }

    [SkippableFact]
    public async Task Post_RealConversationsInParallel_LosesDoublesAndReordersNothing()
    {
        var conversations = new[] { "retail_tool_conversations.jsonl", "sgd.jsonl" }
            .SelectMany(file => DataSets.RequireLines("load_replay", file)).Select(CustomerLines).Where(l => l.Count > 0).ToList();
        var store = await silo.NewStore();
        await Parallel.ForEachAsync(conversations, new ParallelOptions { MaxDegreeOfParallelism = 60 }, async (lines, cancellationToken) =>
        {
            var grain = await silo.NewConversation(store);
            for (var i = 0; i < lines.Count; i++)
                await grain.Post(new PostMessage { ClientMessageId = $"m-{i}", Text = lines[i] }, cancellationToken);
            var follower = new Follower(grain);
            await follower.Until(f => f.Events.LastOrDefault()?.Type == EventTypes.TurnCompleted &&
                f.Messages.Count(m => m.Role == MessageRole.Customer) == lines.Count);
            Assert.Equal(lines, follower.Messages.Where(m => m.Role == MessageRole.Customer).Select(m => m.Text));
            Assert.Contains(lines[^1], follower.Messages.Last(m => m.Role == MessageRole.Assistant).Text, StringComparison.Ordinal);
        });
    }

    private static List<string> CustomerLines(JsonElement row) =>
        [.. row.GetProperty("messages").EnumerateArray()
            .Where(m => m.GetProperty("from").GetString() == "customer" && m.TryGetProperty("text", out var t) && !string.IsNullOrWhiteSpace(t.GetString()))
            .Select(m => m.GetProperty("text").GetString()!)];
}
