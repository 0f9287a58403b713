using System.Collections.Immutable;

namespace SupportPlatform.Stores;

/// <summary>When a store is open, by its weekly hours in its own time zone. Pure.</summary>
public sealed class OpeningHours
{
    private const int DaysAhead = 8;
    private readonly ImmutableArray<OpeningPeriod> _periods;
    private readonly TimeZoneInfo _zone;

    private OpeningHours(ImmutableArray<OpeningPeriod> periods, TimeZoneInfo zone) => (_periods, _zone) = (periods, zone);

    /// <summary>The hours of a store; null for one that has none, or whose time zone is not known here.</summary>
    public static OpeningHours? Of(StoreSettings settings) =>
        !settings.Hours.IsDefaultOrEmpty && TimeZoneInfo.TryFindSystemTimeZoneById(settings.TimeZone, out var zone)
            ? new OpeningHours(settings.Hours, zone)
            : null;

    /// <summary>Whether the store is open at an instant.</summary>
    public bool IsOpen(DateTimeOffset at) => Spans(at).Any(s => s.From <= at && at < s.To);

    /// <summary>
    /// When the store next opens, if it is closed at an instant, or closes, if it is open; null where that never happens.
    /// </summary>
    public DateTimeOffset? NextChange(DateTimeOffset at)
    {
        if (!IsOpen(at)) return Spans(at).Where(s => s.From > at).Select(s => (DateTimeOffset?)s.From).Min();

        // Periods that touch or overlap are one.
        var until = at;
        while (Spans(until).Where(s => s.From <= until && until < s.To).Select(s => (DateTimeOffset?)s.To).Max() is { } end)
        {
            until = end;
            if (until - at > TimeSpan.FromDays(DaysAhead)) return null;
        }

        return until;
    }

    /// <summary>The periods of a weekday, earliest first.</summary>
    public ImmutableArray<OpeningPeriod> On(DayOfWeek day) => [.. _periods.Where(p => p.Day == day).OrderBy(p => p.From)];

    /// <summary>The store's local time at an instant.</summary>
    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, _zone);

    // From yesterday, whose last period may reach into today, to beyond the same weekday of the next week.
    private IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Spans(DateTimeOffset at)
    {
        var today = DateOnly.FromDateTime(Local(at).DateTime);
        for (var day = today.AddDays(-1); day <= today.AddDays(DaysAhead); day = day.AddDays(1))
        {
            foreach (var period in _periods.Where(p => p.Day == day.DayOfWeek))
            {
                var from = Instant(day, period.From);
                var to = Instant(period.To > period.From ? day : day.AddDays(1), period.To);
                if (from < to) yield return (from, to);
            }
        }
    }

    // A time that clocks skip moves on by as much as they skip; of one that they show twice, the first is meant.
    private DateTimeOffset Instant(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, _zone.IsAmbiguousTime(local) ? _zone.GetAmbiguousTimeOffsets(local).Max() : _zone.GetUtcOffset(local));
    }
}
