using System.Globalization;

namespace SupportPlatform.Models;

/// <summary>Dates as the assistant's own sentences write them: in their language, whose grammar the months follow. Pure.</summary>
internal static class WrittenDate
{
    /// <summary>A day with its weekday.</summary>
    /// <param name="at">The day, in the store's time.</param>
    /// <param name="language">A two-letter code.</param>
    public static string WithWeekday(DateTimeOffset at, string language) => Of(at, language, known => known switch
    {
        "en" or "hi" => "dddd, d MMMM",
        "he" => "dddd, d 'ב'MMMM",
        "tr" => "d MMMM dddd",
        "zh" or "ja" => "M月d日dddd",
        _ => "dddd d MMMM",
    });

    /// <summary>A day with its year.</summary>
    /// <param name="at">The day.</param>
    /// <param name="language">A two-letter code.</param>
    public static string WithYear(DateTimeOffset at, string language) => Of(at, language, known => known switch
    {
        "he" => "d 'ב'MMMM yyyy",
        "zh" or "ja" => "yyyy年M月d日",
        _ => "d MMMM yyyy",
    });

    private static string Of(DateTimeOffset at, string language, Func<string, string> format)
    {
        var known = Phrases.Known(language);
        return at.ToString(format(known), CultureInfo.GetCultureInfo(known));
    }
}
