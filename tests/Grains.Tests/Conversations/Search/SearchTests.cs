using SupportPlatform.Conversations;
using SupportPlatform.Grains.Tests.Hosting;
using SupportPlatform.Security;
using Xunit;

namespace SupportPlatform.Grains.Tests.Conversations.Search;

[Collection(SiloCollection.Name)]
public sealed class SearchTests(SiloFixture silo)
{
    [Theory]
    [InlineData("The kettle leaks when I descale it.", "descaling kettles", "kettle", "descale")]
    [InlineData("The kettle leaks when I descale it.", "leaks ket", "kettle", "leaks")]
    [InlineData("Die Rückgabe dauert länger als gewöhnlich.", "ruckga", "Rückgabe")]
    [InlineData("Le café est livré à l'Élysée.", "CAFE elysee ", "café", "l'Élysée")]
    [InlineData("¿Dónde está mi devolución?", "devolucion ", "devolución")]
    [InlineData("Quando chega a minha encomenda?", "encomenda ", "encomenda")]
    [InlineData("La spedizione è in ritardo.", "spedizi", "spedizione")]
    [InlineData("Mijn bestelling is kwijt.", "bestelling ", "bestelling")]
    [InlineData("Zwrot pieniędzy za czajnik.", "pieniedzy ", "pieniędzy")]
    [InlineData("Чайник протекает с первого дня.", "протек", "протекает")]
    [InlineData("Siparişim nerede kaldı?", "siparisim ", "Siparişim")]
    [InlineData("أين طلبي الأخير؟", "طلبي ", "طلبي")]
    [InlineData("मेरा ऑर्डर कहाँ है?", "ऑर्डर ", "ऑर्डर")]
    [InlineData("我想退货这个水壶", "退货 ", "退货")]
    [InlineData("我想退货这个水壶", "壶", "水壶")]
    [InlineData("ケトルを返品したいです", "返品", "返品")]
    [InlineData("กาต้มน้ำรั่วตั้งแต่วันแรก", "น้ำ", "น้ำ")]
    [InlineData("주전자가 새고 있어요", "주전자", "주전자가")]
    public async Task Search_InEachLanguage_FindsAndMarksTheWords(string text, string query, params string[] marked)
    {
        var store = await silo.NewStore();
        var grain = await silo.NewConversation(store);
        await grain.Post(new PostMessage { ClientMessageId = "c-1", Text = text });
        var hit = Assert.Single((await Eventually(store, query)).Hits, h => h.Role == MessageRole.Customer);
        Assert.Equal((ConversationKey.FromGrainKey(grain.GetPrimaryKeyString()).PublicId, 2L, text), (hit.Line.ConversationId, hit.Seq, hit.Excerpt));
        Assert.Equal(marked, hit.Marks.Select(m => hit.Excerpt[m[0]..m[1]]).OrderBy(m => Array.IndexOf(marked, m)));
    }

    [Fact]
    public async Task Search_NotesPeopleAndForms_AreFound()
    {
        var store = await silo.NewStore();
        var key = ConversationKey.New(store);
        var grain = silo.Grains.GetGrain<IConversationGrain>(key.GrainKey);
        CallerContext.Current = Caller.Visitor(store, "contact-7") with { Name = "Zoë Müller", Email = "zoe.muller@mail.example" };
        await grain.Start(new StartConversation { ContactId = "contact-7" });
        CallerContext.Current = Caller.Administrator;
        await grain.AddNote(new PostAgentMessage { AgentId = "ada", AgentName = "Ada Lovelace", ClientMessageId = "n-1", Text = "Wants a refund of 40 euros." });
        Assert.Equal(2, Assert.Single((await Eventually(store, "lovelace refund ")).Hits).Seq);
        Assert.Equal("note", Assert.Single((await Eventually(store, "refund")).Hits).Role);
        Assert.Equal(1, Assert.Single((await Eventually(store, "zoe muller")).Hits).Seq);
        Assert.Equal(1, Assert.Single((await Eventually(store, "zoe.muller@mail.example")).Hits).Seq);
        Assert.Empty((await Search(store, "refund turkey ")).Hits);
    }

    [Fact]
    public async Task Search_Filtered_IsOfThoseAlone()
    {
        var store = await silo.NewStore();
        var first = await silo.NewConversation(store);
        await first.Post(new PostMessage { ClientMessageId = "c-1", Text = "A teapot, please." });
        var from = DateTimeOffset.UtcNow;
        CallerContext.Current = Caller.Administrator;
        var second = await silo.NewConversation(store);
        await second.Post(new PostMessage { ClientMessageId = "c-1", Text = "Another teapot." });
        CallerContext.Current = Caller.Administrator;
        await second.Resolve();
        await Eventually(store, "teapot", 4);
        Assert.All((await Search(store, "teapot", q => q with { Status = ConversationStatus.Resolved })).Hits, h => Assert.Equal(IdOf(second), h.Line.ConversationId));
        Assert.All((await Search(store, "teapot", q => q with { To = from })).Hits, h => Assert.True(h.At < from));
        Assert.All((await Search(store, "teapot", q => q with { From = from })).Hits, h => Assert.True(h.At >= from));
        Assert.Empty((await Search(store, "teapot", q => q with { ContactId = "contact-2" })).Hits);
        Assert.Empty((await Search(store, "teapot", q => q with { AgentId = "ada" })).Hits);
        Assert.Empty((await Search(store, "teapot", q => q with { Tag = "vip" })).Hits);
    }

