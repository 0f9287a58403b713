using System.Text;

namespace SupportPlatform.Knowledge;

/// <summary>Where sentences end, and text without tags.</summary>
internal static class PlainWords
{
    /// <summary>Whether the character ends a sentence in any script.</summary>
    public static bool EndsSentence(char c) => c is '.' or '!' or '?' or '。' or '！' or '？' or '؟' or '।' or '…';

    /// <summary>
    /// The length of the part to take from a text that is too long: up to the last sentence's end before
    /// <paramref name="wish"/>, else the first after it, else the last space, else <paramref name="wish"/>.
    /// </summary>
    public static int SentenceEnd(ReadOnlySpan<char> text, int wish)
    {
        var space = 0;
        var best = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (i >= wish && best > 0) return best;
            if (char.IsWhiteSpace(text[i]) && i < wish) space = i + 1;
            if (IsEnd(text, i)) best = i + 1;
        }

        var cut = best > 0 ? best : space > 0 ? space : Math.Min(wish, text.Length);
        return cut < text.Length && cut > 0 && char.IsHighSurrogate(text[cut - 1]) ? cut - 1 : cut;
    }

    /// <summary>Whether a sentence ends with the character at the position.</summary>
    public static bool IsEnd(ReadOnlySpan<char> text, int i)
    {
        if (!EndsSentence(text[i])) return false;
        if (text[i] > '\u2fff') return true;
        if (i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1])) return false;
        // "e.g. ", "approx. 5", "No. 7", "1. ": short words and numbers before a dot end nothing.
        if (text[i] != '.' || i + 2 >= text.Length) return true;
        if (!char.IsUpper(text[i + 2]) && !(text[i + 2] > '\u0250') && !char.IsDigit(text[i + 2])) return false;
        var word = 0;
        while (i - 1 - word >= 0 && char.IsLetterOrDigit(text[i - 1 - word])) word++;
        // "Fig. 4", "Abb. 2".
        if (word is > 1 and < 5 && char.IsDigit(text[i + 2]) && char.IsUpper(text[i - word]) && text.Slice(i - word + 1, word - 1).IndexOfAnyExceptInRange('a', 'z') < 0) return false;
        if (word == 0) return i > 0 && !char.IsWhiteSpace(text[i - 1]);
        if (word == 1 && i > 1 && text[i - 2] == '°') return true;
        return word > 2 || (word > 1 && char.IsDigit(text[i - 1]));
    }

    /// <summary>HTML without its tags.</summary>
    public static string WithoutTags(string html)
    {
        var text = new StringBuilder(html.Length);
        var depth = 0;
        foreach (var c in html)
        {
            if (c == '<') depth++;
            else if (c == '>' && depth > 0) depth--;
            else if (depth == 0) text.Append(c);
        }

        return System.Net.WebUtility.HtmlDecode(text.ToString());
    }
}
