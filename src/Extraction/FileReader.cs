namespace SupportPlatform.Extraction;

/// <summary>Reads one file of unknown kind.</summary>
internal static class FileReader
{
    /// <summary>Finds the file's kind and extracts its text.</summary>
    /// <param name="path">Where the bytes are.</param>
    /// <param name="name">The name that its owner gave it.</param>
    /// <param name="limits">What it may cost.</param>
    /// <exception cref="RejectedFileException">It cannot be read.</exception>
    public static async Task<WorkerResult> Read(string path, string name, ExtractionLimits limits)
    {
        var bytes = await File.ReadAllBytesAsync(path);
        var kind = KindDetector.Detect(bytes, name);
        var result = kind == FileKind.Pdf ? await Pdf(path, bytes, limits) : Other(kind, bytes, limits);
        var pages = result.Pages!.Where(p => p.Text.AsSpan().ContainsAnyLetter()).ToList();
        if (pages.Count == 0) throw RejectedFileException.NoText();
        return result with { Pages = pages };
    }

    private static async Task<WorkerResult> Pdf(string path, byte[] bytes, ExtractionLimits limits)
    {
        var (title, pages) = await PdfText.Read(path, bytes, limits);
        return new WorkerResult { Kind = "pdf", Title = title, Pages = pages };
    }

    private static WorkerResult Other(FileKind kind, byte[] bytes, ExtractionLimits limits)
    {
        var to = new MarkdownText(limits.Characters);
        string? title = null;
        PageMetadata? metadata = null;
        switch (kind)
        {
            case FileKind.Docx:
                title = Office(bytes, limits, archive => new WordText(archive, to).Read());
                break;
            case FileKind.Xlsx:
                title = Office(bytes, limits, archive => new SheetText(archive, limits.Characters, to).Read());
                break;
            case FileKind.Csv:
                CsvText.Read(TextDecoder.Decode(bytes), to);
                break;
            case FileKind.Html:
                (title, metadata) = HtmlText.Read(TextDecoder.Decode(bytes, HtmlEncoding.Declared(bytes)), to);
                break;
            case FileKind.Markdown or FileKind.Text or FileKind.Pdf:
                to.Line(TextDecoder.Decode(bytes));
                break;
        }

        return new WorkerResult
        {
            Kind = kind.ToString().ToLowerInvariant(),
            Title = title,
            Metadata = metadata,
            Pages = [new WorkerPage(null, to.ToString())],
        };
    }

    private static string? Office(byte[] bytes, ExtractionLimits limits, Action<OfficeArchive> read)
    {
        using var archive = new OfficeArchive(bytes, limits);
        read(archive);
        return OfficeTitle.Read(archive);
    }

    private static bool ContainsAnyLetter(this ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (System.Text.Rune.IsLetterOrDigit(rune)) return true;
        }

        return false;
    }
}
