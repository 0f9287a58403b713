using SupportPlatform.Engine.Tests.Hosting;

namespace SupportPlatform.Engine.Tests.Calls;

public sealed class TurnTests
{
    public interface ICounter : IGrainWithStringKey
    {
        Task Add();

        ValueTask<int> Get();

        Task<bool> KeepsScheduler();

        Task StartBackground();
    }

    [Fact]
    public async Task Call_ThousandsAtOnce_RunsOneAfterAnother()
    {
        await using var silo = new TestSilo();

        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 100; i++) await silo.Get<ICounter>().Add();
        })));

        Assert.Equal(6400, await silo.Get<ICounter>().Get());
    }

    [Fact]
    public async Task Call_ThousandsInterleaved_NeverRunsTwoTurnsAtOnce()
    {
        await using var silo = new TestSilo();
        var grain = silo.Get<IInterleaved>();

        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 50; i++) await grain.Work();
        })));

        var (overlaps, mostInside) = await grain.GetFigures();
        Assert.Equal(0, overlaps);
        Assert.True(mostInside > 1, "The calls never interleaved, so the test proves nothing.");
    }

    [Fact]
    public async Task Calls_BackAndForth_LeaveTheThreadsToOthersToo()
    {
        await using var silo = new TestSilo();
        using var stop = new CancellationTokenSource();
        var loops = Enumerable.Range(0, 4 * Environment.ProcessorCount).Select(i => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested) await silo.Get<ICounter>($"{i}").Get();
        })).ToArray();

        for (var i = 0; i < 20; i++) await Task.Run(() => Task.Delay(1)).WaitAsync(TimeSpan.FromSeconds(10));

        await stop.CancelAsync();
        await Task.WhenAll(loops);
    }

    [Fact]
    public async Task Await_OfForeignTask_ContinuesOnTheActivation()
    {
        await using var silo = new TestSilo();

        Assert.True(await silo.Get<ICounter>().KeepsScheduler());
    }

    [Fact]
    public async Task BackgroundTask_OutlivingItsCall_RunsInTurns()
    {
        await using var silo = new TestSilo();
        var grain = silo.Get<ICounter>();

        await grain.StartBackground();
        for (var i = 0; i < 200; i++) await grain.Add();
        silo.Gates.Open("background");
        await silo.Log.Until("background done");

        Assert.Equal(201, await grain.Get());
    }

    public sealed class CounterGrain(EventLog log, Gates gates) : Grain, ICounter
    {
        private int _count;

        public async Task Add()
        {
            var read = _count;
            await Task.Yield();
            _count = read + 1;
        }

        public ValueTask<int> Get() => new(_count);

        public async Task<bool> KeepsScheduler()
        {
            var own = TaskScheduler.Current;
            await Task.Run(() => Assert.NotSame(own, TaskScheduler.Current));
            var afterRun = TaskScheduler.Current;
            await Task.Delay(1);
            return own == afterRun && own == TaskScheduler.Current && own != TaskScheduler.Default;
        }

        public Task StartBackground()
        {
            _ = Background(TaskScheduler.Current);
            return Task.CompletedTask;
        }

        private async Task Background(TaskScheduler own)
        {
            await gates.Wait("background");
            Assert.Same(own, TaskScheduler.Current);
            _count++;
            log.Add("background done");
        }
    }

    public interface IInterleaved : IGrainWithStringKey
    {
        Task Work();

        Task<(int Overlaps, int MostInside)> GetFigures();
    }

    [Reentrant]
    public sealed class InterleavedGrain : Grain, IInterleaved
    {
        private int _inTurn;
        private int _overlaps;
        private int _inside;
        private int _mostInside;

        public async Task Work()
        {
            _mostInside = Math.Max(_mostInside, ++_inside);
            for (var i = 0; i < 4; i++)
            {
                if (Interlocked.Exchange(ref _inTurn, 1) == 1) Interlocked.Increment(ref _overlaps);
                Thread.SpinWait(20);
                Volatile.Write(ref _inTurn, 0);
                await Task.Yield();
            }

            _inside--;
        }

        public Task<(int Overlaps, int MostInside)> GetFigures() => Task.FromResult((_overlaps, _mostInside));
    }
}
