using System.Globalization;

namespace SupportPlatform.Conversations;

/// <summary>Where something was said; results are in the order of these, latest first.</summary>
/// <param name="Conversation">The grain's key.</param>
/// <param name="Seq">The number of the event.</param>
/// <param name="At">When.</param>
internal readonly record struct SearchPlace(string Conversation, long Seq, DateTimeOffset At)
{
    /// <summary>The place as a cursor; without the store, since that is the searcher's.</summary>
    public string ToCursor() => string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks}~{Seq}~{Conversation}");

    /// <summary>Reads a cursor; null for none.</summary>
    /// <exception cref="SupportException">It is not one of ours.</exception>
    public static SearchPlace? Parse(string? cursor)
    {
        if (cursor is null) return null;
        var parts = cursor.Split('~', 3);
        return parts.Length == 3 && parts[2].Length is > 0 and < 200
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var seq)
            ? new SearchPlace(parts[2], seq, new DateTimeOffset(ticks, TimeSpan.Zero))
            : throw new SupportException(ProblemCodes.InvalidRequest, "The cursor is not one of a page before.");
    }
}
