using System.Text.RegularExpressions;

namespace SupportPlatform.Extraction;

/// <summary>Finds what is printed on page after page: running heads and feet, and the pages' numbers.</summary>
internal static partial class PdfMargins
{
    // The part of a page's height, above and below, in which they stand.
    private const double Margin = 0.09;
    private const double SamePlace = 6;

    /// <summary>The pages without them.</summary>
    public static IReadOnlyList<PdfPage> Strip(IReadOnlyList<PdfPage> pages)
    {
        var least = pages.Count <= 4 ? 2 : 3;
        var running = pages
            .SelectMany(p => p.Lines.Where(l => IsInMargin(l, p)).Select(Key).Distinct())
            .GroupBy(k => k).Where(g => g.Count() >= least).Select(g => g.Key).ToHashSet();
        if (running.Count == 0) return pages;
        return [.. pages.Select(p => p with { Lines = [.. p.Lines.Where(l => !IsInMargin(l, p) || !running.Contains(Key(l)))] })];
    }

    private static bool IsInMargin(PdfLine line, PdfPage page) =>
        page.Height > 0 && (line.Bottom < Margin * page.Height || line.Top > (1 - Margin) * page.Height);

    // Any number is like another: pages are numbered.
    private static (string Words, double Place) Key(PdfLine line) =>
        (Digits().Replace(line.Text, "0"), Math.Round(line.Top / SamePlace));

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Digits();
}
