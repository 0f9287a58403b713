using System.Globalization;
using SupportPlatform.Stores;
using Xunit;

namespace SupportPlatform.Grains.Tests.Stores;

public sealed class OpeningHoursTests
{
    private const string Brussels = "Europe/Brussels";

    [Theory]
    [InlineData("2026-11-23T07:59:59Z", false, "2026-11-23T08:00:00Z")] // a Monday in winter, 8:59:59 there
    [InlineData("2026-11-23T08:00:00Z", true, "2026-11-23T11:30:00Z")]
    [InlineData("2026-11-23T11:30:00Z", false, "2026-11-23T12:15:00Z")]
    [InlineData("2026-11-23T16:00:00Z", false, "2026-11-24T08:00:00Z")]
    [InlineData("2026-11-24T16:00:00Z", false, "2026-11-30T08:00:00Z")]
    [InlineData("2026-07-20T07:30:00Z", true, "2026-07-20T10:30:00Z")] // in summer
    public void NextChange_TwoPeriodsADay_IsTheirNextEnd(string at, bool isOpen, string change)
    {
        var hours = Hours(Brussels, (DayOfWeek.Monday, "09:00", "12:30"), (DayOfWeek.Monday, "13:15", "17:00"), (DayOfWeek.Tuesday, "09:00", "17:00"));

        Check(hours, at, isOpen, change);
    }

    [Theory]
    [InlineData("2026-11-27T20:00:00Z", false, "2026-11-27T21:00:00Z")] // Friday 21:00 there
    [InlineData("2026-11-27T23:30:00Z", true, "2026-11-28T01:00:00Z")] // Saturday 00:30
    [InlineData("2026-11-28T01:00:00Z", false, "2026-12-04T21:00:00Z")]
    public void NextChange_PeriodOverMidnight_EndsTheNextDay(string at, bool isOpen, string change) =>
        Check(Hours(Brussels, (DayOfWeek.Friday, "22:00", "02:00")), at, isOpen, change);

    // 29 March 2026: 2:00 becomes 3:00 in Brussels, at 1:00 UTC. 25 October: 3:00 becomes 2:00, at 1:00 UTC.
    [Theory]
    [InlineData("01:30", "04:00", "2026-03-29T00:29:00Z", false, "2026-03-29T00:30:00Z")]
    [InlineData("01:30", "04:00", "2026-03-29T00:30:00Z", true, "2026-03-29T02:00:00Z")]
    [InlineData("02:30", "04:00", "2026-03-29T01:00:00Z", false, "2026-03-29T01:30:00Z")]
    [InlineData("02:00", "03:00", "2026-03-29T00:59:00Z", false, "2026-04-05T00:00:00Z")]
    [InlineData("01:30", "04:00", "2026-10-25T00:30:00Z", true, "2026-10-25T03:00:00Z")]
    [InlineData("02:30", "04:00", "2026-10-25T00:00:00Z", false, "2026-10-25T00:30:00Z")]
    [InlineData("02:30", "04:00", "2026-10-25T01:15:00Z", true, "2026-10-25T03:00:00Z")]
    public void NextChange_OnTheDayClocksChange_IsTheRightInstant(string from, string to, string at, bool isOpen, string change) =>
        Check(Hours(Brussels, (DayOfWeek.Sunday, from, to)), at, isOpen, change);

    // 8 March 2026, 7:00 UTC: 2:00 becomes 3:00 in New York. 1 November, 6:00 UTC: 2:00 becomes 1:00.
    [Theory]
    [InlineData("2026-03-07T23:30:00Z", false, "2026-03-08T03:00:00Z")] // Saturday 18:30; opens at 22:00, five hours behind
    [InlineData("2026-03-08T06:00:00Z", true, "2026-03-08T10:00:00Z")] // to 6:00, four hours behind
    [InlineData("2026-11-01T05:00:00Z", true, "2026-11-01T11:00:00Z")]
    public void NextChange_NightInWhichClocksChangeInNewYork_IsAnHourLessOrMore(string at, bool isOpen, string change) =>
        Check(Hours("America/New_York", (DayOfWeek.Saturday, "22:00", "06:00")), at, isOpen, change);

    [Fact]
    public void NextChange_AlwaysOpen_IsNever()
    {
        var hours = Hours(Brussels, [.. Enum.GetValues<DayOfWeek>().Select(day => (day, "00:00", "00:00"))]);

        Assert.True(hours.IsOpen(At("2026-10-25T01:00:00Z")));
        Assert.Null(hours.NextChange(At("2026-10-25T01:00:00Z")));
    }

