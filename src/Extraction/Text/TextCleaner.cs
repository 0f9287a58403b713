using System.Buffers;
using System.Text;

namespace SupportPlatform.Extraction;

/// <summary>Makes extracted text fit to store, search and quote.</summary>
internal static class TextCleaner
{
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(i => (char)i).Where(c => char.IsControl(c) && c is not ('\n' or '\t')),
        '\u00AD', '\u200B', '\u200E', '\u200F', '\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2028', '\u2029',
        '\u2060', '\u2066', '\u2067', '\u2068', '\u2069', '\uFEFF', '\uFFFE', '\uFFFF']);

    /// <summary>
    /// Line ends become line feeds; control characters (PostgreSQL stores no NUL), soft hyphens, and marks of direction,
    /// which are no part of the words, are dropped; a lone half of a surrogate pair becomes U+FFFD.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = text.AsSpan().ContainsAny(Suspects) ? Filter(text) : text;
        return Whole(clean);
    }

    /// <summary>Gives letters that a file stores as shapes (ligatures, Arabic presentation forms) as letters.</summary>
    public static string Letters(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uFB00', '\uFDFF') && !text.AsSpan().ContainsAnyInRange('\uFE70', '\uFEFE')) return text;
        var letters = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is (>= '\uFB00' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFE')) letters.Append(c.ToString().Normalize(NormalizationForm.FormKC));
            else letters.Append(c);
        }

        return letters.ToString();
    }

    private static string Filter(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '\r')
            {
                if (i + 1 >= text.Length || text[i + 1] != '\n') clean.Append('\n');
            }
            else if (c is '\u2028' or '\u2029' or '\u0085' or '\v' or '\f')
            {
                clean.Append('\n');
            }
            else if (!Suspects.Contains(c))
            {
                clean.Append(c);
            }
        }

        return clean.ToString();
    }

    private static string Whole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        }

        return text;
    }
}
