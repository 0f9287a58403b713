using System.Collections.Immutable;

namespace SupportPlatform.Stores;

/// <summary>When a store is open, by its weekly hours in its own time zone, but for its holidays. Pure.</summary>
public sealed class OpeningHours
{
    private const int DaysAhead = 8;
    private readonly ImmutableArray<OpeningPeriod> _periods;
    private readonly ImmutableHashSet<DateOnly> _holidays;
    private readonly TimeZoneInfo _zone;

    private OpeningHours(ImmutableArray<OpeningPeriod> periods, ImmutableHashSet<DateOnly> holidays, TimeZoneInfo zone) =>
        (_periods, _holidays, _zone) = (periods, holidays, zone);

    /// <summary>The hours of a store; null for one that has none, or whose time zone is not known here.</summary>
    public static OpeningHours? Of(StoreSettings settings) =>
        !settings.Hours.IsDefaultOrEmpty && TimeZoneInfo.TryFindSystemTimeZoneById(settings.TimeZone, out var zone)
            ? new OpeningHours(settings.Hours, settings.Holidays.IsDefaultOrEmpty ? [] : [.. settings.Holidays], zone)
            : null;

    /// <summary>Whether the store is open at an instant.</summary>
    public bool IsOpen(DateTimeOffset at) => Around(at).Any(s => s.From <= at && at < s.To);

    /// <summary>
    /// When the store next opens, if it is closed at an instant, or closes, if it is open; null where that never happens.
    /// </summary>
    public DateTimeOffset? NextChange(DateTimeOffset at)
    {
        var today = Today(at);

        // Behind the last holiday one week is like the other.
        var last = _holidays.Count == 0 || _holidays.Max() < today ? today : _holidays.Max();
        var days = last.DayNumber - today.DayNumber + DaysAhead;
        if (!IsOpen(at))
        {
            for (var day = today; day <= today.AddDays(days); day = day.AddDays(1))
                if (Spans(day).Where(s => s.From > at).Select(s => (DateTimeOffset?)s.From).Min() is { } from) return from;
            return null;
        }

        // Periods that touch or overlap are one.
        var until = at;
        while (Around(until).Where(s => s.From <= until && until < s.To).Select(s => (DateTimeOffset?)s.To).Max() is { } end)
        {
            until = end;
            if (until - at > TimeSpan.FromDays(days)) return null;
        }

        return until;
    }

    /// <summary>How long the store is open between two instants.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset to)
    {
        var open = TimeSpan.Zero;
        for (var at = from; at < to;)
        {
            var end = NextChange(at) is { } change && change < to ? change : to;
            if (IsOpen(at)) open += end - at;
            at = end;
        }

        return open;
    }

    /// <summary>When the store has been open for a time since an instant; null where that takes too long.</summary>
    /// <param name="from">The instant.</param>
    /// <param name="open">The time, more than none.</param>
    /// <param name="within">What is too long.</param>
    public DateTimeOffset? Add(DateTimeOffset from, TimeSpan open, TimeSpan within)
    {
        for (var at = from; at - from <= within;)
        {
            var change = NextChange(at);
            if (IsOpen(at))
            {
                if (change is null || change - at >= open) return at + open;
                open -= change.Value - at;
            }

            if (change is null) return null;
            at = change.Value;
        }

        return null;
    }

    /// <summary>The periods of a weekday, earliest first.</summary>
    public ImmutableArray<OpeningPeriod> On(DayOfWeek day) => [.. _periods.Where(p => p.Day == day).OrderBy(p => p.From)];

    /// <summary>The periods of a day, earliest first; none on a holiday.</summary>
    public ImmutableArray<OpeningPeriod> On(DateOnly day) => _holidays.Contains(day) ? [] : On(day.DayOfWeek);

    /// <summary>The store's local time at an instant.</summary>
    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, _zone);

    private DateOnly Today(DateTimeOffset at) => DateOnly.FromDateTime(Local(at).DateTime);

    // Yesterday's last period may reach into today.
    private IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Around(DateTimeOffset at) => [.. Spans(Today(at).AddDays(-1)), .. Spans(Today(at))];

    // What begins on a holiday does not take place; what began the night before goes on to its end.
    private IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Spans(DateOnly day)
    {
        foreach (var period in On(day))
        {
            var from = Instant(day, period.From);
            var to = Instant(period.To > period.From ? day : day.AddDays(1), period.To);
            if (from < to) yield return (from, to);
        }
    }

    // A time that clocks skip moves on by as much as they skip; of one that they show twice, the first is meant.
    private DateTimeOffset Instant(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, _zone.IsAmbiguousTime(local) ? _zone.GetAmbiguousTimeOffsets(local).Max() : _zone.GetUtcOffset(local));
    }
}
