namespace SupportPlatform.Extraction;

/// <summary>The title in an Office document's properties.</summary>
internal static class OfficeTitle
{
    private const int Longest = 300;

    /// <summary>The title, or null when there is none.</summary>
    public static string? Read(OfficeArchive archive)
    {
        var title = archive.Load("docProps/core.xml")?.Elements().FirstOrDefault(e => e.Name.LocalName == "title")?.Value;
        if (string.IsNullOrWhiteSpace(title)) return null;
        var line = TextCleaner.Clean(MarkdownText.OneLine(title));
        return line.Length <= Longest ? line : line[..Longest];
    }
}
