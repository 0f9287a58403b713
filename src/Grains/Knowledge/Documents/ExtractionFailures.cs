namespace SupportPlatform.Knowledge;

/// <summary>The failures that are found from outside the worker.</summary>
internal static class ExtractionFailures
{
    /// <summary>The file is larger than is allowed.</summary>
    public static ExtractionException TooLarge(long most) =>
        new("file_too_large", $"The file is larger than {most / 1_000_000:N0} MB. Split it into smaller files.");

    /// <summary>The worker took too long.</summary>
    public static ExtractionException TimedOut() =>
        new("extraction_timeout", "The file takes too long to read. Split it, or save it in a simpler form.");

    /// <summary>The worker needed too much memory.</summary>
    public static ExtractionException OutOfMemory() =>
        new("extraction_memory", "The file needs more memory than is allowed. Split it, or save it in a simpler form.");

    /// <summary>The worker wrote more than the text that is allowed can need.</summary>
    public static ExtractionException TooMuchText(int most) =>
        new("too_much_text", $"The file has more than {most:N0} characters of text. Split it into smaller files.");

    /// <summary>The worker crashed, or could not be started.</summary>
    public static ExtractionException Failed() =>
        new("extraction_failed", "The file could not be read. Save it again with a current program and upload the new file.");
}
