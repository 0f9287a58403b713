using System.Collections.Immutable;
using System.Globalization;
using SupportPlatform.Knowledge;
using SupportPlatform.Stores;

namespace SupportPlatform.Models;

/// <summary>Writes passages of a source that nobody uploaded: the opening hours of a store's settings, as of a moment.</summary>
/// <param name="hours">The hours.</param>
/// <param name="settings">The settings that they are of.</param>
/// <param name="now">The moment.</param>
/// <param name="language">A two-letter code.</param>
internal sealed class HoursSource(OpeningHours hours, StoreSettings settings, DateTimeOffset now, string language)
{
    /// <summary>The source's name in citations.</summary>
    public const string Name = "opening-hours";

    // Monday first, as most of the world writes it.
    private static readonly DayOfWeek[] Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    private readonly CultureInfo _culture = CultureInfo.GetCultureInfo(Phrases.Known(language));

    /// <summary>A time of the day.</summary>
    public static string Time(DateTimeOffset local) => Time(TimeOnly.FromDateTime(local.DateTime));

    /// <summary>The passage that answers a question.</summary>
    public Passage Answer(HoursQuestion question)
    {
        string[] lines = question switch
        {
            { IsNow: true } => [Now()],
            { DaysAhead: { } days } => [On(hours.On(DateOnly.FromDateTime(hours.Local(now).AddDays(days).DateTime)), Date(hours.Local(now).AddDays(days)))],
            { Day: { } day } => [On(hours.On(day), _culture.DateTimeFormat.GetDayName(day))],
            _ => [.. Week.Select(day => On(hours.On(day), _culture.DateTimeFormat.GetDayName(day)))],
        };
        var title = Phrases.Get(Phrases.HoursTitle, language);
        var periods = string.Join(';', settings.Hours.Select(h => string.Create(CultureInfo.InvariantCulture, $"{h.Day} {h.From:O} {h.To:O}")));
        var holidays = string.Join(';', settings.Holidays.Select(d => d.ToString("O", CultureInfo.InvariantCulture)));
        var revision = Digest.Of($"{settings.TimeZone};{periods};{holidays}", DocumentReader.RevisionLength);
        var text = string.Join('\n', lines);
        return new Passage
        {
            Source = Name,
            Title = title,
            Revision = revision,
            ChunkId = Digest.Of($"{Name};{revision};{text}", 16),
            Ordinal = 0,
            Start = 0,
            End = text.Length,
            Lines =
            [
                new DocumentLine(0, title, LineKind.Heading, null, 0),
                .. lines.Select((line, i) => new DocumentLine(0, line, lines.Length > 1 ? LineKind.Item : LineKind.Text, null, i)),
            ],
            Phrasings = [title],
        };
    }

    private static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private string Now()
    {
        var change = hours.NextChange(now) is { } next ? hours.Local(next) : (DateTimeOffset?)null;
        if (hours.IsOpen(now)) return change is { } end ? Say(Phrases.HoursOpen, ("to", Time(end))) : Say(Phrases.HoursAlways);
        return Say(Phrases.HoursClosed, ("day", Date(change!.Value)), ("from", Time(change.Value)));
    }

    private string On(ImmutableArray<OpeningPeriod> periods, string name)
    {
        if (periods.IsEmpty) return Capital(Say(Phrases.HoursOff, ("day", name)));
        var said = periods.Select(p => Say(Phrases.HoursPeriod, ("from", Time(p.From)), ("to", Time(p.To))));
        return Capital(Say(Phrases.HoursOn, ("day", name), ("periods", string.Join(Say(Phrases.HoursAnd), said))));
    }

    private string Date(DateTimeOffset local) => WrittenDate.WithWeekday(local, language);

    private string Capital(string text) => char.ToUpper(text[0], _culture) + text[1..];

    private string Say(string phrase, params ReadOnlySpan<(string Place, string Value)> values) => Phrases.Fill(phrase, language, values);
}
