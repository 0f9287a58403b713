using System.Globalization;
using System.Text.RegularExpressions;

namespace SupportPlatform.Extraction;

/// <summary>Reads a PDF page by page, as Markdown.</summary>
internal static partial class PdfText
{
    private const int MostInfo = 64 * 1024;

    // The form with places has some hundred characters of markup for a word.
    private const int LayoutPerCharacter = 32;

    // Each character may be escaped.
    private const int MarkupPerCharacter = 2;

    // A page of text has fifty; a drawing of thousands of labels has no layout worth finding.
    private const int MostLines = 5_000;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="bytes">What is in it.</param>
    /// <param name="limits">What it may cost.</param>
    /// <exception cref="RejectedFileException">It is damaged, encrypted, scanned, protected or too large.</exception>
    public static async Task<(string? Title, IReadOnlyList<WorkerPage> Pages)> Read(string path, byte[] bytes, ExtractionLimits limits)
    {
        var tool = new PdfTool(limits);
        var info = await Info(tool, path);
        if (!info.TryGetValue("Pages", out var pages) || !int.TryParse(pages, CultureInfo.InvariantCulture, out var count))
            throw RejectedFileException.Damaged();
        if (count > limits.Pages)
            throw new RejectedFileException("too_many_pages", $"The file has {count:N0} pages; {limits.Pages:N0} are allowed. Split it into smaller files.");

        // A form feed ends each page, empty ones too.
        var text = (await tool.Run("pdftotext", limits.Characters + count, "-enc", "UTF-8", "-eol", "unix", path, "-")).Output;
        var read = text.Split('\f').Take(count).Select((page, i) => new WorkerPage(i + 1, Lines(page))).ToList();
        RightsProtection.Check(bytes, string.Join('\n', read.Select(p => p.Text)), count);
        if (await PdfScan.IsScan(tool, path, read)) throw RejectedFileException.NoText();
        return (info.GetValueOrDefault("Title"), Markdown(read, await Layout(tool, path, read, limits), limits));
    }

    // Where the words stand. A file for which that cannot be had within the limits is read without it, and so is a page
    // with words from right to left, which this form gives backwards.
    private static async Task<IReadOnlyList<PdfPage>> Layout(PdfTool tool, string path, List<WorkerPage> read, ExtractionLimits limits)
    {
        IReadOnlyList<PdfPage> pages = [];
        try
        {
            var most = (int)Math.Min(int.MaxValue / 4, (long)limits.Characters * LayoutPerCharacter);
            pages = PdfPageReader.Read((await tool.Run("pdftotext", most, "-bbox-layout", "-enc", "UTF-8", "-eol", "unix", path, "-")).Output);
        }
        catch (RejectedFileException)
        {
            // The words alone were within the limits.
        }

        return pages.Count < read.Count || pages.Any(p => p.Lines.Count > MostLines)
            ? [.. read.Select(p => PdfPage.Plain(p.Number!.Value, p.Text))]
            : [.. read.Select((p, i) => RightToLeft().IsMatch(p.Text) ? PdfPage.Plain(p.Number!.Value, p.Text) : pages[i])];
    }

    private static List<WorkerPage> Markdown(List<WorkerPage> read, IReadOnlyList<PdfPage> pages, ExtractionLimits limits)
    {
        var stripped = PdfMargins.Strip(pages);
        var type = new PdfType(stripped);
        return [.. read.Zip(stripped, (page, lines) =>
        {
            var text = new MarkdownText(limits.Characters * MarkupPerCharacter);
            PdfMarkdown.Write(lines, type, text);
            return page with { Text = text.ToString() };
        })];
    }

    private static async Task<Dictionary<string, string>> Info(PdfTool tool, string path)
    {
        var result = await tool.Run("pdfinfo", MostInfo, "-enc", "UTF-8", path);
        if (result.Errors.Contains("Incorrect password", StringComparison.Ordinal)) throw RejectedFileException.Encrypted();
        if (result.ExitCode != 0) throw RejectedFileException.Damaged();
        var info = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in result.Output.Split('\n'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && TextCleaner.Clean(line[(colon + 1)..]).Trim() is { Length: > 0 } value) info.TryAdd(line[..colon], value);
        }

        return info;
    }

    private static string Lines(string page) =>
        TextCleaner.Letters(TextCleaner.Clean(string.Join('\n', page.Split('\n').Select(l => l.TrimEnd())))).Trim('\n');

    [GeneratedRegex(@"[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex RightToLeft();
}