    [Fact]
    public async Task Search_ByTagStateAgentAndTimeTogether_FindsWhatHasAll()
    {
        var store = await silo.NewStore();
        var all = new List<IConversationGrain>();
        for (var i = 0; i < 5; i++)
        {
            all.Add(await silo.NewConversation(store));
            await all[i].Post(new PostMessage { ClientMessageId = "c-1", Text = "A teapot, please." });
            await new Follower(all[i]).UntilAnswers(1);
        }

        // Each of the others lacks one thing of what the first has.
        CallerContext.Current = Caller.Administrator;
        foreach (var i in new[] { 0, 2, 3 }) await all[i].Tag(new TagConversation { Add = ["broken", "vip"] });
        await all[1].Tag(new TagConversation { Add = ["vip2"] });
        foreach (var i in new[] { 0, 1, 2 }) await all[i].Claim(new ClaimConversation { AgentId = i == 2 ? "ben" : "ada", AgentName = "Agent" });
        await all[4].Tag(new TagConversation { Add = ["vip"] });
        await all[4].Claim(new ClaimConversation { AgentId = "ada", AgentName = "Agent" });
        var said = (await Eventually(store, "teapot", 10)).Hits.Where(h => h.Role == MessageRole.Customer).ToDictionary(h => h.Line.ConversationId, h => h.At);

        Assert.Equal([IdOf(all[4]), IdOf(all[3]), IdOf(all[2]), IdOf(all[0])], Customers(await Search(store, "teapot", q => q with { Tag = "vip" })));
        Assert.Equal([IdOf(all[1])], Customers(await Search(store, "teapot", q => q with { Tag = "vip2" })));
        Assert.Empty((await Search(store, "teapot", q => q with { Tag = "vi" })).Hits);
        var together = await Search(
            store, "teapot", q => q with { Tag = "vip", Status = ConversationStatus.WithAgent, AgentId = "ada", To = said[IdOf(all[4])] });
        Assert.Equal([IdOf(all[0])], Customers(together));

        await all[0].Tag(new TagConversation { Remove = ["vip"] });
        Assert.DoesNotContain(IdOf(all[0]), Customers(await Search(store, "teapot", q => q with { Tag = "vip" })));

        static IEnumerable<string> Customers(ConversationHits found) => found.Hits.Where(h => h.Role == MessageRole.Customer).Select(h => h.Line.ConversationId);
    }

    [Fact]
    public async Task Search_PageByPage_HasEachHitOnceLatestFirst()
    {
        var store = await silo.NewStore();
        var grain = await silo.NewConversation(store);
        CallerContext.Current = Caller.Administrator;
        for (var i = 0; i < 25; i++)
            await grain.AddNote(new PostAgentMessage { AgentId = "ada", AgentName = "Ada", ClientMessageId = $"n-{i}", Text = $"Note {i} of the teapot." });
        await Eventually(store, "teapot", 25);
        var seen = new List<long>();
        for (string? cursor = null; ;)
        {
            var page = await Search(store, "teapot", q => q with { Cursor = cursor, Limit = 10 });
            seen.AddRange(page.Hits.Select(h => h.Seq));
            if ((cursor = page.Cursor) is null) break;
        }

        Assert.Equal(Enumerable.Range(2, 25).Reverse().Select(i => (long)i), seen);
    }

    [Fact]
    public async Task Search_OfAnotherStoreOrByACustomer_FindsNothing()
    {
        var store = await silo.NewStore();
        var grain = await silo.NewConversation(store);
        await grain.Post(new PostMessage { ClientMessageId = "c-1", Text = "My secret is a teapot." });
        await Eventually(store, "teapot");
        var other = await silo.NewStore();
        Assert.Empty((await Search(other, "teapot")).Hits);
        Assert.Empty((await Search(other, $"{store}/teapot")).Hits);
        Assert.Empty((await Search(other, "'' | teapot:* \\")).Hits);
        CallerContext.Current = Caller.Visitor(store, "contact-1");
        var refused = await Assert.ThrowsAsync<SupportException>(() => silo.Grains.GetGrain<IConversationSearchGrain>(store).Search(new ConversationQuery { Text = "teapot" }));
        Assert.Equal(ProblemCodes.AccessDenied, refused.Code);
    }

    private static string IdOf(IConversationGrain grain) => ConversationKey.FromGrainKey(grain.GetPrimaryKeyString()).PublicId;

    // What is projected in the background is there soon.
    private async Task<ConversationHits> Eventually(string store, string query, int count = 1)
    {
        for (var limit = DateTimeOffset.UtcNow.AddSeconds(10); ;)
        {
            var hits = await Search(store, query, q => q with { Limit = 100 });
            if (hits.Hits.Length >= count || DateTimeOffset.UtcNow > limit) return hits;
            await Task.Delay(50);
        }
    }

    private async Task<ConversationHits> Search(string store, string query, Func<ConversationQuery, ConversationQuery>? with = null)
    {
        CallerContext.Current = Caller.Administrator;
        var wanted = new ConversationQuery { Text = query };
        return await silo.Grains.GetGrain<IConversationSearchGrain>(store).Search(with?.Invoke(wanted) ?? wanted);
    }
}
