using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SupportPlatform.Conversations.Relay;
using SupportPlatform.Fakes;
using SupportPlatform.Hosting;
using SupportPlatform.Security;
using Xunit;

namespace SupportPlatform.Conversations;

public sealed class RelayTests : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly ConversationKey _key = ConversationKey.New("demo");
    private readonly FakeConversation _conversation;
    private readonly ConversationRelays _relays;

    public RelayTests()
    {
        var grains = new FakeGrains();
        _conversation = grains.FakeConversation(_key);
        _ = _conversation.Start(new StartConversation { ContactId = "c-1" });
        var instruments = new WebFrontInstruments(_services.GetRequiredService<IMeterFactory>());
        _relays = new ConversationRelays(new RelayServices(grains, instruments, TimeProvider.System, NullLogger<ConversationRelay>.Instance));
    }

    public void Dispose() => _services.Dispose();

    [Fact]
    public async Task Follow_ManySubscribers_IsOneFollow()
    {
        var all = Enumerable.Range(0, 200).Select(_ => new RecordingSubscriber(0)).ToList();
        foreach (var s in all) Join(s);
        _conversation.Begin("t-1");
        foreach (var word in Words(50)) _conversation.Write(word);
        _conversation.Complete();
        await EventStreamTests.Eventually(() => all.TrueForAll(s => s.Last == _conversation.LastSeq));

        Assert.All(all, s => Assert.Equal([1, 2, 3, 4], s.Seqs));
        Assert.Equal(1, _conversation.Follows);
        Assert.Equal(1, _relays.Count);
    }

    [Fact]
    public async Task SlowSubscriber_GetsOneBiggerBatch_AndHoldsNobodyUp()
    {
        var (slow, fast) = (new RecordingSubscriber(0), new RecordingSubscriber(0));
        Join(slow);
        Join(fast);
        await EventStreamTests.Eventually(() => slow.Last == 1 && fast.Last == 1);
        slow.Block();
        _conversation.Begin("t-1");
        var expected = "";
        foreach (var word in Words(300))
        {
            expected += word;
            _conversation.Write(word);
            if (expected.Length % 10 == 0) await Task.Yield();
        }

        await EventStreamTests.Eventually(() => fast.Text("t-1") == expected);
        var before = slow.Batches;
        slow.Release();
        await EventStreamTests.Eventually(() => slow.Text("t-1") == expected);
        Assert.InRange(slow.Batches - before, 1, 3);
    }

    [Fact]
    public async Task SlowSubscriber_FarBehind_ReadsPages_AndMissesNothing()
    {
        var (slow, fast) = (new RecordingSubscriber(0), new RecordingSubscriber(0));
        Join(slow);
        Join(fast);
        await EventStreamTests.Eventually(() => slow.Last == 1 && fast.Last == 1);
        slow.Block();
        for (var i = 0; i < 1_000; i++)
        {
            _conversation.Append(EventTypes.MessagePosted, new { role = "customer", text = $"{i}" });
            if (i % 50 == 0) await EventStreamTests.Eventually(() => fast.Last == _conversation.LastSeq);
        }

        await EventStreamTests.Eventually(() => fast.Last == _conversation.LastSeq);
        slow.Release();
        await EventStreamTests.Eventually(() => slow.Last == _conversation.LastSeq);

        Assert.Equal(Enumerable.Range(1, 1_001).Select(i => (long)i), slow.Seqs);
        Assert.Equal(slow.Seqs, fast.Seqs);
    }

    [Fact]
    public async Task FollowEnds_InTheMiddleOfATurn_GoesOnWithoutDoublesOrGaps()
    {
        var subscriber = new RecordingSubscriber(0);
        Join(subscriber);
        _conversation.Begin("t-1");
        var expected = "";
        foreach (var word in Words(60))
        {
            expected += word;
            _conversation.Write(word);
            if (expected.Length % 7 != 0) continue;
            await EventStreamTests.Eventually(() => subscriber.Text("t-1") == expected);
            _conversation.Abort();
        }

        _conversation.Complete();
        await EventStreamTests.Eventually(() => subscriber.Last == _conversation.LastSeq);
        Assert.Equal([1, 2, 3, 4], subscriber.Seqs);
        Assert.True(_conversation.Follows > 1);
    }

    [Fact]
    public async Task NotAllowed_EndsTheSubscriber()
    {
        var subscriber = new RecordingSubscriber(1);
        _relays.Join(_key, Audience.Customer, Caller.Visitor("demo", "somebody-else"), 1, subscriber);

        await EventStreamTests.Eventually(() => subscriber.Error is SupportException { Code: ProblemCodes.ConversationNotFound } && _relays.Count == 0);
    }

    [Fact]
    public async Task SubscriberThatFails_LeavesAlone()
    {
        var broken = new FailingSubscriber();
        var sound = new RecordingSubscriber(0);
        Join(broken);
        Join(sound);
        _conversation.Append(EventTypes.MessagePosted, new { role = "customer", text = "x" });

        await EventStreamTests.Eventually(() => sound.Last == 2 && broken.Ended);
    }

    [Fact]
    public async Task NumberFromTheFuture_StartsAtTheEnd()
    {
        var subscriber = new RecordingSubscriber(999);
        Join(subscriber);
        _conversation.Append(EventTypes.MessagePosted, new { role = "customer", text = "x" });

        await EventStreamTests.Eventually(() => subscriber.Seqs is [2]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task CutAnywhere_AnyNumberOfTimes_EndsWithTheSameTranscript(int seed)
    {
        var random = new Random(seed);
        var followers = Enumerable.Range(0, 8).Select(_ => new Reconnecting(this, random.Next())).ToList();
        for (var turn = 0; turn < 40; turn++)
        {
            _conversation.Append(EventTypes.MessagePosted, new { role = "customer", text = $"q{turn}" });
            _conversation.Begin($"t-{turn}");
            foreach (var word in Words(random.Next(1, 20)))
            {
                _conversation.Write(word);
                if (random.Next(6) == 0) _conversation.Abort();
                followers[random.Next(followers.Count)].MaybeCut();
                if (random.Next(3) == 0) await Task.Yield();
            }

            if (random.Next(5) == 0) _conversation.Append(EventTypes.TurnCancelled, new { turnId = $"t-{turn}", reason = "new-message" });
            else _conversation.Complete();
            if (random.Next(4) == 0) _conversation.Append(EventTypes.NoteAdded, new { text = "not for customers" });
        }

        var expected = _conversation.Events.Where(e => EventTypes.IsVisible(e.Type, Audience.Customer)).Select(e => e.Seq).ToList();
        foreach (var follower in followers)
        {
            await EventStreamTests.Eventually(() => follower.Last == expected[^1]);
            Assert.Equal(expected, follower.Seqs);
        }

        Assert.True(followers.Sum(f => f.Cuts) > 20);
    }

    private static IEnumerable<string> Words(int count) => Enumerable.Range(0, count).Select(i => $"w{i} ");

    private ConversationRelay Join(RelaySubscriber subscriber) =>
        _relays.Join(_key, Audience.Customer, Caller.Visitor("demo", "c-1"), _conversation.LastSeq, subscriber);

    private sealed class FailingSubscriber() : RelaySubscriber(0)
    {
        public bool Ended { get; private set; }

        public override ValueTask Send(RelayBatch batch) => throw new IOException("The socket is gone.");

        public override void End(Exception? error) => Ended = true;
    }

    /// <summary>A client that loses its connection at random and resumes after the last event that it has.</summary>
    private sealed class Reconnecting
    {
        private readonly RelayTests _test;
        private readonly Random _random;
        private readonly List<long> _before = [];
        private RecordingSubscriber _now = new(0);
        private ConversationRelay _relay;

        public Reconnecting(RelayTests test, int seed)
        {
            (_test, _random) = (test, new Random(seed));
            _relay = test.Join(_now);
        }

        public int Cuts { get; private set; }

        public long Last => _now.Last;

        public List<long> Seqs => [.. _before, .. _now.Seqs];

        public void MaybeCut()
        {
            if (_random.Next(3) != 0) return;
            Cuts++;
            _relay.Leave(_now);

            // What a cut connection is still sent is lost with it.
            var had = _now.Seqs;
            _before.AddRange(had);
            _now = new RecordingSubscriber(_before.Count > 0 ? _before[^1] : 0);
            _relay = _test.Join(_now);
        }
    }
}