    [Fact]
    public void NextChange_DaysThatTouch_AreOnePeriod() => Check(
        Hours(Brussels, (DayOfWeek.Monday, "20:00", "00:00"), (DayOfWeek.Tuesday, "00:00", "03:00"), (DayOfWeek.Tuesday, "02:00", "05:00")),
        "2026-11-23T21:00:00Z", true, "2026-11-24T04:00:00Z");

    [Fact]
    public void Of_NoHoursOrUnknownZone_IsNull()
    {
        Assert.Null(OpeningHours.Of(new StoreSettings { Name = "A" }));
        Assert.Null(OpeningHours.Of(new StoreSettings { Name = "A", TimeZone = "No/Where", Hours = [Period(DayOfWeek.Monday, "09:00", "10:00")] }));
    }

    [Fact]
    public void NextChange_ClosedForWeeks_IsTheDayAfterTheLastHoliday()
    {
        var settings = new StoreSettings
        {
            Name = "A shop",
            TimeZone = Brussels,
            Hours = [Period(DayOfWeek.Monday, "09:00", "17:00")],
            Holidays = [.. Enumerable.Range(0, 60).Select(d => new DateOnly(2026, 11, 23).AddDays(d))],
        };

        Check(OpeningHours.Of(settings)!, "2026-11-23T09:00:00Z", false, "2027-01-25T08:00:00Z");
        Check(OpeningHours.Of(settings)!, "2026-11-16T15:00:00Z", true, "2026-11-16T16:00:00Z");
        Assert.Null(OpeningHours.Of(settings)!.Add(At("2026-11-23T09:00:00Z"), TimeSpan.FromHours(1), TimeSpan.FromDays(30)));
        Assert.Equal(At("2027-01-25T09:00:00Z"), OpeningHours.Of(settings)!.Add(At("2026-11-23T09:00:00Z"), TimeSpan.FromHours(1), TimeSpan.FromDays(400)));
    }

    [Fact]
    public void NextChange_AlwaysOpenButForAHoliday_IsTheHoliday() => Check(
        OpeningHours.Of(new StoreSettings
        {
            Name = "A shop",
            TimeZone = Brussels,
            Hours = [.. Enum.GetValues<DayOfWeek>().Select(day => Period(day, "00:00", "00:00"))],
            Holidays = [new DateOnly(2026, 12, 25)],
        })!,
        "2026-11-23T09:00:00Z", true, "2026-12-24T23:00:00Z");

    [Fact]
    public void IsOpen_NightBeforeAHoliday_GoesOnToItsEnd() => Check(
        OpeningHours.Of(new StoreSettings
        {
            Name = "A shop",
            TimeZone = Brussels,
            Hours = [Period(DayOfWeek.Friday, "22:00", "02:00"), Period(DayOfWeek.Saturday, "10:00", "12:00")],
            Holidays = [new DateOnly(2026, 11, 28)],
        })!,
        "2026-11-28T00:30:00Z", true, "2026-11-28T01:00:00Z");

    // Minute by minute, both questions tell the same story.
    [Theory]
    [InlineData("Europe/Brussels", "2026-03-26T00:00:00Z")]
    [InlineData("Europe/Brussels", "2026-10-22T00:00:00Z")]
    [InlineData("America/New_York", "2026-10-29T00:00:00Z")]
    public void NextChange_EachMinuteOfAWeek_IsWhereIsOpenChanges(string zone, string start)
    {
        var hours = Hours(zone, (DayOfWeek.Saturday, "22:15", "02:30"), (DayOfWeek.Sunday, "01:45", "03:10"), (DayOfWeek.Tuesday, "09:00", "12:00"));
        var change = hours.NextChange(At(start));
        for (var at = At(start).AddMinutes(1); at < At(start).AddDays(8); at = at.AddMinutes(1))
        {
            Assert.Equal(hours.IsOpen(at) != hours.IsOpen(at.AddMinutes(-1)), at == change);
            if (at == change) change = hours.NextChange(at);
        }
    }

    private static void Check(OpeningHours hours, string at, bool isOpen, string change)
    {
        Assert.Equal(isOpen, hours.IsOpen(At(at)));
        Assert.Equal(At(change), hours.NextChange(At(at)));
    }

    private static OpeningHours Hours(string zone, params (DayOfWeek Day, string From, string To)[] periods) => OpeningHours.Of(new StoreSettings
    {
        Name = "A shop",
        TimeZone = zone,
        Hours = [.. periods.Select(p => Period(p.Day, p.From, p.To))],
    })!;

    private static OpeningPeriod Period(DayOfWeek day, string from, string to) => new()
    {
        Day = day,
        From = TimeOnly.Parse(from, CultureInfo.InvariantCulture),
        To = TimeOnly.Parse(to, CultureInfo.InvariantCulture),
    };

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
}
