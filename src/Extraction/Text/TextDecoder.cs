using System.Text;

namespace SupportPlatform.Extraction;

/// <summary>Finds the encoding of bytes that are text, and decodes them.</summary>
internal static class TextDecoder
{
    private const int Sample = 64 * 1024;

    // Of the letters of European and many other texts in UTF-16, nearly every second byte is zero.
    private const double NulShare = 0.4;

    // A file with more control characters than this is not text.
    private const double MostControls = 0.01;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// Decodes by the byte order mark; else as UTF-16 where zero bytes stand at every second place; else as UTF-8; else
    /// by the encoding that the file names; else as windows-1252.
    /// </summary>
    /// <param name="bytes">The file.</param>
    /// <param name="declared">The encoding that the file says it has; null when it says nothing.</param>
    /// <exception cref="RejectedFileException">It is not text.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes, string? declared = null)
    {
        var text = Raw(bytes, declared);
        var controls = text.AsSpan().Count('\uFFFD');
        foreach (var c in text)
        {
            if (char.IsControl(c) && c is not ('\n' or '\r' or '\t' or '\f')) controls++;
        }

        if (controls > Math.Max(64, text.Length * MostControls))
            throw RejectedFileException.Unsupported("A file of binary data, or of text in an unknown encoding,");
        return TextCleaner.Clean(text);
    }

    /// <summary>Whether bytes look as if they were text in some encoding.</summary>
    public static bool IsText(ReadOnlySpan<byte> bytes)
    {
        if (HasMark(bytes) || Utf16(bytes) is not null) return true;
        var sample = bytes[..Math.Min(Sample, bytes.Length)];
        var controls = 0;
        foreach (var b in sample)
        {
            if (b is < 0x20 and not (0x09 or 0x0A or 0x0C or 0x0D)) controls++;
        }

        return controls <= Math.Max(64, sample.Length * MostControls);
    }

    private static string Raw(ReadOnlySpan<byte> bytes, string? declared)
    {
        if (bytes.StartsWith("\uFEFF"u8)) return Encoding.UTF8.GetString(bytes[3..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0])) return Encoding.UTF32.GetString(bytes[4..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        if (Utf16(bytes) is { } utf16) return utf16.GetString(bytes);
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return (Named(declared) ?? Named("windows-1252")!).GetString(bytes);
        }
    }

    private static bool HasMark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("\uFEFF"u8) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])
        || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);

    private static Encoding? Utf16(ReadOnlySpan<byte> bytes)
    {
        var pairs = Math.Min(Sample, bytes.Length) / 2;
        if (pairs == 0 || bytes.Length % 2 != 0) return null;
        int first = 0, second = 0;
        for (var i = 0; i < pairs; i++)
        {
            if (bytes[2 * i] == 0) first++;
            if (bytes[(2 * i) + 1] == 0) second++;
        }

        if (second > pairs * NulShare && first < pairs * 0.1) return Encoding.Unicode;
        return first > pairs * NulShare && second < pairs * 0.1 ? Encoding.BigEndianUnicode : null;
    }

    private static Encoding? Named(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return null;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name.Trim()) ?? Encoding.GetEncoding(name.Trim());
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
