using System.Net.WebSockets;
using System.Text.Json;
using SupportPlatform.Fakes;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.Conversations;

public sealed class ChatHubTests : IAsyncLifetime
{
    private FrontHost _front = null!;

    public async Task InitializeAsync() => _front = await FrontHost.Start();

    public async Task DisposeAsync() => await _front.DisposeAsync();

    [Fact]
    public async Task Join_SendsThePastAndThenWhatHappens()
    {
        var (id, token) = await _front.Begin();
        var conversation = _front.Grains.FakeConversation(id);
        await using var hub = await HubClient.Connect(_front.Address, token);
        var reply = await hub.Invoke("join", new { conversationId = id, after = 0 });
        Assert.Equal($$"""{"conversationId":"{{id}}","status":"with-agent","lastSeq":1}""", reply.GetRawText());
        Assert.Equal(1, (await hub.Next("event")).GetProperty("seq").GetInt64());

        var receipt = await hub.Invoke("send_message", new { content = "Hi", clientMessageId = "m-1" });
        Assert.Equal("""{"seq":2,"duplicate":false}""", receipt.GetRawText());
        Assert.Equal("Hi", (await hub.Next("event")).GetProperty("data").GetProperty("text").GetString());

        conversation.Begin("t-1");
        Assert.Equal("turn-started", (await hub.Next("event")).GetProperty("type").GetString());
        conversation.SetStatus("writing");
        Assert.Equal($$"""{"conversationId":"{{id}}","turnId":"t-1","status":"writing"}""", (await hub.Next("status")).GetRawText());
        conversation.Write("Hello ");
        Assert.Equal($$"""{"chunk":"Hello ","conversationId":"{{id}}","turnId":"t-1","offset":0}""", (await hub.Next("response_chunk")).GetRawText());
        conversation.Write("there");
        Assert.Equal($$"""{"chunk":"there","conversationId":"{{id}}","turnId":"t-1","offset":6}""", (await hub.Next("response_chunk")).GetRawText());
        conversation.Complete(actions: "offer-human");
        Assert.Equal(
            $$"""{"conversationId":"{{id}}","turnId":"t-1","content":"Hello there","actions":["offer-human"],"handedOff":false}""",
            (await hub.Next("response_complete")).GetRawText());
    }

