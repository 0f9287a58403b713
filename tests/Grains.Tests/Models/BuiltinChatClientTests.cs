using Microsoft.Extensions.AI;
using SupportPlatform.Grains.Tests.Knowledge;
using SupportPlatform.Models;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.Grains.Tests.Models;

public sealed class BuiltinChatClientTests
{
    [Fact]
    public async Task Stream_Pace_IsThatOfTheClock()
    {
        var time = new FakeTimeProvider();
        using var client = new BuiltinChatClient(new TokenEstimator(), 10, time);
        await using var stream = client.GetStreamingResponseAsync(Request()).GetAsyncEnumerator();

        Assert.True(await stream.MoveNextAsync());
        Assert.Equal("The ", stream.Current.Text);
        var next = stream.MoveNextAsync().AsTask();
        time.Advance(TimeSpan.FromMilliseconds(99));
        Assert.False(next.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.True(await next.WaitAsync(TimeSpan.FromSeconds(10)));
        Assert.Equal("weight ", stream.Current.Text);
    }

    [Fact]
    public async Task Stream_Cancelled_StopsBetweenWords()
    {
        using var client = new BuiltinChatClient(new TokenEstimator(), 0, TimeProvider.System);
        using var cancel = new CancellationTokenSource();
        var words = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var update in client.GetStreamingResponseAsync(Request(), null, cancel.Token))
                if (++words == 2) await cancel.CancelAsync();
        });

        Assert.Equal(2, words);
    }

    [Fact]
    public async Task Stream_Twice_IsTheSame()
    {
        using var client = new BuiltinChatClient(new TokenEstimator(), 0, TimeProvider.System);

        Assert.Equal((await client.GetResponseAsync(Request())).Text, (await client.GetResponseAsync(Request())).Text);
    }

    [Fact]
    public async Task Stream_NoPassages_SaysNothing()
    {
        using var client = new BuiltinChatClient(new TokenEstimator(), 0, TimeProvider.System);

        var response = await client.GetResponseAsync([new(ChatRole.User, "How heavy is the Aurora Lamp?")]);

        Assert.Equal("", response.Text);
        Assert.True(response.Usage!.InputTokenCount > 0);
    }

    private static ChatMessage[] Request()
    {
        var knowledge = Shop.Snapshot();
        var query = knowledge.Read("How heavy is the Aurora Lamp?");
        return [new(ChatRole.System, [new TextContent("Answer."), new EvidenceContent([query], knowledge.Search(query, 5))])];
    }
}
