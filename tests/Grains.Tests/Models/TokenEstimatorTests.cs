using SupportPlatform.Models;
using Xunit;

namespace SupportPlatform.Grains.Tests.Models;

public sealed class TokenEstimatorTests
{
    private const string English = "The quick brown fox jumps over the lazy dog and runs away from here.";
    private const string Chinese = "这款帐篷防水，可以在雨中使用，保修期为两年，欢迎随时联系我们。";

    [Fact]
    public void Count_Scripts_DifferByTheirDensity()
    {
        var estimator = new TokenEstimator();

        Assert.InRange(estimator.Count(English), 12, 25);
        Assert.InRange(estimator.Count(Chinese), 20, 40);
        Assert.Equal(0, estimator.Count(""));
    }

    [Fact]
    public void Learn_ProvidersCounts_ComeNearAfterSome()
    {
        var estimator = new TokenEstimator();
        for (var i = 0; i < 40; i++) estimator.Learn(English, 34);

        Assert.InRange(estimator.Count(English), 33, 36);
    }

    [Fact]
    public void Learn_OneScript_LeavesOthersAlone()
    {
        var estimator = new TokenEstimator();
        var before = estimator.Count(Chinese);
        for (var i = 0; i < 40; i++) estimator.Learn(English, 34);

        Assert.InRange(estimator.Count(Chinese), before - 2, before + 2);
    }

    [Fact]
    public void Learn_Nonsense_StaysInBounds()
    {
        var estimator = new TokenEstimator();
        for (var i = 0; i < 1000; i++) estimator.Learn(English, 1_000_000);
        Assert.InRange(estimator.Count(English), 20, 100);
        estimator.Learn(English, 0);
        estimator.Learn("", 50);
    }

    [Fact]
    public void Budget_TooMuch_KeepsTheFirstPassageAndTheLatestMessages()
    {
        var estimator = new TokenEstimator();
        var budget = new TokenBudget(estimator, 150);
        System.Collections.Immutable.ImmutableArray<HistoryMessage> history =
            [.. Enumerable.Range(0, 20).Select(i => new HistoryMessage("customer", $"Message number {i} of the day."))];

        var kept = budget.Fit(history);

        Assert.InRange(kept.Length, 1, 6);
        Assert.Equal(history[^1], kept[^1]);
        Assert.Null(budget.Fit(new string('x', 4000)));
    }
}