    [Fact]
    public async Task Join_ForTheLastEvents_LeavesTheRestToBeRead()
    {
        var (id, token) = await _front.Begin();
        var conversation = _front.Grains.FakeConversation(id);
        for (var i = 2; i <= 300; i++) conversation.Append(i % 2 == 0 ? "note-added" : "message-posted", new { messageId = $"m{i}", role = "agent", text = $"{i}" });
        await using var hub = await HubClient.Connect(_front.Address, token);
        var reply = await hub.Invoke("join", new { conversationId = id, after = 0, last = 50 });
        var earlier = await hub.Invoke("read", new { after = 200, limit = 50 });

        Assert.Equal((300, 250), (reply.GetProperty("lastSeq").GetInt64(), reply.GetProperty("after").GetInt64()));
        Assert.Equal(251, (await hub.Next("event")).GetProperty("seq").GetInt64());
        Assert.Equal(Enumerable.Range(201, 50).Where(i => i % 2 == 1), earlier.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("seq").GetInt32()));
        Assert.Equal(250, earlier.GetProperty("through").GetInt64());
    }

    [Fact]
    public async Task Read_BeforeAJoin_IsRefused()
    {
        var (_, token) = await _front.Begin();
        await using var hub = await HubClient.Connect(_front.Address, token);

        var refused = await Assert.ThrowsAsync<HubCallException>(() => hub.Invoke("read", new { after = 0 }));

        Assert.StartsWith("not_joined", refused.Message[(refused.Message.IndexOf("HubException: ", StringComparison.Ordinal) is var at and >= 0 ? at + 14 : 0)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Join_Past_IsEventsAlone()
    {
        var (id, token) = await _front.Begin();
        var conversation = _front.Grains.FakeConversation(id);
        conversation.Begin("t-0");
        conversation.Complete("Old");
        await using var hub = await HubClient.Connect(_front.Address, token);
        await hub.Invoke("join", new { conversationId = id, after = 0 });
        conversation.Begin("t-1");
        conversation.Complete("New");

        Assert.Equal("New", (await hub.Next("response_complete")).GetProperty("content").GetString());
    }

    [Fact]
    public async Task Join_AfterACut_GetsTheAnswerThatWasMissed()
    {
        var (id, token) = await _front.Begin();
        var conversation = _front.Grains.FakeConversation(id);
        conversation.Begin("t-0");
        conversation.Complete("Missed");
        await using var hub = await HubClient.Connect(_front.Address, token);
        await hub.Invoke("join", new { conversationId = id, after = 1 });

        Assert.Equal("Missed", (await hub.Next("response_complete")).GetProperty("content").GetString());
    }

    [Fact]
    public async Task Join_InTheMiddle_GetsTheTextSoFarAtOffsetZero()
    {
        var (id, token) = await _front.Begin();
        var conversation = _front.Grains.FakeConversation(id);
        conversation.Begin("t-1");
        conversation.Write("one ");
        await using var first = await HubClient.Connect(_front.Address, token);
        await first.Invoke("join", new { conversationId = id, after = 0 });
        await first.Next("response_chunk");
        conversation.Write("two");
        await first.Next("response_chunk");
        await using var second = await HubClient.Connect(_front.Address, token);
        await second.Invoke("join", new { conversationId = id, after = 0 });

        var chunk = await second.Next("response_chunk");

        Assert.Equal("one two", chunk.GetProperty("chunk").GetString());
        Assert.Equal(0, chunk.GetProperty("offset").GetInt32());
        Assert.Equal(1, conversation.Follows);
    }

    [Fact]
    public async Task Join_TokenInTheArgument_IsAccepted()
    {
        var (id, token) = await _front.Begin();
        await using var hub = await HubClient.Connect(_front.Address);

        Assert.Equal(1, (await hub.Invoke("join", new { conversationId = id, after = 0, token })).GetProperty("lastSeq").GetInt64());
    }

    [Fact]
    public async Task Join_Another_ReplacesWhatIsFollowed()
    {
        var (first, token) = await _front.Begin();
        using var response = await _front.Send(HttpMethod.Post, "/api/stores/demo/conversations", token);
        var second = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("conversationId").GetString()!;
        await using var hub = await HubClient.Connect(_front.Address, token);
        await hub.Invoke("join", new { conversationId = first, after = 0 });
        await hub.Invoke("join", new { conversationId = second, after = 0 });

        await EventStreamTests.Eventually(() => _front.Grains.FakeConversation(first).Following == 0);
        Assert.Equal(1, _front.Grains.FakeConversation(second).Following);
    }

    [Fact]
    public async Task Calls_ThatAreRefused_SayTheCode()
    {
        var (id, token) = await _front.Begin();
        await using var hub = await HubClient.Connect(_front.Address);
        Assert.Equal("not_joined", await Refused(() => hub.Invoke("send_message", new { content = "Hi", clientMessageId = "m" })));
        Assert.Equal("token_missing", await Refused(() => hub.Invoke("join", new { conversationId = id, after = 0 })));
        Assert.Equal("token_invalid", await Refused(() => hub.Invoke("join", new { conversationId = id, after = 0, token = "x.y.z" })));
        Assert.Equal("conversation_not_found", await Refused(() => hub.Invoke("join", new { conversationId = "x", after = 0, token })));
        Assert.Equal("conversation_not_found", await Refused(() => hub.Invoke("join", new { conversationId = id, after = 0, token = _front.TokenFor("other") })));
        Assert.Equal("conversation_not_found", await Refused(() => hub.Invoke("join", new { token })));
        await hub.Invoke("join", new { conversationId = id, after = 0, token });
        Assert.Equal("message_empty", await Refused(() => hub.Invoke("send_message", new { clientMessageId = "m" })));
        Assert.Equal("message_empty", await Refused(() => hub.Invoke("send_message", new { content = " ", clientMessageId = "m" })));
    }

    [Fact]
    public async Task Typing_StartsAndStops_AlsoWhenTheSocketCloses()
    {
        var (id, token) = await _front.Begin();
        var conversation = _front.Grains.FakeConversation(id);
        var hub = await HubClient.Connect(_front.Address, token);
        await hub.Invoke("join", new { conversationId = id, after = 0 });
        await hub.Invoke("typing_start");
        Assert.True(conversation.CustomerTypes);
        await hub.Invoke("typing_stop");
        Assert.False(conversation.CustomerTypes);
        await hub.Invoke("typing_start");
        await hub.DisposeAsync();

        await EventStreamTests.Eventually(() => !conversation.CustomerTypes && conversation.Following == 0);
    }

    [Fact]
    public async Task HumanJoined_AndItsTyping_AreNamed()
    {
        var (id, token) = await _front.Begin();
        var conversation = _front.Grains.FakeConversation(id);
        await using var hub = await HubClient.Connect(_front.Address, token);
        await hub.Invoke("join", new { conversationId = id, after = 0 });
        conversation.Append(EventTypes.AgentJoined, new { agentName = "Ada" });
        Assert.Equal("""{"agentName":"Ada"}""", (await hub.Next("human_joined")).GetRawText());
        conversation.AgentTypes(true);
        Assert.Equal("""{"isTyping":true,"isHuman":true}""", (await hub.Next("typing")).GetRawText());
        conversation.Append(EventTypes.ToolCompleted, new { tool = "track-order", ok = true });
        Assert.Equal("""{"type":"track-order","data":{"tool":"track-order","ok":true}}""", (await hub.Next("action_performed")).GetRawText());
    }

    [Fact]
    public async Task Join_ForeignPage_IsRefused()
    {
        var (id, token) = await _front.Begin();
        await using var foreign = await HubClient.Connect(_front.Address, token, origin: "https://evil.example");
        await using var own = await HubClient.Connect(_front.Address, token, origin: "https://shop.example");
        await using var same = await HubClient.Connect(_front.Address, token, origin: _front.Address.GetLeftPart(UriPartial.Authority));

        Assert.Equal("origin_not_allowed", await Refused(() => foreign.Invoke("join", new { conversationId = id, after = 0 })));
        await own.Invoke("join", new { conversationId = id, after = 0 });
        await same.Invoke("join", new { conversationId = id, after = 0 });
    }

    [Fact]
    public async Task SocketCalls_TooMany_AreRefused()
    {
        await using var front = await FrontHost.Start(null, ("RateLimits:SocketBurst", "3"), ("RateLimits:SocketPerSecond", "1"));
        var (id, token) = await front.Begin();
        await using var hub = await HubClient.Connect(front.Address, token);
        await hub.Invoke("join", new { conversationId = id, after = 0 });
        var codes = new List<string>();
        for (var i = 0; i < 5; i++) codes.Add(await Refused(() => hub.Invoke("typing_start")));

        Assert.Contains("rate_limited", codes);
        Assert.Equal("", codes[0]);
    }

    [Fact]
    public async Task Connections_TooManyOfOneAddress_AreRefused()
    {
        await using var front = await FrontHost.Start(null, ("RateLimits:ConnectionsPerAddress", "2"), ("RateLimits:LimitLoopback", "true"));
        var (_, token) = await front.Begin();
        await using var one = await HubClient.Connect(front.Address, token);
        await using var two = await HubClient.Connect(front.Address, token);

        await Assert.ThrowsAsync<WebSocketException>(() => HubClient.Connect(front.Address, token));
    }

    private static async Task<string> Refused(Func<Task<JsonElement>> call)
    {
        try
        {
            await call();
            return "";
        }
        catch (HubCallException e)
        {
            return e.Code;
        }
    }
}
