namespace SupportPlatform.Desk;

/// <summary>When customers are told their place in a queue, and how long it will take. Pure.</summary>
internal static class PlaceRules
{
    // At the front each place counts; far behind, a tenth of the way does.
    private const int Front = 10;

    // Fewer say nothing of a rate.
    private const int FewestDepartures = 3;

    private static readonly TimeSpan Recent = TimeSpan.FromMinutes(30);

    /// <summary>Whether a place is worth an event.</summary>
    /// <param name="told">The place told last and when; null if none was.</param>
    /// <param name="position">The place now.</param>
    /// <param name="now">The time.</param>
    /// <param name="interval">How often at most.</param>
    public static bool IsNews((int Position, DateTimeOffset At)? told, int position, DateTimeOffset now, TimeSpan interval) =>
        told is not { } last ||
        (position != last.Position && now - last.At >= interval &&
         (position <= Front || Math.Abs(position - last.Position) * Front >= last.Position));

    /// <summary>For how long somebody will wait yet, in seconds, at the rate at which others left the queue lately.</summary>
    /// <param name="departures">When others left it, the earliest first.</param>
    /// <param name="position">The place.</param>
    /// <param name="now">The time.</param>
    /// <returns>Whole tens of seconds, rounded up; null where too few left it in the last half hour.</returns>
    public static int? Estimate(IEnumerable<DateTimeOffset> departures, int position, DateTimeOffset now)
    {
        var recent = departures.Where(d => now - d <= Recent).ToList();
        if (recent.Count < FewestDepartures) return null;
        var seconds = (now - recent[0]).TotalSeconds / recent.Count * position;
        return (int)Math.Ceiling(seconds / 10) * 10;
    }
}
