using System.Reflection;
using Microsoft.AspNetCore.SignalR;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.Grains.Tests.Walls;

/// <summary>Every method of every hub, called with another store's token.</summary>
public sealed class HubWallTests(WallFixture wall) : IClassFixture<WallFixture>
{
    // Ends what was never begun.
    private const string NothingHappens = "";

    // What each refuses with: who has not joined has nothing to speak of.
    private static readonly Dictionary<string, string> Expected = new(StringComparer.Ordinal)
    {
        ["ChatHub.join"] = ProblemCodes.WrongStore,
        ["ChatHub.read"] = "not_joined",
        ["ChatHub.send_message"] = "not_joined",
        ["ChatHub.typing_start"] = "not_joined",
        ["ChatHub.typing_stop"] = "not_joined",
        ["StaffHub.watch"] = ProblemCodes.TokenInvalid,
        ["StaffHub.unwatch"] = NothingHappens,
        ["StaffHub.open"] = ProblemCodes.TokenInvalid,
        ["StaffHub.close"] = NothingHappens,
        ["StaffHub.seeing"] = "not_joined",
        ["StaffHub.presence"] = "not_joined",
    };

    [Fact]
    public void Methods_OfAllHubs_AreInTheTable()
    {
        var methods = Assembly.Load("SupportPlatform.WebFront").GetTypes().Where(t => typeof(Hub).IsAssignableFrom(t))
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(m => !m.IsVirtual && !m.IsSpecialName)
            .Select(m => $"{m.DeclaringType!.Name}.{m.GetCustomAttribute<HubMethodNameAttribute>()?.Name ?? m.Name}");
        Assert.Equal(Expected.Keys.Order(StringComparer.Ordinal), methods.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("join")]
    [InlineData("read")]
    [InlineData("send_message")]
    [InlineData("typing_start")]
    [InlineData("typing_stop")]
    public async Task Chat_WithAnotherStoresToken_IsClosed(string method)
    {
        await using var hub = await HubClient.Connect(new Uri(wall.Silo.Addresses.First()), wall.OtherVisitorToken);
        object[] arguments = method switch
        {
            "join" => [new { conversationId = wall.Conversation, after = 0 }],
            "send_message" => [new { conversationId = wall.Conversation, content = "Hello", clientMessageId = "m-1" }],
            "read" => [new { after = 0, limit = 10 }],
            _ => [],
        };
        var refusal = await Assert.ThrowsAsync<HubCallException>(() => hub.Invoke(method, arguments));
        Assert.Equal(Expected[$"ChatHub.{method}"], refusal.Code);
        if (refusal.Code == ProblemCodes.WrongStore) Assert.Contains(wall.Refusals.Lines, l => l.Contains(ProblemCodes.WrongStore, StringComparison.Ordinal) && l.Contains("/hubs/chat", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("watch")]
    [InlineData("open")]
    [InlineData("seeing")]
    [InlineData("presence")]
    public async Task Staff_WithAVisitorsToken_IsClosed(string method)
    {
        await using var hub = await HubClient.Connect(new Uri(wall.Silo.Addresses.First()), wall.OtherVisitorToken, path: "/hubs/staff");
        object argument = method switch
        {
            "watch" => new { store = WallFixture.Store },
            "open" => new { conversationId = wall.Conversation, after = 0 },
            "seeing" => new { conversationId = wall.Conversation, state = "viewing" },
            _ => new { presence = "online" },
        };
        var refusal = await Assert.ThrowsAsync<HubCallException>(() => hub.Invoke(method, argument));
        Assert.Equal(Expected[$"StaffHub.{method}"], refusal.Code);
    }
}
