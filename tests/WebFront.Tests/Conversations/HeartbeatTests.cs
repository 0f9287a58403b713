using Microsoft.Extensions.DependencyInjection;
using SupportPlatform.Conversations.Relay;
using SupportPlatform.Fakes;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.Conversations;

public sealed class HeartbeatTests
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);

    [Fact]
    public void Wheel_APeriod_BeatsEachMemberOnceAndNotAllTogether()
    {
        var beaten = new List<object>();
        var wheel = new HeartbeatWheel<object>(_time, beaten.Add);
        object[] members = [.. Enumerable.Range(0, 200).Select(_ => new object())];
        foreach (var member in members) wheel.Add(member);
        wheel.Remove(members[0]);
        wheel.TurnTo(HeartbeatWheel<object>.Period / 2);
        Assert.InRange(beaten.Count, 50, 150);
        wheel.TurnTo(HeartbeatWheel<object>.Period);

        Assert.Equal(members[1..].ToHashSet(), beaten.ToHashSet());
        Assert.Equal(199, beaten.Count);
    }

    [Fact]
    public async Task Hub_Quiet_IsPinged()
    {
        await using var front = await FrontHost.Start(s => s.AddSingleton<TimeProvider>(_time));
        var (_, token) = await front.Begin();
        await using var hub = await HubClient.Connect(front.Address, token);
        var first = hub.Messages.ReadAsync().AsTask();
        while (!first.IsCompleted)
        {
            _time.Advance(HeartbeatWheel<object>.Period);
            await Task.WhenAny(first, Task.Delay(20));
        }

        Assert.Equal("ping", (await first).Target);
    }
}
