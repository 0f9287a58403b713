using Xunit;
using Xunit.Abstractions;

namespace SupportPlatform.Grains.Tests.Knowledge;

/// <summary>Entries of questions and answers, measured on the development rows of three sets.</summary>
public sealed class FaqQualityTests(ITestOutputHelper output)
{
    [SkippableFact]
    public async Task Search_BankingQuestions_FindTheirEntry()
    {
        var figures = await Measure("faq_banking77");

        Assert.True(figures is { First: >= 0.67, AmongThree: >= 0.83 }, figures.ToString());
    }

    [SkippableFact]
    public async Task Run_ShopMessages_AreAnsweredOrRefusedRightly()
    {
        var figures = await Measure("hint3_sofmattress");

        Assert.True(figures is { Joint: >= 0.75, OutOfScopeRecall: >= 0.85 }, figures.ToString());
    }

    [SkippableFact]
    public async Task Run_QuestionsBeyondTheStore_HaveLessConfidence()
    {
        var figures = await Measure("oos_clinc");

        Assert.True(figures is { Order: >= 0.95, SearchOrder: >= 0.96 }, figures.ToString());
    }

    private async Task<FaqFigures> Measure(string set)
    {
        var figures = await FaqFigures.Of(set);
        output.WriteLine(figures.ToString());
        return figures;
    }
}
