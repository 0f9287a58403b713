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
