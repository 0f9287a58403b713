using System.Globalization;

namespace SupportPlatform.Help;

/// <summary>A store's colour as a style sheet, with text on it that can be read.</summary>
internal static class HelpBrand
{
    /// <summary>The style sheet; empty where the store has no colour.</summary>
    /// <param name="color">As <c>#rrggbb</c>.</param>
    public static string Style(string? color)
    {
        if (color is not { Length: 7 }) return "";
        var dark = Towards(color, 255, 0.45);
        return $$"""
            :root { --rust: {{Readable(color)}}; --rust-ink: #ffffff; }
            @media (prefers-color-scheme: dark) { :root { --rust: {{dark}}; --rust-ink: #14110e; } }

            """;
    }

    // White text on it has a contrast of 4.5 or more (WCAG 2.2, 1.4.3).
    private static string Readable(string color)
    {
        var at = color;
        for (var share = 0.0; share <= 1 && Luminance(at) > (1.05 / 4.5) - 0.05; share += 0.05) at = Towards(color, 0, share);
        return at;
    }

    private static string Towards(string color, int target, double share) => "#" + string.Concat(Channels(color)
        .Select(c => ((int)Math.Round(c + ((target - c) * share))).ToString("x2", CultureInfo.InvariantCulture)));

    // WCAG's relative luminance.
    private static double Luminance(string color)
    {
        var linear = Channels(color).Select(c => c / 255.0).Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * linear[0]) + (0.7152 * linear[1]) + (0.0722 * linear[2]);
    }

    private static IEnumerable<int> Channels(string color) =>
        Enumerable.Range(0, 3).Select(i => int.Parse(color.AsSpan(1 + (2 * i), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
}
