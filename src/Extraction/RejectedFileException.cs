namespace SupportPlatform.Extraction;

/// <summary>A file that cannot, or must not, be read.</summary>
/// <param name="code">A stable code, as <c>file_encrypted</c>.</param>
/// <param name="message">What is wrong and what to do, for an administrator.</param>
/// <param name="inner">What was found out first.</param>
internal sealed class RejectedFileException(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The stable code.</summary>
    public string Code { get; } = code;

    /// <summary>Broken bytes.</summary>
    public static RejectedFileException Damaged(Exception? inner = null) =>
        new("file_damaged", "The file is damaged or incomplete. Save or export it again and upload the new file.", inner);

    /// <summary>A password stands before the text.</summary>
    public static RejectedFileException Encrypted() =>
        new("file_encrypted", "The file is protected by a password. Remove the protection and upload it again.");

    /// <summary>Built to exhaust whoever reads it, or made as such files are.</summary>
    public static RejectedFileException Unsafe(string what, Exception? inner = null) =>
        new("file_unsafe", $"The file {what}. Save it again with a current program and upload the new file.", inner);

    /// <summary>More text than is allowed.</summary>
    /// <param name="most">The most characters, in UTF-16 units.</param>
    public static RejectedFileException TooMuchText(int most) =>
        new("too_much_text", $"The file has more than {most:N0} characters of text. Split it into smaller files.");

    /// <summary>Nothing to read in it.</summary>
    public static RejectedFileException NoText() =>
        new("no_text", "The file has no text that can be read; it may be a scan. Run text recognition on it and upload the result.");

    /// <summary>Not one of the kinds that are read.</summary>
    public static RejectedFileException Unsupported(string what) =>
        new("unsupported_kind", $"{what} cannot be read. Upload PDF, DOCX, XLSX, CSV, HTML, Markdown or text.");
}
