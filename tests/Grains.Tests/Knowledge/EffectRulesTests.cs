using SupportPlatform.Knowledge;
using Xunit;

namespace SupportPlatform.Grains.Tests.Knowledge;

public sealed class EffectRulesTests
{
    // The intervals by tables of Student's distribution, and by Wilson's formula as books print its results.
    [Theory]
    [InlineData(2, 1, 1.0, 5.0)]
    [InlineData(4, 0.5, 2.2044, 3.7956)]
    [InlineData(30, 1, 2.6266, 3.3734)]
    public void Mean_OfThree_HasStudentsInterval(long count, double deviation, double low, double high)
    {
        var mean = EffectRules.Mean(3, deviation, count);

        Assert.Equal(3, mean.Value);
        Assert.InRange(mean.Low, low - 0.01, low + 0.01);
        Assert.InRange(mean.High, high - 0.01, high + 0.01);
    }

    [Theory]
    [InlineData(0, 10, 0, 0.2775)]
    [InlineData(5, 10, 0.2366, 0.7634)]
    [InlineData(1, 1, 0.2065, 1)]
    public void Rate_FewAnswers_HasWilsonsInterval(long hits, long count, double low, double high)
    {
        var rate = EffectRules.Rate(hits, count);

        Assert.Equal((Math.Round((double)hits / count, 4), low, high), (rate.Value, rate.Low, rate.High));
    }

    [Fact]
    public void Of_NoSample_IsEmpty() => Assert.Equal(new EffectFigures { Answers = 0, Ratings = 0 }, EffectRules.Of(null));
}
