using SupportPlatform.Desk;
using Xunit;

namespace SupportPlatform.Grains.Tests.Desk;

public sealed class PlaceRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    [Theory]
    [InlineData(5, 3, 4, true)]
    [InlineData(5, 3, 5, false)] // the same place
    [InlineData(5, 2, 4, false)] // too soon
    [InlineData(200, 60, 190, false)] // hardly a change
    [InlineData(200, 60, 180, true)]
    [InlineData(11, 60, 10, true)] // at the front each place counts
    public void IsNews_AfterAPlace_IsAChangeThatCounts(int told, int secondsAgo, int position, bool expected) =>
        Assert.Equal(expected, PlaceRules.IsNews((told, Now.AddSeconds(-secondsAgo)), position, Now, Interval));

    [Fact]
    public void IsNews_FirstPlace_IsNews() => Assert.True(PlaceRules.IsNews(null, 500, Now, Interval));

    [Fact]
    public void Estimate_FromTheRecentRate_IsThePlaceTimesThePause()
    {
        DateTimeOffset[] departures = [Now.AddHours(-2), Now.AddMinutes(-6), Now.AddMinutes(-4), Now.AddMinutes(-1)];
        Assert.Equal(120, PlaceRules.Estimate(departures, 1, Now));
        Assert.Equal(600, PlaceRules.Estimate(departures, 5, Now));
        Assert.Null(PlaceRules.Estimate(departures[..3], 1, Now));
    }
}
