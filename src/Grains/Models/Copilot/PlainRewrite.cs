using System.Text;
using System.Text.RegularExpressions;
using SupportPlatform.Conversations;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Models;

/// <summary>What can be done to a text without a model, and done right.</summary>
internal static partial class PlainRewrite
{
    private const double ShorterTo = 0.6;
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Limit = 1_000;

    /// <summary>The sentences that say most, in their order: at most three fifths of the text, and at least one.</summary>
    public static string Shorter(string text)
    {
        var sentences = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).SelectMany(StatementReader.Sentences);
        var chosen = BriefSummary.Of(sentences, int.MaxValue, (int)(text.Length * ShorterTo));
        return chosen.Count == 0 ? text.Trim() : string.Join(' ', chosen);
    }

    /// <summary>
    /// The text with single spaces, none before a full stop, no word twice in a row, a capital where a line begins or a
    /// sentence that is no mere abbreviation has ended, and a full stop at its end. Lines stay lines.
    /// </summary>
    public static string Grammar(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Trim().Split('\n').Select(Line));

    private static string Line(string line)
    {
        var tidy = Gaps().Replace(line.Trim(), " ");
        tidy = BeforeStop().Replace(tidy, "${stop}");
        tidy = Doubled().Replace(tidy, "${word}");
        if (tidy.Length == 0) return tidy;
        var result = new StringBuilder(tidy);
        var begins = true;
        for (var i = 0; i < tidy.Length; i++)
        {
            if (char.IsLetter(tidy[i]))
            {
                // An address or a name as iPhone is written as it is.
                var end = i;
                while (end < tidy.Length && !char.IsWhiteSpace(tidy[end])) end++;
                if (begins && tidy[i..end].TrimEnd('.', ',', '!', '?', ';', ':', ')').All(c => char.IsLower(c) || c is '\'' or '’')) result[i] = char.ToUpperInvariant(tidy[i]);
                begins = false;
                i = end - 1;
            }
            else if (char.IsDigit(tidy[i]))
            {
                begins = false;
            }

            if (PlainWords.IsEnd(tidy, i)) begins = true;
        }

        // A heading, a list's lead and an address need none; where sentences end otherwise, it has one already.
        if (char.IsLetterOrDigit(tidy[^1]) && tidy.Contains(' ', StringComparison.Ordinal) && tidy[^1] < '\u2E80' && !tidy.Split(' ')[^1].Contains('/', StringComparison.Ordinal))
            result.Append('.');
        return result.ToString();
    }

    [GeneratedRegex(@"[ \t\u00a0]{2,}", Options, Limit)]
    private static partial Regex Gaps();

    // French sets a space before ; : ! and ?.
    [GeneratedRegex(@" +(?<stop>[.,])(?=\s|$)", Options, Limit)]
    private static partial Regex BeforeStop();

    // "that that" and "had had" are right at times, and so are doubled words of one letter and of other scripts.
    [GeneratedRegex(@"(?<![\p{L}'’-])(?<word>(?!(that|had|is|do|no|so|very|bye|ha|sie|die|der|das|nous|vous|que|no)\b)[A-Za-zÀ-ɏ]{2,})( \k<word>)+(?![\p{L}'’-])", Options | RegexOptions.IgnoreCase, Limit)]
    private static partial Regex Doubled();
}
