using System.Globalization;

namespace SupportPlatform.Knowledge;

/// <summary>Cuts text into the words that the index knows.</summary>
internal static class Tokens
{
    private const int LongestTerm = 40;

    /// <summary>The terms of a text without stop words, in order.</summary>
    public static List<string> Of(string text)
    {
        var terms = new List<string>(text.Length / 6);
        foreach (var token in Read(text))
            if (!token.IsStop) terms.Add(token.Term);
        return terms;
    }

    /// <summary>All words of a text, in order.</summary>
    public static List<Token> Read(string text)
    {
        var tokens = new List<Token>(text.Length / 5);
        var starts = true;
        var at = 0;
        while (at < text.Length)
        {
            if (!IsWordPart(text[at]))
            {
                if (PlainWords.EndsSentence(text[at]) || text[at] is '\n' or ':') starts = true;
                at++;
                continue;
            }

            var end = WordEnd(text, at);
            Add(text[at..end], starts, tokens);
            starts = false;
            at = end;
        }

        return tokens;
    }

    // A word runs over letters, digits and marks, over apostrophes between letters, over separators between digits,
    // and over the hyphen of a one-letter prefix (e-mail, t-shirt).
    private static int WordEnd(string text, int start)
    {
        var end = start + 1;
        for (; end < text.Length; end++)
        {
            var c = text[end];
            if (IsWordPart(c)) continue;
            if (end + 1 >= text.Length) break;
            var (before, after) = (text[end - 1], text[end + 1]);
            var joins = c switch
            {
                '\'' or '’' => char.IsLetter(before) && char.IsLetter(after),
                '.' => char.IsDigit(before) && char.IsDigit(after),
                ',' => char.IsDigit(before) && IsThousands(text, end),
                '-' => end == start + 1 && char.IsLetter(before) && char.IsLetter(after),
                _ => false,
            };
            if (!joins) break;
        }

        return end;
    }

    private static bool IsThousands(string text, int comma) =>
        comma + 3 < text.Length && char.IsDigit(text[comma + 1]) && char.IsDigit(text[comma + 2]) &&
        char.IsDigit(text[comma + 3]) && (comma + 4 >= text.Length || !char.IsDigit(text[comma + 4]));

    private static void Add(string raw, bool starts, List<Token> tokens)
    {
        if (Folding.IsUnspaced(raw[0]) || raw.Any(Folding.IsUnspaced))
        {
            Unspaced(raw, starts, tokens);
            return;
        }

        var word = Folding.Fold(raw);
        var apostrophe = word.AsSpan().IndexOfAny('\'', '’');
        if (apostrophe > 0)
        {
            // English "tent's", French "l'article": the longer side is the word.
            var (left, right) = (word[..apostrophe], word[(apostrophe + 1)..]);
            if (StopWords.Contains(left + right)) word = left + right;
            else word = left.Length >= right.Length ? left : right;
        }

        word = word.Replace(",", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        if (word.Length == 0 || word.Length > LongestTerm) return;
        var digits = 0;
        while (digits < word.Length && (char.IsDigit(word[digits]) || word[digits] == '.')) digits++;
        if (digits > 0 && digits < word.Length && word.AsSpan(digits).IndexOfAnyInRange('0', '9') < 0)
        {
            // A number with its unit: 2000mm, 12lbs.
            tokens.Add(new Token(word[..digits], raw[..Math.Min(digits, raw.Length)], false, starts));
            word = word[digits..];
            raw = raw[Math.Min(digits, raw.Length - 1)..];
            starts = false;
        }

        tokens.Add(new Token(Stemmer.Stem(Spelling.Unified(word)), raw, StopWords.Contains(word), starts));
    }

    // Without spaces, pairs of neighbouring characters stand for words.
    private static void Unspaced(string raw, bool starts, List<Token> tokens)
    {
        var folded = Folding.Fold(raw);
        if (folded.Length == 1)
        {
            tokens.Add(new Token(folded, raw, false, starts));
            return;
        }

        for (var i = 0; i + 1 < folded.Length; i++)
            tokens.Add(new Token(folded.Substring(i, 2), folded.Substring(i, 2), false, starts));
    }

    private static bool IsWordPart(char c) =>
        char.IsLetterOrDigit(c) || char.IsSurrogate(c) || CharUnicodeInfo.GetUnicodeCategory(c) is
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
