using System.Globalization;
using System.Text;

namespace SupportPlatform.Knowledge;

/// <summary>Makes writings of one word alike: case, width, diacritics.</summary>
internal static class Folding
{
    /// <summary>The text in lower case without diacritics; vowel signs of Indic scripts and Thai stay.</summary>
    public static string Fold(string text)
    {
        if (Ascii.IsValid(text)) return text.ToLowerInvariant();
        var decomposed = Normal(text).Normalize(NormalizationForm.FormKD);
        var folded = new StringBuilder(decomposed.Length);
        var drop = true;
        foreach (var c in decomposed)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
            {
                if (!drop) folded.Append(c);
                continue;
            }

            drop = DropsMarks(c);
            switch (c)
            {
                case 'ß': folded.Append("ss"); break;
                case 'ø' or 'Ø': folded.Append('o'); break;
                case 'æ' or 'Æ': folded.Append("ae"); break;
                case 'œ' or 'Œ': folded.Append("oe"); break;
                case 'ı' or 'İ': folded.Append('i'); break;
                case 'ł' or 'Ł': folded.Append('l'); break;
                case 'ς': folded.Append('σ'); break;
                default: folded.Append(char.ToLowerInvariant(c)); break;
            }
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>
    /// Whether the script is written without spaces between words: Chinese, Japanese, Thai, Lao, Khmer, Burmese.
    /// </summary>
    public static bool IsUnspaced(char c) =>
        c is (>= '\u3040' and <= '\u30ff') or (>= '\u3400' and <= '\u4dbf') or (>= '\u4e00' and <= '\u9fff') or
            (>= '\uf900' and <= '\ufaff') or (>= '\u0e00' and <= '\u0eff') or (>= '\u1780' and <= '\u17ff') or
            (>= '\u1000' and <= '\u109f');

    // Half a surrogate pair cannot be normalised.
    private static string Normal(string text) =>
        text.AsSpan().ContainsAnyInRange('\ud800', '\udfff') ? Repaired(text) : text;

    private static string Repaired(string text)
    {
        var repaired = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) repaired.Append(rune.ToString());
        return repaired.ToString();
    }

    private static bool DropsMarks(char c) =>
        c is < '\u0530' or (>= '\u0590' and <= '\u06ff') or (>= '\u1e00' and <= '\u1fff');
}
