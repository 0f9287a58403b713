using SupportPlatform.Grains.Tests.Hosting;
using SupportPlatform.Knowledge;
using Xunit;

namespace SupportPlatform.Grains.Tests.Knowledge;

[Collection(SiloCollection.Name)]
public sealed class KnowledgeGrainTests(SiloFixture fixture)
{
    [Fact]
    public async Task Search_Query_GivesHitsOfTheStore()
    {
        var grain = await Grain();

        var result = await grain.Search(new SearchQuery { Query = "How heavy is the lamp?", K = 2 });

        Assert.Equal("lamp", result.Hits[0].Source);
        Assert.Contains("900 g", result.Hits[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_InALanguage_FindsWhatIsInItOrInNone()
    {
        var grain = await Grain();
        var store = grain.GetPrimaryKeyString();
        await fixture.Grains.GetGrain<IFaqsGrain>(store).Put(new FaqEntry { Id = "lamp-de", Question = "How heavy is the lamp in German?", Answer = "900 g.", Locale = "de-AT" });
        var articles = fixture.Grains.GetGrain<IArticlesGrain>(store);
        await articles.Put(new ArticleEntry { Id = "care-en", Title = "Care of the lamp", Body = "The lamp wants a dry cloth.", Locale = "en" });
        await articles.Put(new ArticleEntry { Id = "care-de", Title = "Lamp care, German", Body = "The lamp wants a soft brush.", Locale = "de" });

        var all = await Sources(null);
        var german = await Sources("de");

        Assert.Superset(new HashSet<string> { "care-en", "care-de", "lamp", "lamp-de" }, all);
        Assert.Equal(["care-de", "lamp", "lamp-de"], german.Order(StringComparer.Ordinal));
        var answer = await grain.Answer(new AskQuestion { Text = "What does the lamp want for its care?", Locale = "de" });
        Assert.All(answer.Citations, c => Assert.NotEqual("care-en", c.Source));

        async Task<HashSet<string>> Sources(string? locale) =>
            [.. (await grain.Search(new SearchQuery { Query = "How heavy is the lamp, and what care does it want?", K = 20, Locale = locale })).Hits.Select(h => h.Source)];
    }

    [Theory]
    [InlineData("", 5, ProblemCodes.MessageEmpty)]
    [InlineData("lamp", 0, ProblemCodes.InvalidRequest)]
    [InlineData("lamp", 51, ProblemCodes.InvalidRequest)]
    public async Task Search_OutOfBounds_IsRefused(string query, int k, string code)
    {
        var grain = await Grain();

        var refusal = await Assert.ThrowsAsync<SupportException>(() => grain.Search(new SearchQuery { Query = query, K = k }));

        Assert.Equal(code, refusal.Code);
    }

    [Fact]
    public async Task Answer_TooLong_IsRefused()
    {
        var grain = await Grain();

        var refusal = await Assert.ThrowsAsync<SupportException>(
            () => grain.Answer(new AskQuestion { Text = new string('x', Limits.MessageLength + 1) }));

        Assert.Equal(ProblemCodes.MessageTooLong, refusal.Code);
    }

    private Task<IKnowledgeGrain> Grain()
    {
        // NewStore sets the caller of the present flow, so it is not awaited before this returns its task.
        var store = fixture.NewStore();
        return Make();

        async Task<IKnowledgeGrain> Make()
        {
            var name = await store;
            var entry = new FaqEntry { Id = "lamp", Question = "How heavy is the lamp?", Answer = "It weighs 900 g." };
            await fixture.Grains.GetGrain<IFaqsGrain>(name).Put(entry);
            return fixture.Grains.GetGrain<IKnowledgeGrain>(name);
        }
    }
}
