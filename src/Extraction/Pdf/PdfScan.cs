using System.Globalization;

namespace SupportPlatform.Extraction;

/// <summary>Tells scans, whose pages are pictures, from pages with little text.</summary>
internal static class PdfScan
{
    // A stamp, a page number or the scanner's name, not a page of words.
    private const int FewLetters = 24;

    // A picture of a page, at 50 dots an inch or more.
    private const long PagePixels = 200_000;
    private const int MostListing = 1_000_000;

    /// <summary>Whether hardly a page has text, and most of them have a large picture.</summary>
    public static async Task<bool> IsScan(PdfTool tool, string path, IReadOnlyList<WorkerPage> pages)
    {
        var few = pages.Where(p => p.Text.Count(char.IsLetterOrDigit) < FewLetters).Select(p => p.Number!.Value).ToHashSet();
        if (few.Count * 10 < pages.Count * 9) return false;
        var listing = (await tool.Run("pdfimages", MostListing, "-list", path)).Output;
        var pictured = listing.Split('\n').Skip(2)
            .Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(c => c.Length > 4 && Number(c[3]) * Number(c[4]) >= PagePixels)
            .Select(c => (int)Number(c[0])).ToHashSet();
        return few.Count(pictured.Contains) * 2 > few.Count;
    }

    private static long Number(string text) => long.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
