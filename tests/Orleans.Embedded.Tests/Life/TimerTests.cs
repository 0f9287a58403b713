using SupportPlatform.Engine.Tests.Hosting;

namespace SupportPlatform.Engine.Tests.Life;

public sealed class TimerTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public interface IClock : IGrainWithStringKey
    {
        Task Start(TimeSpan due, TimeSpan period, bool interleave = false, bool keepAlive = false);

        Task Work(string gate);

        Task Change(TimeSpan due, TimeSpan period);

        Task Stop();

        Task Leave();

        [AlwaysInterleave]
        Task<int> Ticks();
    }

    [Fact]
    public async Task Timer_WithAPeriod_TicksAgainAfterEachTick()
    {
        await using var silo = new TestSilo();
        await silo.Get<IClock>().Start(Second, 2 * Second);
        silo.Time.Advance(Second);
        await Ticked(silo, 1);
        silo.Time.Advance(Second);
        Assert.Equal(1, await silo.Get<IClock>().Ticks());

        silo.Time.Advance(Second);
        await Ticked(silo, 2);
        await silo.Get<IClock>().Stop();
        silo.Time.Advance(10 * Second);

        Assert.Equal(2, await silo.Get<IClock>().Ticks());
    }

    [Fact]
    public async Task Timer_OnceOnly_TicksOnce()
    {
        await using var silo = new TestSilo();
        await silo.Get<IClock>().Start(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        silo.Time.Advance(TimeSpan.FromMinutes(5));
        await Ticked(silo, 1);
        silo.Time.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(1, await silo.Get<IClock>().Ticks());
    }

    [Fact]
    public async Task Timer_BesideACall_WaitsForItsEnd()
    {
        await using var silo = new TestSilo();
        await silo.Get<IClock>().Start(Second, Timeout.InfiniteTimeSpan);
        var work = silo.Get<IClock>().Work("1");
        await silo.Log.Until("working");
        silo.Time.Advance(2 * Second);
        Assert.Equal(0, await silo.Get<IClock>().Ticks());
        silo.Gates.Open("1");
        await work;

        await Ticked(silo, 1);
        Assert.Equal(["working", "worked", "tick 1", "tick 1 end"], silo.Log.Lines);
    }

    [Fact]
    public async Task Timer_Interleaved_TicksBesideACall()
    {
        await using var silo = new TestSilo();
        await silo.Get<IClock>().Start(Second, Timeout.InfiniteTimeSpan, interleave: true);
        var work = silo.Get<IClock>().Work("1");
        await silo.Log.Until("working");

        silo.Time.Advance(2 * Second);
        await Ticked(silo, 1);

        silo.Gates.Open("1");
        await work;
    }

    [Fact]
    public async Task Change_ToAnotherTime_CountsFromNow()
    {
        await using var silo = new TestSilo();
        await silo.Get<IClock>().Start(Second, Second);
        await silo.Get<IClock>().Change(10 * Second, Timeout.InfiniteTimeSpan);
        silo.Time.Advance(9 * Second);
        Assert.Equal(0, await silo.Get<IClock>().Ticks());

        silo.Time.Advance(Second);
        await Ticked(silo, 1);
    }

    [Fact]
    public async Task Timer_OfAnEndedActivation_TicksNoMore()
    {
        await using var silo = new TestSilo();
        await silo.Get<IClock>().Start(Second, Second);
        await silo.Get<IClock>().Leave();
        await silo.Log.Until("ended");
        Assert.Equal(0, await silo.Get<IClock>().Ticks());

        silo.Time.Advance(5 * Second);

        Assert.Equal(0, await silo.Get<IClock>().Ticks());
        Assert.DoesNotContain("tick 1", silo.Log.Lines);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task KeepAlive_Ticks_KeepTheActivation(bool keepAlive)
    {
        await using var silo = new TestSilo();
        await silo.Get<IClock>().Start(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10), keepAlive: keepAlive);
        silo.Time.Advance(TimeSpan.FromMinutes(10));
        await Ticked(silo, 1);

        silo.Time.Advance(TimeSpan.FromMinutes(9));

        if (!keepAlive) await silo.Log.Until("ended");
        Assert.Equal(keepAlive ? 1 : 0, await silo.Get<IClock>().Ticks());
    }

    [Fact]
    public async Task Callback_ThatFails_DoesNotStopTheTimer()
    {
        await using var silo = new TestSilo();
        await silo.Get<IClock>("fails").Start(Second, Second);
        silo.Time.Advance(Second);
        await silo.Log.Until("tick 1");
        await silo.Get<IClock>("fails").Stop();
        await silo.Get<IClock>("fails").Start(Second, Second);
        silo.Time.Advance(Second);

        await silo.Log.Until("tick 2");
    }

    // Waits for a turn after the tick's last one, in which the timer was set anew; a call would count as use.
    private static async Task Ticked(TestSilo silo, int tick)
    {
        await silo.Log.Until($"tick {tick} end");
        await Task.Factory.StartNew(() => { }, CancellationToken.None, TaskCreationOptions.None, ClockGrain.Scheduler!);
    }

    public sealed class ClockGrain(EventLog log, Gates gates) : Grain, IClock
    {
        private IGrainTimer? _timer;
        private int _ticks;

        /// <summary>Of the activation that was made last; the tests of this class run one by one.</summary>
        public static TaskScheduler? Scheduler { get; private set; }

        public override Task OnActivateAsync(CancellationToken cancellationToken)
        {
            Scheduler = TaskScheduler.Current;
            return Task.CompletedTask;
        }

        public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
        {
            log.Add("ended");
            return Task.CompletedTask;
        }

        public Task Start(TimeSpan due, TimeSpan period, bool interleave = false, bool keepAlive = false)
        {
            _timer = this.RegisterGrainTimer(
                async (clock, token) =>
                {
                    token.ThrowIfCancellationRequested();
                    log.Add($"tick {++clock._ticks}");
                    if (this.GetPrimaryKeyString() == "fails") throw new FormatException();
                    await Task.Yield();
                    log.Add($"tick {clock._ticks} end");
                },
                this,
                new GrainTimerCreationOptions { DueTime = due, Period = period, Interleave = interleave, KeepAlive = keepAlive });
            return Task.CompletedTask;
        }

        public async Task Work(string gate)
        {
            log.Add("working");
            await gates.Wait(gate);
            log.Add("worked");
        }

        public Task Change(TimeSpan due, TimeSpan period)
        {
            _timer!.Change(due, period);
            return Task.CompletedTask;
        }

        public Task Stop()
        {
            _timer!.Dispose();
            return Task.CompletedTask;
        }

        public Task Leave()
        {
            DeactivateOnIdle();
            return Task.CompletedTask;
        }

        public Task<int> Ticks() => Task.FromResult(_ticks);
    }
}
