using System.Runtime.CompilerServices;
using System.Threading.Channels;
using SupportPlatform.Engine.Tests.Hosting;

namespace SupportPlatform.Engine.Tests.Enumerations;

public sealed class EnumerationTests
{
    public interface IFeed : IGrainWithStringKey
    {
        IAsyncEnumerable<int> Count(int to);

        IAsyncEnumerable<int> CountAndFail(int to);

        IAsyncEnumerable<int> Follow(CancellationToken cancellationToken = default);

        Task Publish(int value);

        Task Complete();

        Task<int> Followers();

        Task Leave();

        Task Work(string gate);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(1001)]
    public async Task Items_ReadyAtOnce_ArriveInOrder(int count)
    {
        await using var silo = new TestSilo();

        Assert.Equal(Enumerable.Range(0, count), await silo.Get<IFeed>().Count(count).ToListAsync());
        Assert.Equal(Enumerable.Range(0, count), await silo.Get<IFeed>().Count(count).WithBatchSize(7).ToListAsync());
    }

    [Fact]
    public async Task Items_ReadyAtOnce_TravelInBatches()
    {
        await using var silo = new TestSilo();
        await using var reader = silo.Get<IFeed>().Count(250).GetAsyncEnumerator();

        Assert.True(await reader.MoveNextAsync());
        Assert.Equal("produced 100", silo.Log.Lines[^1]);
        await using var small = silo.Get<IFeed>("b").Count(250).WithBatchSize(3).GetAsyncEnumerator();
        Assert.True(await small.MoveNextAsync());
        Assert.Equal("produced 3", silo.Log.Lines[^1]);
    }

    [Fact]
    public async Task Error_AfterItems_ArrivesAfterThem()
    {
        await using var silo = new TestSilo();
        var seen = new List<int>();

        var error = await Assert.ThrowsAsync<FormatException>(async () =>
        {
            await foreach (var item in silo.Get<IFeed>().CountAndFail(3)) seen.Add(item);
        });

        Assert.Equal("broken", error.Message);
        Assert.Equal([0, 1, 2], seen);
    }

    [Fact]
    public async Task Follow_BesideCalls_GetsWhatTheyPublish()
    {
        await using var silo = new TestSilo();
        var feed = silo.Get<IFeed>();
        var reading = Task.Run(async () => await feed.Follow().ToListAsync());
        await silo.Log.Until("follow");
        for (var i = 0; i < 500; i++) await feed.Publish(i);
        await feed.Complete();

        Assert.Equal(Enumerable.Range(0, 500), await reading);
        Assert.Equal(0, await feed.Followers());
    }

    [Fact]
    public async Task Follow_BesideAnExclusiveCall_StartsAndGoesOn()
    {
        await using var silo = new TestSilo();
        var feed = silo.Get<IFeed>();
        var work = feed.Work("1");
        await silo.Log.Until("working");

        Assert.Equal(5, (await feed.Count(5).ToListAsync()).Count);

        silo.Gates.Open("1");
        await work;
    }

