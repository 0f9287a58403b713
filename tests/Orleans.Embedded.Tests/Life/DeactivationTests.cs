using Orleans.Storage;
using SupportPlatform.Engine.Tests.Hosting;

namespace SupportPlatform.Engine.Tests.Life;

public sealed class DeactivationTests
{
    public interface IMortal : IGrainWithStringKey
    {
        Task<int> Ping();

        Task<int> Leave(string gate);

        Task<int> Work(string gate);

        Task BreakState();

        Task<int> LeaveAndCatch();
    }

    [Fact]
    public async Task DeactivateOnIdle_DuringACall_LetsItFinishAndSendsTheOthersToTheNext()
    {
        await using var silo = new TestSilo();
        var leaving = silo.Get<IMortal>().Leave("1");
        await silo.Log.Until("leaving");
        var later = new[] { silo.Get<IMortal>().Ping(), silo.Get<IMortal>().Ping() };
        silo.Gates.Open("1");

        var first = await leaving;
        await silo.Log.Until("deactivating ApplicationRequested");
        Assert.All(later, call => Assert.False(call.IsCompleted));
        silo.Gates.Open("deactivate");

        var second = await Task.WhenAll(later);
        Assert.NotEqual(first, second[0]);
        Assert.Equal(second[0], second[1]);
        Assert.Equal(["activated", "leaving", "deactivating ApplicationRequested", "deactivated", "disposed", "activated"], silo.Log.Lines);
    }

    [Fact]
    public async Task InconsistentState_LeavingACall_EndsTheActivation()
    {
        await using var silo = new TestSilo();
        silo.Gates.Open("deactivate");
        var first = await silo.Get<IMortal>().Ping();

        await Assert.ThrowsAsync<InconsistentStateException>(() => silo.Get<IMortal>().BreakState());

        Assert.NotEqual(first, await silo.Get<IMortal>().Ping());
        Assert.Contains("deactivating ApplicationError", silo.Log.Lines);
    }

    [Fact]
    public async Task OnDeactivate_ThatHangs_EndsAfterItsTimeOut()
    {
        await using var silo = new TestSilo(o => o.DeactivationTimeout = TimeSpan.FromSeconds(5));
        silo.Gates.Open("1");
        await silo.Get<IMortal>().Leave("1");
        await silo.Log.Until("deactivating ApplicationRequested");
        var next = silo.Get<IMortal>().Ping();

        silo.Time.Advance(TimeSpan.FromSeconds(6));

        await next;
        Assert.DoesNotContain("deactivated", silo.Log.Lines);
    }

    [Fact]
    public async Task Deactivation_WithACallThatNeverReturns_HappensAfterItsTimeOut()
    {
        await using var silo = new TestSilo(o => o.DeactivationTimeout = TimeSpan.FromSeconds(5));
        silo.Gates.Open("deactivate");
        var stuck = silo.Get<IMortal>().Leave("never");
        await silo.Log.Until("leaving");
        var next = silo.Get<IMortal>().Ping();

        silo.Time.Advance(TimeSpan.FromSeconds(6));

        await next;
        Assert.False(stuck.IsCompleted);
    }

    [Fact]
    public async Task Stop_WithActivations_EndsThemAll()
    {
        await using var silo = new TestSilo();
        silo.Gates.Open("deactivate");
        silo.Gates.Open("1");
        var busy = silo.Get<IMortal>("0").Work("1");
        for (var i = 1; i < 20; i++) await silo.Get<IMortal>($"{i}").Ping();

        await silo.Stop();

        await busy;
        Assert.Equal(20, silo.Log.Lines.Count(l => l == "deactivating ShuttingDown"));
        Assert.Equal(20, silo.Log.Lines.Count(l => l == "disposed"));
        await Assert.ThrowsAsync<SiloUnavailableException>(() => silo.Get<IMortal>("new").Ping());
    }

    [Fact]
    public async Task Stop_WithAnActivationThatHangs_EndsInTime()
    {
        await using var silo = new TestSilo(o => o.ShutdownTimeout = TimeSpan.FromSeconds(3));
        await silo.Get<IMortal>().Ping();
        var stop = silo.Stop();
        await silo.Log.Until("deactivating ShuttingDown");

        silo.Time.Advance(TimeSpan.FromSeconds(4));

        await stop.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Calls_WhileActivationsComeAndGo_AreAllAnswered()
    {
        await using var silo = new TestSilo();
        silo.Gates.Open("deactivate");

        var ids = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(async () =>
        {
            var seen = new HashSet<int>();
            for (var n = 0; n < 200; n++) seen.Add(n % 10 == i % 10 ? await silo.Get<IMortal>().LeaveAndCatch() : await silo.Get<IMortal>().Ping());
            return seen;
        })));

        Assert.True(ids.SelectMany(s => s).Distinct().Count() > 10);
        Assert.Equal(0, MortalGrain.Doubles);
    }

    public sealed class MortalGrain(EventLog log, Gates gates) : Grain, IMortal, IAsyncDisposable
    {
        private static int _count;
        private static int _doubles;
        private static readonly System.Collections.Concurrent.ConcurrentDictionary<(EventLog, string), int> Living = new();
        private readonly int _number = Interlocked.Increment(ref _count);

        /// <summary>How often an activation began before the one before it had ended.</summary>
        public static int Doubles => _doubles;

        public override Task OnActivateAsync(CancellationToken cancellationToken)
        {
            if (!Living.TryAdd((log, this.GetPrimaryKeyString()), _number)) Interlocked.Increment(ref _doubles);
            log.Add("activated");
            return Task.CompletedTask;
        }

        public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
        {
            log.Add($"deactivating {reason.ReasonCode}");
            await gates.Wait("deactivate");
            log.Add("deactivated");
        }

        public ValueTask DisposeAsync()
        {
            Living.TryRemove((log, this.GetPrimaryKeyString()), out _);
            log.Add("disposed");
            return ValueTask.CompletedTask;
        }

        public Task<int> Ping() => Task.FromResult(_number);

        public async Task<int> Leave(string gate)
        {
            DeactivateOnIdle();
            log.Add("leaving");
            await gates.Wait(gate);
            return _number;
        }

        public Task<int> LeaveAndCatch()
        {
            DeactivateOnIdle();
            return Task.FromResult(_number);
        }

        public async Task<int> Work(string gate)
        {
            await gates.Wait(gate);
            return _number;
        }

        public Task BreakState() => throw new InconsistentStateException("changed", "2", "1");
    }
}
