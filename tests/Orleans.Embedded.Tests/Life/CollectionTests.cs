using SupportPlatform.Engine.Tests.Hosting;

namespace SupportPlatform.Engine.Tests.Life;

public sealed class CollectionTests
{
    public interface ISleeper : IGrainWithStringKey
    {
        Task<Guid> Ping();

        Task<Guid> Work(string gate);

        Task<Guid> Delay(TimeSpan time);

        IAsyncEnumerable<int> Watch();
    }

    [Fact]
    public async Task Idle_ForTheCollectionAge_Ends()
    {
        await using var silo = new TestSilo();
        var first = await silo.Get<ISleeper>().Ping();
        silo.Time.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal(first, await silo.Get<ISleeper>().Ping());

        silo.Time.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal(first, await silo.Get<ISleeper>().Ping());
        silo.Time.Advance(TimeSpan.FromMinutes(17));
        await silo.Log.Until("ended ActivationIdle");

        Assert.NotEqual(first, await silo.Get<ISleeper>().Ping());
    }

    [Fact]
    public async Task Busy_WithACall_Stays()
    {
        await using var silo = new TestSilo();
        var first = await silo.Get<ISleeper>().Ping();
        var work = silo.Get<ISleeper>().Work("1");
        await silo.Log.Until("working");
        silo.Time.Advance(TimeSpan.FromMinutes(40));
        silo.Gates.Open("1");
        await Assert.ThrowsAsync<TimeoutException>(() => work);

        Assert.Equal(first, await silo.Get<ISleeper>().Ping());
        Assert.DoesNotContain("ended ActivationIdle", silo.Log.Lines);
    }

    [Fact]
    public async Task Watched_ByAWaitingReader_Stays()
    {
        await using var silo = new TestSilo();
        var first = await silo.Get<ISleeper>().Ping();
        await using var reader = silo.Get<ISleeper>().Watch().GetAsyncEnumerator();
        Assert.True(await reader.MoveNextAsync());
        var next = reader.MoveNextAsync();

        silo.Time.Advance(TimeSpan.FromMinutes(40));

        Assert.Equal(first, await silo.Get<ISleeper>().Ping());
        silo.Gates.Open("watch");
        Assert.True(await next);
    }

    [Fact]
    public async Task Watched_ByAReaderThatHasStopped_EndsAndAbortsIt()
    {
        await using var silo = new TestSilo();
        await using var reader = silo.Get<ISleeper>().Watch().GetAsyncEnumerator();
        Assert.True(await reader.MoveNextAsync());
        silo.Time.Advance(TimeSpan.FromMinutes(2));
        await Assert.ThrowsAsync<EnumerationAbortedException>(async () => await reader.MoveNextAsync());
        silo.Gates.Open("watch");
        await silo.Get<ISleeper>().Ping();

        silo.Time.Advance(TimeSpan.FromMinutes(17));

        await silo.Log.Until("ended ActivationIdle");
    }

    [Fact]
    public async Task DelayDeactivation_Longer_Stays()
    {
        await using var silo = new TestSilo();
        var first = await silo.Get<ISleeper>().Delay(TimeSpan.FromHours(2));
        silo.Time.Advance(TimeSpan.FromMinutes(119));
        Assert.Equal(first, await silo.Get<ISleeper>().Delay(TimeSpan.Zero));

        silo.Time.Advance(TimeSpan.FromMinutes(17));

        await silo.Log.Until("ended ActivationIdle");
    }

    public sealed class SleeperGrain(EventLog log, Gates gates) : Grain, ISleeper
    {
        private readonly Guid _id = Guid.NewGuid();

        public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
        {
            log.Add($"ended {reason.ReasonCode}");
            return Task.CompletedTask;
        }

        public Task<Guid> Ping() => Task.FromResult(_id);

        public async Task<Guid> Work(string gate)
        {
            log.Add("working");
            await gates.Wait(gate);
            return _id;
        }

        public Task<Guid> Delay(TimeSpan time)
        {
            DelayDeactivation(time);
            return Ping();
        }

        public async IAsyncEnumerable<int> Watch()
        {
            yield return 1;
            await gates.Wait("watch");
            yield return 2;
        }
    }
}
