using System.Text.Json;
using SupportPlatform.Desk;
using SupportPlatform.Fakes;
using SupportPlatform.Security;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.Conversations;

public sealed class StaffHubTests : IAsyncLifetime
{
    private FrontHost _front = null!;

    public async Task InitializeAsync() => _front = await FrontHost.Start();

    public async Task DisposeAsync() => await _front.DisposeAsync();

    [Fact]
    public async Task Watch_ThenChanges_AreSentAndResumeAfterTheFollowEnds()
    {
        await using var hub = await Connect();
        var feed = _front.Grains.FakeFeed;
        var view = await hub.Invoke("watch", new { store = "demo", agentId = "ada" });
        Assert.Equal(1, view.GetProperty("counts").GetProperty("mine").GetInt32());
        Assert.Equal("ada", view.GetProperty("me").GetProperty("agentId").GetString());
        var (caller, agent, since) = await feed.Follows.Reader.ReadAsync();
        Assert.Equal((CallerKind.Administrator, "ada", feed.At), (caller!.Kind, agent, since));
        var at = feed.At.AddMinutes(1);
        var line = FakeConversations.Line("demo_0193a6f0c1d27a4e8b5f6a7d8c9e0f11");
        feed.Say(new StaffChange { Lines = [line], Counts = new ConversationCounts { Waiting = 7 }, At = at });
        var sent = (await hub.Next("lines")).GetProperty("lines")[0];
        Assert.Equal(("urgent", "vip", "Hello"), (sent.GetProperty("priority").GetString(), sent.GetProperty("tags")[0].GetString(), sent.GetProperty("lastMessage").GetProperty("text").GetString()));
        var counts = await hub.Next("counts");
        Assert.Equal(("demo", 7), (Text(counts, "store"), counts.GetProperty("waiting").GetInt32()));
        feed.Abort();
        Assert.Equal(at, (await feed.Follows.Reader.ReadAsync()).Since);
        var offer = new OfferedConversation { OfferId = "o-1", ConversationId = line.ConversationId, Desk = "main", ExpiresAt = at, Line = line };
        feed.Say(new StaffChange { Offers = [offer], At = at });
        Assert.Equal("o-1", (await hub.Next("offers")).GetProperty("offers")[0].GetProperty("offerId").GetString());
    }

    [Fact]
    public async Task Open_ShowsStaffWhatCustomersDoNotSee()
    {
        var (id, _) = await _front.Begin();
        var conversation = _front.Grains.FakeConversation(id);
        conversation.Append(EventTypes.NoteAdded, new { text = "Careful." });
        await using var hub = await Connect();
        var opened = await hub.Invoke("open", new { conversationId = id, after = 0, agentId = "ada" });
        Assert.Equal(2, opened.GetProperty("lastSeq").GetInt64());
        Assert.Equal("waiting", Text(opened.GetProperty("line"), "status"));
        Assert.Equal(EventTypes.ConversationStarted, Text(await hub.Next("event"), "type"));
        var note = await hub.Next("event");
        Assert.Equal((id, EventTypes.NoteAdded), (Text(note, "conversationId"), Text(note, "type")));
        conversation.Begin("turn-1");
        conversation.Write("Hel");
        Assert.Equal((0, "Hel"), Delta(await hub.Next("delta")));
        conversation.Write("lo");
        Assert.Equal((3, "lo"), Delta(await hub.Next("delta")));
    }

    [Fact]
    public async Task Seeing_IsShownToTheOthersAndEndsWithTheConnection()
    {
        var (id, _) = await _front.Begin();
        await using var ben = await Connect();
        await ben.Invoke("open", new { conversationId = id, after = 0, agentId = "ben" });
        await using (var ada = await Connect())
        {
            await ada.Invoke("open", new { conversationId = id, after = 0, agentId = "ada" });
            await ada.Invoke("seeing", new { conversationId = id, state = "typing" });
            var viewer = (await ben.Next("viewers")).GetProperty("viewers")[0];
            Assert.Equal(("ada", "ADA", "typing"), (Text(viewer, "agentId"), Text(viewer, "name"), Text(viewer, "state")));
            ada.Abort();
            Assert.Equal(0, (await ben.Next("viewers")).GetProperty("viewers").GetArrayLength());
        }
    }

    [Fact]
    public async Task Calls_WithAVisitorsTokenOrBeyondTheLimits_AreRefused()
    {
        var (id, token) = await _front.Begin();
        await using var visitor = await HubClient.Connect(_front.Address, token, path: "/hubs/staff");
        Assert.Equal("token_invalid", (await Assert.ThrowsAsync<HubCallException>(() => visitor.Invoke("watch", new { store = "demo" }))).Code);
        Assert.Equal("token_invalid", (await Assert.ThrowsAsync<HubCallException>(() => visitor.Invoke("open", new { conversationId = id, after = 0 }))).Code);
        await using var nobody = await HubClient.Connect(_front.Address, path: "/hubs/staff");
        Assert.Equal("token_missing", (await Assert.ThrowsAsync<HubCallException>(() => nobody.Invoke("watch", new { store = "demo" }))).Code);
        await using var hub = await Connect();
        Assert.Equal("not_joined", (await Assert.ThrowsAsync<HubCallException>(() => hub.Invoke("seeing", new { conversationId = id, state = "viewing" }))).Code);
        Assert.Equal("not_joined", (await Assert.ThrowsAsync<HubCallException>(() => hub.Invoke("presence", new { }))).Code);
        for (var i = 0; i < 20; i++) await hub.Invoke("open", new { conversationId = (await _front.Begin()).Id, after = 0, agentId = "ada" });
        Assert.Equal("invalid_request", (await Assert.ThrowsAsync<HubCallException>(() => hub.Invoke("open", new { conversationId = id, after = 0 }))).Code);
    }

    [Fact]
    public async Task Close_EndsTheFollowOfThatConversationAlone()
    {
        var (first, _) = await _front.Begin();
        var (second, _) = await _front.Begin();
        await using var hub = await Connect();
        await hub.Invoke("open", new { conversationId = first, after = 1, agentId = "ada" });
        await hub.Invoke("open", new { conversationId = second, after = 1, agentId = "ada" });
        await hub.Invoke("close", new { conversationId = first });
        _front.Grains.FakeConversation(first).Append(EventTypes.NoteAdded, new { text = "no more" });
        _front.Grains.FakeConversation(second).Append(EventTypes.NoteAdded, new { text = "still here" });
        Assert.Equal(second, Text(await hub.Next("event"), "conversationId"));
    }

    private static (int Offset, string Text) Delta(JsonElement delta) => (delta.GetProperty("offset").GetInt32(), Text(delta, "text")!);

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private Task<HubClient> Connect() => HubClient.Connect(_front.Address, FrontHost.AdminKey, path: "/hubs/staff");
}
