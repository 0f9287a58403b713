using System.Text;
using System.Text.RegularExpressions;

namespace SupportPlatform.Extraction;

/// <summary>Finds the encoding that a page names in its head.</summary>
internal static partial class HtmlEncoding
{
    // Browsers look this far (HTML, "prescan a byte stream to determine its encoding").
    private const int Within = 1024;

    /// <summary>The name, or null.</summary>
    public static string? Declared(ReadOnlySpan<byte> bytes)
    {
        var match = Charset().Match(Encoding.Latin1.GetString(bytes[..Math.Min(Within, bytes.Length)]));
        return match.Success ? match.Groups["name"].Value : null;
    }

    [GeneratedRegex("""<meta[^>]{0,200}charset\s*=\s*["']?(?<name>[A-Za-z0-9_:.-]{2,40})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Charset();
}
