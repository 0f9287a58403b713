using System.Globalization;

namespace SupportPlatform.Extraction;

/// <summary>Reads a PDF page by page.</summary>
internal static class PdfText
{
    private const int MostInfo = 64 * 1024;

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
        return (info.GetValueOrDefault("Title"), read);
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
}