    [Fact]
    public async Task Dispose_ByTheReader_CancelsAndRunsFinallyBlocks()
    {
        await using var silo = new TestSilo();
        var feed = silo.Get<IFeed>();
        var reader = feed.Follow().GetAsyncEnumerator();
        var first = reader.MoveNextAsync();
        await silo.Log.Until("follow");
        await feed.Publish(1);
        Assert.True(await first);

        await reader.DisposeAsync();

        Assert.Equal("unfollow", silo.Log.Lines[^1]);
        Assert.Equal(0, await feed.Followers());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cancel_OfTheReadersToken_EndsItOnBothSides(bool byMethod)
    {
        await using var silo = new TestSilo();
        using var source = new CancellationTokenSource();
        var items = byMethod ? silo.Get<IFeed>().Follow(source.Token) : silo.Get<IFeed>().Follow(CancellationToken.None);
        var reader = items.GetAsyncEnumerator(byMethod ? CancellationToken.None : source.Token);
        var next = reader.MoveNextAsync().AsTask();
        await silo.Log.Until("follow");

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        await silo.Log.Until("unfollow");
        await reader.DisposeAsync();
    }

    [Fact]
    public async Task Deactivation_DuringAnEnumeration_AbortsIt()
    {
        await using var silo = new TestSilo();
        var feed = silo.Get<IFeed>();
        var waiting = feed.Follow().GetAsyncEnumerator();
        var next = waiting.MoveNextAsync().AsTask();
        await silo.Log.Until("follow");
        var between = feed.Count(500).GetAsyncEnumerator();
        Assert.True(await between.MoveNextAsync());

        await feed.Leave();

        await Assert.ThrowsAsync<EnumerationAbortedException>(() => next);
        await silo.Log.Until("unfollow");
        await Assert.ThrowsAsync<EnumerationAbortedException>(async () =>
        {
            while (await between.MoveNextAsync())
            {
                // The items that had arrived already.
            }
        });
        await waiting.DisposeAsync();
        await between.DisposeAsync();
        Assert.Equal(3, (await feed.Count(3).ToListAsync()).Count);
    }

    [Fact]
    public async Task Stop_OfTheSilo_AbortsEnumerations()
    {
        await using var silo = new TestSilo();
        var reader = silo.Get<IFeed>().Follow().GetAsyncEnumerator();
        var next = reader.MoveNextAsync().AsTask();
        await silo.Log.Until("follow");

        await silo.Stop();

        await Assert.ThrowsAsync<EnumerationAbortedException>(() => next);
        await reader.DisposeAsync();
    }

    [Fact]
    public async Task Enumeration_Repeated_IsAnotherCall()
    {
        await using var silo = new TestSilo();
        var items = silo.Get<IFeed>().Count(3);

        Assert.Equal(3, (await items.ToListAsync()).Count);
        Assert.Equal(3, (await items.ToListAsync()).Count);
    }

    [Fact]
    public async Task Start_ThatIsNotActivatedInTime_FailsByTimeOut()
    {
        await using var silo = new TestSilo();
        await using var reader = silo.Get<IFeed>("hangs").Follow().GetAsyncEnumerator();
        var next = reader.MoveNextAsync().AsTask();
        await silo.Log.Until("activating");

        silo.Time.Advance(TimeSpan.FromSeconds(31));

        await Assert.ThrowsAsync<TimeoutException>(() => next);
    }

    [Fact]
    public async Task Followers_ByTheThousand_AllGetEverything()
    {
        await using var silo = new TestSilo();
        var feed = silo.Get<IFeed>();
        var reading = Enumerable.Range(0, 2000).Select(_ => Task.Run(async () => await feed.Follow().SumAsync())).ToArray();
        await silo.Log.Until("follow", 2000);
        for (var i = 1; i <= 20; i++) await feed.Publish(i);
        await feed.Complete();

        Assert.All(await Task.WhenAll(reading), sum => Assert.Equal(210, sum));
    }

    [Fact]
    public async Task Cancellations_AtRandomMoments_LeaveNoFollowerBehind()
    {
        await using var silo = new TestSilo();
        var feed = silo.Get<IFeed>();
        var publishing = true;
        var publisher = Task.Run(async () =>
        {
            while (Volatile.Read(ref publishing)) await feed.Publish(1);
        });

        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(async () =>
        {
            var random = new Random(n);
            for (var i = 0; i < 50; i++)
            {
                using var source = new CancellationTokenSource();
                var left = random.Next(20);
                try
                {
                    await foreach (var item in feed.Follow(source.Token))
                    {
                        Assert.Equal(1, item);
                        if (left-- > 0) continue;
                        if (i % 2 == 0) break;
                        await source.CancelAsync();
                    }
                }
                catch (OperationCanceledException) when (source.IsCancellationRequested)
                {
                }
            }
        })));
        Volatile.Write(ref publishing, false);
        await publisher;
        await silo.Log.Until("unfollow", silo.Log.Lines.Count(l => l == "follow"));

        Assert.Equal(0, await feed.Followers());
    }

    public sealed class FeedGrain(EventLog log, Gates gates) : Grain, IFeed
    {
        private readonly List<Channel<int>> _channels = [];

        public override Task OnActivateAsync(CancellationToken cancellationToken)
        {
            if (this.GetPrimaryKeyString() != "hangs") return Task.CompletedTask;
            log.Add("activating");
            return gates.Wait("activate");
        }

        public async IAsyncEnumerable<int> Count(int to)
        {
            for (var i = 0; i < to; i++)
            {
                log.Add($"produced {i + 1}");
                yield return i;
            }

            await Task.CompletedTask;
        }

        public async IAsyncEnumerable<int> CountAndFail(int to)
        {
            for (var i = 0; i < to; i++) yield return i;
            await Task.CompletedTask;
            throw new FormatException("broken");
        }

        public async IAsyncEnumerable<int> Follow([EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            var own = TaskScheduler.Current;
            var channel = Channel.CreateUnbounded<int>();
            _channels.Add(channel);
            log.Add("follow");
            try
            {
                await foreach (var item in channel.Reader.ReadAllAsync(cancellationToken))
                {
                    Assert.Same(own, TaskScheduler.Current);
                    yield return item;
                }
            }
            finally
            {
                _channels.Remove(channel);
                log.Add("unfollow");
            }
        }

        public Task Publish(int value)
        {
            foreach (var channel in _channels) channel.Writer.TryWrite(value);
            return Task.CompletedTask;
        }

        public Task Complete()
        {
            foreach (var channel in _channels) channel.Writer.Complete();
            return Task.CompletedTask;
        }

        public Task<int> Followers() => Task.FromResult(_channels.Count);

        public Task Leave()
        {
            DeactivateOnIdle();
            return Task.CompletedTask;
        }

        public async Task Work(string gate)
        {
            log.Add("working");
            await gates.Wait(gate);
        }
    }
}
