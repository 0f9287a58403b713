using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SupportPlatform.Conversations.Relay;
using SupportPlatform.Fakes;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.Conversations;

public sealed class EventStreamTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private FrontHost _front = null!;

    public async Task InitializeAsync() => _front = await FrontHost.Start(s => s.AddSingleton<TimeProvider>(_time));

    public async Task DisposeAsync() => await _front.DisposeAsync();

    [Fact]
    public async Task Follow_FromTheStart_SendsNumberedEventsInTheExactForm()
    {
        var (id, token) = await _front.Begin();
        await using var stream = await Open(id, token);

        var e = await stream.Next();

        var contact = _front.Grains.FakeConversation(id).ContactId;
        Assert.Equal("1", e!.Id);
        Assert.Equal("conversation-started", e.Name);
        Assert.Equal($$$"""{"seq":1,"type":"conversation-started","at":"2026-11-21T10:00:00Z","data":{"contactId":"{{{contact}}}","channel":"api"}}""", e.Data);
    }

    [Fact]
    public async Task Follow_RunningTurn_SendsSnapshotThenDeltasWithoutIds()
    {
        var (id, token) = await _front.Begin();
        var conversation = _front.Grains.FakeConversation(id);
        conversation.Begin("t-1");
        conversation.Write("Hello ");
        await using var stream = await Open(id, token, after: 2);

        Assert.Equal(new ServerEvent(null, "snapshot", """{"turnId":"t-1","offset":0,"text":"Hello "}"""), await stream.Next());
        conversation.SetStatus("writing");
        Assert.Equal(new ServerEvent(null, "status", """{"turnId":"t-1","status":"writing"}"""), await stream.Next());
        conversation.Write("wörld");
        Assert.Equal(new ServerEvent(null, "delta", """{"turnId":"t-1","offset":6,"text":"wörld"}"""), await stream.Next());
        conversation.AgentTypes(true);
        Assert.Equal(new ServerEvent(null, "typing", """{"isTyping":true,"isHuman":true}"""), await stream.Next());
        conversation.Complete();
        Assert.Equal("3", (await stream.Next())!.Id);
    }

    [Fact]
    public async Task Follow_SurrogatePairCutInTwo_ArrivesWhole()
    {
        var (id, token) = await _front.Begin();
        var conversation = _front.Grains.FakeConversation(id);
        conversation.Begin("t-1");
        await using var stream = await Open(id, token, after: 2);
        conversation.Write("a\ud83d");
        Assert.Equal("""{"turnId":"t-1","offset":0,"text":"a"}""", (await stream.Next())!.Data);
        conversation.Write("\ude00b");

        var rest = (await stream.Next())!.Json;
        Assert.Equal(1, rest.GetProperty("offset").GetInt32());
        Assert.Equal("😀b", rest.GetProperty("text").GetString());
    }

    [Fact]
    public async Task Follow_LastEventId_GoesBeforeAfter()
    {
        var (id, token) = await _front.Begin();
        for (var i = 0; i < 5; i++) _front.Grains.FakeConversation(id).Append(EventTypes.MessagePosted, new { role = "customer", text = $"{i}" });
        using var response = await _front.Send(HttpMethod.Get, $"/api/conversations/{id}/events?after=1", token, lastEventId: "4");
        await using var stream = new EventStream(response);

        Assert.Equal("5", (await stream.Next())!.Id);
        Assert.Equal("6", (await stream.Next())!.Id);
    }

    [Fact]
    public async Task Follow_TokenInTheQuery_IsAccepted()
    {
        var (id, token) = await _front.Begin();
        using var response = await _front.Send(HttpMethod.Get, $"/api/conversations/{id}/events?access_token={token}");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task Follow_NotAllowed_IsAProblemAndNoStream()
    {
        var (id, _) = await _front.Begin();
        using var response = await _front.Send(HttpMethod.Get, $"/api/conversations/{id}/events", _front.TokenFor("somebody-else"));

        await ConversationApiTests.AssertProblem(response, HttpStatusCode.NotFound, "conversation_not_found");
    }

    [Fact]
    public async Task Follow_Quiet_GetsAHeartbeat()
    {
        var (id, token) = await _front.Begin();
        await using var stream = await Open(id, token);
        Assert.Equal("1", (await stream.Next())!.Id);
        var next = stream.Next();

        // The stream may join the wheel a moment after its first event.
        while (!next.IsCompleted)
        {
            _time.Advance(HeartbeatWheel<object>.Period);
            await Task.WhenAny(next, Task.Delay(20));
        }

        Assert.Equal(":", (await next)!.Name);
    }

    [Fact]
    public async Task Follow_LastFollowerLeaves_EndsTheFollow()
    {
        var (id, token) = await _front.Begin();
        var relays = _front.Services.GetRequiredService<ConversationRelays>();
        await using (var stream = await Open(id, token))
        {
            await stream.Next();
            Assert.Equal(1, relays.Count);
        }

        await Eventually(() => relays.Count == 0 && _front.Grains.FakeConversation(id).Following == 0);
    }

    [Fact]
    public async Task Ask_StreamsTheAnswerAsDataLines()
    {
        var (id, token) = await _front.Begin();
        var conversation = _front.Grains.FakeConversation(id);
        using var response = await _front.Send(HttpMethod.Post, $"/widget/conversations/{id}/messages/stream", token, new { text = "Hello?" });
        await using var stream = new EventStream(response);
        conversation.Begin("t-1");
        conversation.Write("It is ");
        Assert.Equal("""{"type":"chunk","content":"It is "}""", (await stream.Next())!.Data);
        conversation.Write("open.");
        Assert.Equal("""{"type":"chunk","content":"open."}""", (await stream.Next())!.Data);
        conversation.Complete("It is open. [1]", "offer-human");

        Assert.Equal("""{"type":"chunk","content":" [1]"}""", (await stream.Next())!.Data);
        Assert.Equal("""{"type":"action","action":"offer-human"}""", (await stream.Next())!.Data);
        Assert.Equal("""{"type":"done"}""", (await stream.Next())!.Data);
        Assert.Null(await stream.Next());
    }

    [Fact]
    public async Task Ask_AnotherTurnOrText_TakesBackWhatWasSent()
    {
        var (id, token) = await _front.Begin();
        var conversation = _front.Grains.FakeConversation(id);
        using var response = await _front.Send(HttpMethod.Post, $"/widget/conversations/{id}/messages/stream", token, new { content = "Hello?" });
        await using var stream = new EventStream(response);
        conversation.Begin("t-1");
        conversation.Write("Wrong");
        Assert.Equal("""{"type":"chunk","content":"Wrong"}""", (await stream.Next())!.Data);
        conversation.Append(EventTypes.TurnCancelled, new { turnId = "t-1", reason = "new-message" });
        conversation.Begin("t-2");
        conversation.Write("Right");

        Assert.Equal("""{"type":"reset"}""", (await stream.Next())!.Data);
        Assert.Equal("""{"type":"chunk","content":"Right"}""", (await stream.Next())!.Data);
        conversation.Complete("Different");
        Assert.Equal("""{"type":"reset"}""", (await stream.Next())!.Data);
        Assert.Equal("""{"type":"chunk","content":"Different"}""", (await stream.Next())!.Data);
        Assert.Equal("""{"type":"done"}""", (await stream.Next())!.Data);
    }

    internal static async Task Eventually(Func<bool> condition)
    {
        // What is waited for has no signal of its own; the limit is generous because it is only reached on failure.
        for (var i = 0; i < 1_000 && !condition(); i++) await Task.Delay(10);
        Assert.True(condition());
    }

    private async Task<EventStream> Open(string id, string token, long after = 0)
    {
        var response = await _front.Send(HttpMethod.Get, $"/api/conversations/{id}/events?after={after}", token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return new EventStream(response);
    }
}
