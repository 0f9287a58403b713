using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SupportPlatform.Conversations;
using SupportPlatform.Grains.Tests.Knowledge.Learning;
using SupportPlatform.Grains.Tests.Knowledge.Pages;
using SupportPlatform.Knowledge;
using SupportPlatform.Stores;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.Grains.Tests.Stores.Webhooks;

public sealed class WebhookTests : IAsyncLifetime
{
    private const string Hook = "http://hooks.example/in";
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private readonly DatabaseFixture _database = new();
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly WebhookOptions _options = new() { TimeLimit = TimeSpan.FromSeconds(5), PollInterval = TimeSpan.FromMilliseconds(20) };
    private readonly ConcurrentQueue<(string Id, string Timestamp, string Signature, string Body)> _received = new();
    private LearningNode _node = null!;
    private FakeInternet _internet = null!;
    private WebhookStore _store = null!;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        _internet = await FakeInternet.Start();
        _node = new LearningNode(_database.DataSource, _time);
        _store = new WebhookStore(_database.DataSource, new StorageRetry(Options.Create(new LogWriterOptions()), TimeProvider.System, NullLogger<StorageRetry>.Instance));
        _internet.Put("hooks.example/in", Receive);
    }

    public async Task DisposeAsync()
    {
        await _node.DisposeAsync();
        await _internet.DisposeAsync();
        await _database.DisposeAsync();
    }

    // The example that implementations of the specification test with (standardwebhooks.com).
    [Fact]
    public void Sign_ExampleOfTheSpecification_IsItsSignature() => Assert.Equal(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        WebhookRules.Sign("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, """{"test": 2432232314}"""));

    [Fact]
    public async Task Deliver_EventsOfAConversation_ComeSignedOnceInOrder()
    {
        await Configure("s", Hook, EventTypes.MessagePosted);
        var log = await _node.Begin("s");
        for (var i = 0; i < 5; i++) await _node.Reply(log, $"message {i}");
        await _node.Run();
        await _node.Run();
        await using (await Start()) await Until(async () => (await _store.Report("s", default)).Deliveries is { Length: 5 } all && all.All(d => d.DeliveredAt is not null));
        var received = _received.ToArray();
        Assert.Equal(Enumerable.Range(1, 5).Select(i => DueDelivery.IdOf(log.Key, i)), received.Select(r => r.Id));
        foreach (var (id, timestamp, signature, body) in received)
            Assert.Equal(WebhookRules.Sign(Secret, id, long.Parse(timestamp, System.Globalization.CultureInfo.InvariantCulture), body), signature);
        var first = JsonDocument.Parse(received[0].Body).RootElement;
        Assert.Equal(("message-posted", "message 0"), (first.GetProperty("type").GetString(), first.GetProperty("data").GetProperty("data").GetProperty("text").GetString()));
        Assert.All((await _store.Report("s", default)).Deliveries, d => Assert.NotNull(d.DeliveredAt));
    }

    [Fact]
    public async Task Take_CrashBetweenSendAndNote_ComesAgainWithTheSameId()
    {
        await Configure("s", Hook, EventTypes.MessagePosted);
        var log = await _node.Begin("s");
        await _node.Reply(log, "one");
        await _node.Reply(log, "two");
        await _node.Run();
        var now = _time.GetUtcNow();
        var first = Assert.Single(await _store.Take("s", Hook, now, now.AddSeconds(30), 10, default));
        Assert.Empty(await _store.Take("s", Hook, now, now.AddSeconds(30), 10, default));
        var again = Assert.Single(await _store.Take("s", Hook, now.AddSeconds(31), now.AddSeconds(60), 10, default));
        Assert.Equal((first.Id, 2), (again.Id, again.Attempts));
        await _store.Complete("s", again, now, default);
        Assert.Equal(2, Assert.Single(await _store.Take("s", Hook, now, now.AddSeconds(30), 10, default)).Seq);
    }

    [Fact]
    public async Task Deliver_OneReceiverHangs_HoldsUpNobodyElse()
    {
        var (asked, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        _internet.Put("slow.example/in", async context =>
        {
            asked.TrySetResult();
            await release.Task.WaitAsync(context.RequestAborted);
        });
        await Configure("slow", "http://slow.example/in", EventTypes.MessagePosted);
        await Configure("s", Hook, EventTypes.MessagePosted);
        await _node.Reply(await _node.Begin("slow"), "lost");
        await _node.Run();
        await using var worker = await Start();
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(10));
        await _node.Reply(await _node.Begin("s"), "heard");
        await _node.Run();
        await Until(() => !_received.IsEmpty);
        Assert.False(release.Task.IsCompleted);
        Assert.Null(Assert.Single((await _store.Report("slow", default)).Deliveries).DeliveredAt);
        release.SetResult();
    }

    [Fact]
    public async Task Deliver_ReceiverFails_IsTriedAgainLaterAndShown()
    {
        _internet.Put("hooks.example/in", context =>
        {
            context.Response.StatusCode = 500;
            return context.Response.WriteAsync(new string('x', 100_000));
        });
        await Configure("s", Hook, EventTypes.MessagePosted);
        await _node.Reply(await _node.Begin("s"), "one");
        await _node.Run();
        await using (await Start()) await Until(async () => (await _store.Report("s", default)).Deliveries is [{ Failure: not null }]);
        var report = await _store.Report("s", default);
        Assert.InRange(report.Deliveries[0].Failure!.Length, 10, 1_100);
        Assert.NotNull(report.Deliveries[0].NextAt);
        Assert.NotNull(report.Webhooks[0].FailingSince);
        Assert.Null(report.Webhooks[0].DisabledAt);
    }

    [Fact]
    public async Task Fail_ForDays_DisablesUntilTheSettingsAreWrittenAnew()
    {
        await Configure("s", Hook, EventTypes.MessagePosted);
        await _node.Reply(await _node.Begin("s"), "one");
        await _node.Run();
        var now = _time.GetUtcNow();
        var taken = Assert.Single(await _store.Take("s", Hook, now, now, 10, default));
        await _store.Fail("s", taken, new WebhookFailure("no"), now, default);
        await _store.Fail("s", taken, new WebhookFailure("no"), now.AddDays(4), default);
        Assert.Null((await _store.Report("s", default)).Webhooks[0].DisabledAt);
        await _store.Fail("s", taken, new WebhookFailure("no"), now.AddDays(6), default);
        Assert.NotNull((await _store.Report("s", default)).Webhooks[0].DisabledAt);
        Assert.Empty(await _store.Targets(now.AddDays(7), default));
        await Configure("s", Hook, EventTypes.MessagePosted);
        Assert.Null((await _store.Report("s", default)).Webhooks[0].DisabledAt);
    }

    [Fact]
    public async Task Send_ToAnInnerAddress_IsRefusedWithoutAConnection()
    {
        _internet.Names["inner.example"] = [IPAddress.Loopback];
        using var sender = Sender();
        var failure = await sender.Send(Delivery("http://inner.example/in"), default);
        Assert.NotNull(failure);
        Assert.Empty(_internet.Dialed);
        Assert.NotNull(await sender.Send(Delivery("http://127.0.0.1/in"), default));
        Assert.Empty(_internet.Dialed);
    }

    [Fact]
    public async Task Configure_WithoutSecret_KeepsTheOneOfTheAddress()
    {
        await Configure("s", Hook, EventTypes.MessagePosted);
        await _store.Configure("s", [new WebhookSettings { Url = Hook, Events = [EventTypes.Resolved] }, new WebhookSettings { Url = Hook + "2", Events = [EventTypes.Resolved] }], _time.GetUtcNow(), default);
        Assert.Equal(["""({resolved},t,38)""", """({resolved},f,50)"""], await _node.Rows($"SELECT events, secret = '{Secret}', length(secret) FROM webhooks ORDER BY url"));
    }

    [Fact]
    public async Task Configure_Paused_NotesAndSendsNothingUntilItGoesOn()
    {
        var webhook = new WebhookSettings { Url = Hook, Secret = Secret, Events = [EventTypes.MessagePosted] };
        await _store.Configure("s", [webhook with { IsPaused = true }], _time.GetUtcNow(), default);
        var log = await _node.Begin("s");
        await _node.Reply(log, "unheard");
        await _node.Run();
        Assert.NotNull((await _store.Report("s", default)).Webhooks[0].DisabledAt);
        await _store.Configure("s", [webhook], _time.GetUtcNow(), default);
        await _node.Reply(log, "heard");
        await _node.Run();
        Assert.Equal((2, EventTypes.MessagePosted), (Assert.Single((await _store.Report("s", default)).Deliveries).Seq, (await _store.Report("s", default)).Deliveries[0].Type));
    }

    [Fact]
    public async Task Redeliver_ByTwoAtOnce_SendsOnceMoreWithTheSameId()
    {
        await Configure("s", Hook, EventTypes.MessagePosted);
        var log = await _node.Begin("s");
        await _node.Reply(log, "one");
        await _node.Run();
        ConversationKey key = ConversationKey.FromGrainKey(log.Key);
        Assert.False(await Again());
        await using (await Start()) await Until(async () => (await _store.Report("s", default)).Deliveries is [{ DeliveredAt: not null }]);
        Assert.Equal([false, true], (await Task.WhenAll(Again(), Again())).Order());
        await using (await Start()) await Until(async () => (await _store.Report("s", default)).Deliveries is [{ DeliveredAt: not null }]);
        Assert.Equal(2, _received.Count);
        Assert.Single(_received.Select(r => r.Id).Distinct());
        await _store.Configure("s", [new WebhookSettings { Url = Hook, Events = [EventTypes.MessagePosted], IsPaused = true }], _time.GetUtcNow(), default);
        Assert.False(await Again());

        Task<bool> Again() => _store.Redeliver(key, 1, Hook, _time.GetUtcNow(), default);
    }

    [Theory]
    [InlineData("http://shop.example/in")]
    [InlineData("https://10.0.0.1/in")]
    [InlineData("https://localhost/in")]
    [InlineData("ftp://shop.example/in")]
    public void Check_AddressThatIsNotPublic_IsRefused(string url) => Assert.Equal(
        ProblemCodes.InvalidRequest,
        Assert.Throws<SupportException>(() => WebhookRules.Check([new WebhookSettings { Url = url, Events = [EventTypes.Resolved] }], allowPrivate: false)).Code);

    [Fact]
    public void NextAt_Failures_ComeSlowerAndEndAfterADay()
    {
        var (created, now) = (_time.GetUtcNow(), _time.GetUtcNow());
        var pauses = new List<TimeSpan>();
        for (var attempts = 1; WebhookRules.NextAt(attempts, created, now) is { } next; attempts++)
        {
            pauses.Add(next - now);
            now = next;
        }

        Assert.Equal(pauses.Order(), pauses);
        Assert.InRange(now - created, TimeSpan.FromHours(16), TimeSpan.FromHours(24));
    }

    private static DueDelivery Delivery(string url) => new()
    {
        Conversation = ConversationKey.New("s").GrainKey,
        Seq = 1,
        Url = url,
        Secret = Secret,
        Attempts = 1,
        CreatedAt = DateTimeOffset.UnixEpoch,
        Type = EventTypes.Resolved,
        At = DateTimeOffset.UnixEpoch,
        Data = "{}",
    };

    private Task Configure(string store, string url, params string[] events) =>
        _store.Configure(store, [new WebhookSettings { Url = url, Secret = Secret, Events = [.. events] }], _time.GetUtcNow(), default);

    private WebhookSender Sender() => new(Options.Create(_options), new PageConnector(_internet, _internet), TimeProvider.System);

    private async Task<RunningWorker> Start()
    {
        var worker = new WebhookWorker(_store, Sender(), Options.Create(_options), TimeProvider.System, NullLogger<WebhookWorker>.Instance);
        await worker.StartAsync(default);
        return new RunningWorker(worker);
    }

    private async Task Receive(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        _received.Enqueue((context.Request.Headers["webhook-id"]!, context.Request.Headers["webhook-timestamp"]!, context.Request.Headers["webhook-signature"]!, body));
    }

    private static Task Until(Func<bool> holds) => Until(() => Task.FromResult(holds()));

    private static async Task Until(Func<Task<bool>> holds)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await holds()) await Task.Delay(20, limit.Token);
    }

    private sealed class RunningWorker(WebhookWorker worker) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await worker.StopAsync(default);
            worker.Dispose();
        }
    }
}
