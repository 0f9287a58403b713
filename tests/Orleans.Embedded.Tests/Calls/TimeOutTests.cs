using SupportPlatform.Engine.Tests.Hosting;

namespace SupportPlatform.Engine.Tests.Calls;

public sealed class TimeOutTests
{
    public interface ISlow : IGrainWithStringKey
    {
        Task Work(string name);

        [ResponseTimeout("00:02:00")]
        Task WorkLong(string name);

        [AlwaysInterleave]
        Task Ping();
    }

    [Fact]
    public async Task Call_WithoutAnswer_FailsAfterTheTimeOutAndGoesOn()
    {
        await using var silo = new TestSilo();
        var call = silo.Get<ISlow>().Work("1");
        await silo.Log.Until("+1");
        silo.Time.Advance(TimeSpan.FromSeconds(29));
        Assert.False(call.IsCompleted);

        silo.Time.Advance(TimeSpan.FromSeconds(2));

        await Assert.ThrowsAsync<TimeoutException>(() => call);
        silo.Gates.Open("1");
        await silo.Log.Until("-1");
    }

    [Fact]
    public async Task Call_TimedOutWhileWaiting_NeverRuns()
    {
        await using var silo = new TestSilo();
        var first = silo.Get<ISlow>().WorkLong("1");
        await silo.Log.Until("+1");
        var second = silo.Get<ISlow>().Work("2");
        silo.Time.Advance(TimeSpan.FromSeconds(31));
        await Assert.ThrowsAsync<TimeoutException>(() => second);

        silo.Gates.Open("1");
        silo.Gates.Open("3");
        await first;
        await silo.Get<ISlow>().Work("3");

        Assert.Equal(["+1", "-1", "+3", "-3"], silo.Log.Lines);
    }

    [Fact]
    public async Task Call_WithATimeOutOfItsOwn_WaitsThatLong()
    {
        await using var silo = new TestSilo();
        var call = silo.Get<ISlow>().WorkLong("1");
        await silo.Log.Until("+1");
        silo.Time.Advance(TimeSpan.FromSeconds(119));
        await silo.Get<ISlow>().Ping();
        Assert.False(call.IsCompleted);

        silo.Time.Advance(TimeSpan.FromSeconds(2));

        await Assert.ThrowsAsync<TimeoutException>(() => call);
    }

    [Fact]
    public async Task Call_BeyondTheLimitOfWaitingCalls_IsRefused()
    {
        await using var silo = new TestSilo(o => o.MaxWaitingCalls = 2);
        var calls = new List<Task> { silo.Get<ISlow>().Work("1") };
        await silo.Log.Until("+1");
        calls.Add(silo.Get<ISlow>().Work("1"));
        calls.Add(silo.Get<ISlow>().Work("1"));

        await Assert.ThrowsAsync<LimitExceededException>(() => silo.Get<ISlow>().Work("1"));
        silo.Gates.Open("1");
        await Task.WhenAll(calls);
    }

    public sealed class SlowGrain(EventLog log, Gates gates) : Grain, ISlow
    {
        public async Task Work(string name)
        {
            log.Add($"+{name}");
            await gates.Wait(name);
            log.Add($"-{name}");
        }

        public Task WorkLong(string name) => Work(name);

        public Task Ping() => Task.CompletedTask;
    }
}
