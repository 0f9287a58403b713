using System.Net;
using System.Text.Json;
using SupportPlatform.Conversations;
using SupportPlatform.Fakes;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.Stores;

public sealed class StoreApiTests : IAsyncLifetime
{
    private FrontHost _front = null!;

    public async Task InitializeAsync() => _front = await FrontHost.Start();

    public async Task DisposeAsync() => await _front.DisposeAsync();

    [Fact]
    public async Task PutAndGet_Settings_RoundTripWithoutKeys()
    {
        var settings = new { name = "Shop", hours = new[] { new { day = "Monday", from = "09:00:00", to = "17:30:00" } }, starterQuestions = new[] { "Open?" } };
        using var put = await _front.Send(HttpMethod.Put, "/api/stores/shop-1", FrontHost.AdminKey, settings);
        using var get = await _front.Send(HttpMethod.Get, "/api/stores/shop-1", FrontHost.AdminKey);

        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        var text = await get.Content.ReadAsStringAsync();
        var read = JsonDocument.Parse(text).RootElement;
        Assert.Equal("Shop", read.GetProperty("name").GetString());
        Assert.Equal("Assistant", read.GetProperty("assistantName").GetString());
        Assert.Equal("Monday", read.GetProperty("hours")[0].GetProperty("day").GetString());
        Assert.DoesNotContain(_front.Grains.FakeStore("shop-1").Profile!.VisitorKeys[0], text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TestEscalation_Messages_GoToTheStoreForAdministratorsAlone()
    {
        using var put = await _front.Send(HttpMethod.Put, "/api/stores/shop-2", FrontHost.AdminKey, new { name = "Shop" });
        using var refused = await _front.Send(HttpMethod.Post, "/api/stores/shop-2/escalations:test", null, new { messages = new[] { "policy" } });
        using var done = await _front.Send(HttpMethod.Post, "/api/stores/shop-2/escalations:test", FrontHost.AdminKey, new { messages = new[] { "hello", "policy" } });

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal("policy", JsonDocument.Parse(await done.Content.ReadAsStringAsync()).RootElement.GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Profile_AfterPut_IsTheNewOne()
    {
        using var missing = await _front.Send(HttpMethod.Get, "/api/stores/fresh/profile");
        using var put = await _front.Send(HttpMethod.Put, "/api/stores/fresh", FrontHost.AdminKey, new { name = "Fresh" });
        using var found = await _front.Send(HttpMethod.Get, "/api/stores/fresh/profile");

        await ConversationApiTests.AssertProblem(missing, HttpStatusCode.NotFound, "store_not_found");
        Assert.Equal("Fresh", JsonDocument.Parse(await found.Content.ReadAsStringAsync()).RootElement.GetProperty("name").GetString());
    }

    [Fact]
    public async Task Profile_WithAWidget_ShowsItWithTheStoresColour()
    {
        var settings = new
        {
            name = "Shop",
            brandColor = "#a8482a",
            widget = new
            {
                theme = "dark",
                position = "left",
                launcher = new { icon = "question", text = "Help" },
                features = new { voice = false },
                hiddenUntil = "30",
                proactive = new[] { new { id = "hello", text = "Can I help?", afterSeconds = 20, page = "/checkout*" } },
                preChat = new { formId = "contact", skippable = true, fields = new[] { new { name = "mail", label = "Mail", type = "email" } } },
            },
        };
        using var put = await _front.Send(HttpMethod.Put, "/api/stores/shop-1", FrontHost.AdminKey, settings);
        using var profile = await _front.Send(HttpMethod.Get, "/api/stores/shop-1/profile");

        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        var widget = JsonDocument.Parse(await profile.Content.ReadAsStringAsync()).RootElement.GetProperty("widget");
        Assert.Equal("#a8482a", widget.GetProperty("color").GetString());
        Assert.Equal("dark", widget.GetProperty("theme").GetString());
        Assert.Equal("question", widget.GetProperty("launcher").GetProperty("icon").GetString());
        Assert.Equal("email", widget.GetProperty("preChat").GetProperty("fields")[0].GetProperty("type").GetString());
        Assert.False(widget.TryGetProperty("zIndex", out _));
    }

    [Fact]
    public async Task Profile_Availability_FollowsTheHours()
    {
        var always = Enum.GetNames<DayOfWeek>().Select(day => new { day, from = "00:00", to = "00:00" }).ToArray();
        using var put = await _front.Send(HttpMethod.Put, "/api/stores/shop-1", FrontHost.AdminKey, new { name = "Shop", hours = always });
        using var open = await _front.Send(HttpMethod.Get, "/api/stores/shop-1/profile");
        using var unknown = await _front.Send(HttpMethod.Get, "/api/stores/demo/profile");

        Assert.True(Availability(await open.Content.ReadAsStringAsync()).GetProperty("open").GetBoolean());
        Assert.False(Availability(await unknown.Content.ReadAsStringAsync()).TryGetProperty("open", out _));
        static JsonElement Availability(string profile) => JsonDocument.Parse(profile).RootElement.GetProperty("availability");
    }

    [Fact]
    public async Task IdentityKeys_Rotated_KeepTheOneBefore()
    {
        using var put = await _front.Send(HttpMethod.Put, "/api/stores/shop-1", FrontHost.AdminKey, new { name = "Shop" });
        var before = _front.TokenFor("customer-7", "shop-1");
        using var rotated = await _front.Send(HttpMethod.Post, "/api/stores/shop-1/identity-keys:rotate", FrontHost.AdminKey);
        using var known = await _front.Send(HttpMethod.Post, "/api/stores/shop-1/conversations", before);
        using var again = await _front.Send(HttpMethod.Post, "/api/stores/shop-1/identity-keys:rotate", FrontHost.AdminKey);
        using var forgotten = await _front.Send(HttpMethod.Post, "/api/stores/shop-1/conversations", before);
        using var closed = await _front.Send(HttpMethod.Get, "/api/stores/shop-1/identity-keys", before);

        var keys = JsonDocument.Parse(await rotated.Content.ReadAsStringAsync()).RootElement.GetProperty("keys");
        Assert.Equal(2, keys.GetArrayLength());
        Assert.True(rotated.Headers.CacheControl!.NoStore);
        Assert.Equal(HttpStatusCode.Created, known.StatusCode);
        Assert.Equal(before, JsonDocument.Parse(await known.Content.ReadAsStringAsync()).RootElement.GetProperty("visitorToken").GetString());
        await ConversationApiTests.AssertProblem(forgotten, HttpStatusCode.Unauthorized, "token_invalid");
        await ConversationApiTests.AssertProblem(closed, HttpStatusCode.Unauthorized, "token_invalid");
    }

    [Theory]
    [InlineData("PUT", "/api/stores/demo")]
    [InlineData("GET", "/api/stores/demo")]
    [InlineData("POST", "/api/stores/demo/search")]
    [InlineData("POST", "/api/stores/demo/answers")]
    public async Task Administration_WithoutTheKey_IsClosed(string method, string path)
    {
        var (_, visitor) = await _front.Begin();
        using var none = await _front.Send(new HttpMethod(method), path);
        using var wrong = await _front.Send(new HttpMethod(method), path, visitor);
        using var query = await _front.Send(new HttpMethod(method), $"{path}?access_token={FrontHost.AdminKey}");

        await ConversationApiTests.AssertProblem(none, HttpStatusCode.Unauthorized, "token_missing");
        await ConversationApiTests.AssertProblem(wrong, HttpStatusCode.Unauthorized, "token_invalid");
        await ConversationApiTests.AssertProblem(query, HttpStatusCode.Unauthorized, "token_missing");
    }

    [Fact]
    public async Task SearchAndAnswers_GoToTheStoresKnowledge()
    {
        using var search = await _front.Send(HttpMethod.Post, "/api/stores/demo/search", FrontHost.AdminKey, new { query = "grinder", k = 3 });
        using var answer = await _front.Send(HttpMethod.Post, "/api/stores/demo/answers", FrontHost.AdminKey, new { text = "Open?" });

        Assert.Equal("""{"hits":[{"source":"guide.md","chunkId":"c1","score":0.5,"text":"grinder"}]}""", await search.Content.ReadAsStringAsync());
        Assert.Equal("""{"answer":"Open?","citations":[],"confidence":1,"outcome":"answered","suggestions":[]}""", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Profiles_ManyAtOnce_AreReadOnceAndAgainAfterHalfAMinute()
    {
        var time = new FakeTimeProvider();
        var grains = new FakeGrains();
        var store = grains.FakeStore("demo");
        var gate = new TaskCompletionSource();
        store.Gate = gate.Task;
        var profiles = new StoreProfiles(grains, time);
        var waiting = Enumerable.Range(0, 100).Select(_ => profiles.Find("demo", CancellationToken.None).AsTask()).ToList();
        gate.SetResult();
        await Task.WhenAll(waiting);
        Assert.Equal(1, store.Reads);

        time.Advance(StoreProfiles.Age + TimeSpan.FromSeconds(1));
        await profiles.Find("demo", CancellationToken.None);
        Assert.Equal(2, store.Reads);
    }

    [Fact]
    public async Task Profiles_FailedRead_IsTriedAgain()
    {
        var grains = new FakeGrains();
        var store = grains.FakeStore("demo");
        store.Gate = Task.FromException(new SupportException(ProblemCodes.StorageUnavailable, "Down."));
        var profiles = new StoreProfiles(grains, new FakeTimeProvider());
        await Assert.ThrowsAsync<SupportException>(async () => await profiles.Find("demo", CancellationToken.None));
        store.Gate = Task.CompletedTask;

        // The clock has not moved, and a failure is not kept even that long.
        Assert.NotNull(await profiles.Find("demo", CancellationToken.None));
    }
}
