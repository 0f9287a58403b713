using FsCheck;
using SupportPlatform.Stores;
using Xunit;

namespace SupportPlatform.Grains.Tests.Stores;

/// <summary>
/// Sums of opening hours against a count minute by minute, with random periods (several a day, touching, overlapping, over
/// midnight) and holidays, in weeks in which clocks change in either direction and in zones with half and quarter hours.
/// </summary>
public sealed class OpeningHoursProperties
{
    private static readonly (string Zone, DateTimeOffset Start)[] Weeks =
    [
        ("Europe/Brussels", new(2026, 3, 26, 0, 0, 0, default)),
        ("Europe/Brussels", new(2026, 10, 22, 0, 0, 0, default)),
        ("America/New_York", new(2026, 3, 5, 0, 0, 0, default)),
        ("America/New_York", new(2026, 10, 29, 0, 0, 0, default)),
        ("Australia/Lord_Howe", new(2026, 4, 2, 0, 0, 0, default)), // by half an hour
        ("Australia/Lord_Howe", new(2026, 10, 1, 0, 0, 0, default)),
        ("Asia/Kolkata", new(2026, 6, 1, 0, 0, 0, default)),
        ("Asia/Kathmandu", new(2026, 6, 1, 0, 0, 0, default)),
    ];

    [Fact]
    public void BetweenAndAdd_AnyHours_AgreeWithACountOfMinutes() =>
        Prop.ForAll(Cases().ToArbitrary(), Holds).Check(new Configuration { MaxNbOfTest = 150, QuietOnSuccess = true, Runner = Config.QuickThrowOnFailure.Runner });

    private static void Holds(Case c)
    {
        var hours = OpeningHours.Of(c.Settings)!;
        var open = new bool[c.Minutes];
        for (var i = 0; i < c.Minutes; i++) open[i] = hours.IsOpen(c.Start.AddMinutes(i));
        var counted = open.Count(o => o);
        Assert.Equal(TimeSpan.FromMinutes(counted), hours.Between(c.Start, c.Start.AddMinutes(c.Minutes)));
        if (counted == 0) return;

        // The end of the last open minute is when as many have passed.
        Assert.Equal(c.Start.AddMinutes(Array.LastIndexOf(open, true) + 1), hours.Add(c.Start, TimeSpan.FromMinutes(counted), TimeSpan.FromDays(30)));
    }

    private static Gen<Case> Cases() =>
        from week in Gen.Elements(Weeks)
        from periods in Gen.NonEmptyListOf(Periods())
        from holidays in Gen.ListOf(Gen.Choose(0, 8))
        from start in Gen.Choose(0, 3 * 24 * 60)
        from minutes in Gen.Choose(1, 6 * 24 * 60)
        select new Case(
            new StoreSettings
            {
                Name = "A shop",
                TimeZone = week.Zone,
                Hours = [.. periods.Take(20)],
                Holidays = [.. holidays.Take(3).Select(d => DateOnly.FromDateTime(week.Start.UtcDateTime).AddDays(d)).Distinct()],
            },
            week.Start.AddMinutes(start),
            minutes);

    private static Gen<OpeningPeriod> Periods() =>
        from day in Gen.Elements(Enum.GetValues<DayOfWeek>())
        from start in Gen.Choose(0, 95)
        from end in Gen.Choose(0, 95)
        select new OpeningPeriod { Day = day, From = new TimeOnly(start / 4, start % 4 * 15), To = new TimeOnly(end / 4, end % 4 * 15) };

    private sealed record Case(StoreSettings Settings, DateTimeOffset Start, int Minutes);
}
