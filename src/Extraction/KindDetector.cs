namespace SupportPlatform.Extraction;

/// <summary>Finds what a file is from its bytes.</summary>
internal static class KindDetector
{
    private const int PdfHeaderWithin = 1024;

    /// <summary>
    /// The kind of a file. Its name decides only between the kinds of text, which look alike.
    /// </summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="name">The name that its owner gave it.</param>
    /// <exception cref="RejectedFileException">It is empty, encrypted, or of no kind that is read.</exception>
    public static FileKind Detect(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.Length == 0) throw new RejectedFileException("file_empty", "The file is empty. Upload it again.");

        // Readers accept a PDF whose header is not at the very beginning (ISO 32000-1, note 13 of appendix H).
        if (bytes[..Math.Min(PdfHeaderWithin, bytes.Length)].IndexOf("%PDF-"u8) >= 0) return FileKind.Pdf;
        if (bytes.StartsWith("PK\x03\x04"u8) || bytes.StartsWith("PK\x05\x06"u8)) return OfficeArchive.KindOf(bytes);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])) throw CompoundFile(bytes);
        if (Image(bytes) is { } image) throw RejectedFileException.Unsupported(image);
        if (bytes.StartsWith("{\\rtf"u8)) throw RejectedFileException.Unsupported("An RTF document");
        if (!TextDecoder.IsText(bytes)) throw RejectedFileException.Unsupported("A file of binary data");
        return TextKind(TextDecoder.Decode(bytes), name);
    }

    private static FileKind TextKind(string text, string name)
    {
        if (string.IsNullOrWhiteSpace(text)) throw RejectedFileException.NoText();
        if (HtmlText.LooksLikeHtml(text)) return FileKind.Html;
        return Path.GetExtension(name).ToUpperInvariant() switch
        {
            ".MD" or ".MARKDOWN" => FileKind.Markdown,
            ".CSV" or ".TSV" => FileKind.Csv,
            ".HTML" or ".HTM" or ".XHTML" => FileKind.Html,
            _ => FileKind.Text,
        };
    }

    // Office encrypts a DOCX or XLSX into a compound file with a stream "EncryptedPackage" ([MS-OFFCRYPTO] 2.3.4.4).
    private static RejectedFileException CompoundFile(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOf("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8) >= 0
            ? RejectedFileException.Encrypted()
            : RejectedFileException.Unsupported("A file of Office 97 to 2003 (DOC, XLS, PPT, MSG)");

    private static string? Image(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])
            || bytes.StartsWith("GIF8"u8) || bytes.StartsWith("II*\0"u8) || bytes.StartsWith("MM\0*"u8)) return "A picture";
        return null;
    }
}
