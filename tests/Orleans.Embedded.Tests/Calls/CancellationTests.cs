using SupportPlatform.Engine.Tests.Hosting;

namespace SupportPlatform.Engine.Tests.Calls;

public sealed class CancellationTests
{
    public interface IPatient : IGrainWithStringKey
    {
        Task<int> Wait(string name, CancellationToken cancellationToken = default);

        ValueTask<bool> CanBeCancelled(CancellationToken cancellationToken = default);
    }

    [Fact]
    public async Task Cancel_OfARunningCall_ReachesTheGrainInATurn()
    {
        await using var silo = new TestSilo();
        using var source = new CancellationTokenSource();
        var call = silo.Get<IPatient>().Wait("1", source.Token);
        await silo.Log.Until("+1");

        await source.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(source.Token, error.CancellationToken);
        await silo.Log.Until("cancelled 1 in a turn");
    }

    [Fact]
    public async Task Cancel_OfAWaitingCall_DropsIt()
    {
        await using var silo = new TestSilo();
        using var source = new CancellationTokenSource();
        using var first = new CancellationTokenSource();
        var running = silo.Get<IPatient>().Wait("1", first.Token);
        await silo.Log.Until("+1");
        var waiting = silo.Get<IPatient>().Wait("2", source.Token);

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await first.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.False(await silo.Get<IPatient>().CanBeCancelled());
        Assert.DoesNotContain("+2", silo.Log.Lines);
    }

    [Fact]
    public async Task Call_WithACancelledToken_IsNotSent()
    {
        await using var silo = new TestSilo();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => silo.Get<IPatient>().Wait("1", new CancellationToken(canceled: true)));

        Assert.False(await silo.Get<IPatient>().CanBeCancelled());
        Assert.Empty(silo.Log.Lines);
    }

    [Fact]
    public async Task Cancel_AfterATimeOut_StillReachesTheGrain()
    {
        await using var silo = new TestSilo();
        using var source = new CancellationTokenSource();
        var call = silo.Get<IPatient>().Wait("1", source.Token);
        await silo.Log.Until("+1");
        silo.Time.Advance(TimeSpan.FromSeconds(31));
        await Assert.ThrowsAsync<TimeoutException>(() => call);

        await source.CancelAsync();

        await silo.Log.Until("cancelled 1 in a turn");
    }

    public sealed class PatientGrain(EventLog log) : Grain, IPatient
    {
        public async Task<int> Wait(string name, CancellationToken cancellationToken = default)
        {
            var own = TaskScheduler.Current;
            using var registration = cancellationToken.Register(
                () => log.Add(TaskScheduler.Current == own ? $"cancelled {name} in a turn" : $"cancelled {name} outside"));
            log.Add($"+{name}");
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }

        public ValueTask<bool> CanBeCancelled(CancellationToken cancellationToken = default) => new(cancellationToken.CanBeCanceled);
    }
}
