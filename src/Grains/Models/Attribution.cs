using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Models;

/// <summary>Says of what an answer takes from the customer's attachments that it does, so that it never reads as the store's word.</summary>
internal static partial class Attribution
{
    /// <summary>A part of an answer, all of it from attachments, with the words that say so before it.</summary>
    /// <param name="part">The part.</param>
    /// <param name="language">A two-letter code.</param>
    public static string Lead(string part, string language) =>
        $"{Phrases.Get(Phrases.Sent, language)}{(part.Contains('\n', StringComparison.Ordinal) ? '\n' : ' ')}{part}";

    /// <summary>
    /// An answer with these words wherever it begins to cite attachments and does not say so itself. What the store says after
    /// that begins a paragraph of its own.
    /// </summary>
    /// <param name="answer">The answer, checked.</param>
    /// <param name="passages">The passages behind its markers.</param>
    /// <param name="language">A two-letter code.</param>
    public static string Of(string answer, IReadOnlyList<RankedPassage> passages, string language)
    {
        if (!passages.Any(p => p.Passage.FromCustomer)) return answer;
        var lead = Phrases.Get(Phrases.Sent, language);
        var text = new StringBuilder(answer.Length + 100);
        var isLed = false;
        var rest = 0;
        foreach (Match claim in Claims().Matches(answer))
        {
            var said = claim.Groups["said"].Value;
            var isSent = claim.Groups["n"].Captures.Any(c => passages[int.Parse(c.ValueSpan, CultureInfo.InvariantCulture) - 1].Passage.FromCustomer);
            if (said.Contains("\n\n", StringComparison.Ordinal)) isLed = false;
            var begin = said.LastIndexOf("\n\n", StringComparison.Ordinal) is var at and >= 0 ? at + 2 : said.Length - said.AsSpan().TrimStart().Length;
            if (isLed && !isSent) text.Append("\n\n");
            else text.Append(said, 0, begin);
            if (isSent && !isLed && !said.Contains(lead, StringComparison.OrdinalIgnoreCase)) text.Append(lead).Append(IsItem().IsMatch(said[begin..]) ? '\n' : ' ');
            text.Append(claim.ValueSpan[begin..]);
            (isLed, rest) = (isSent, claim.Index + claim.Length);
        }

        return text.Append(answer, rest, answer.Length - rest).ToString();
    }

    // What is said, up to and with the markers that stand behind it, before or after the full stop.
    [GeneratedRegex(@"(?<said>.*?)(\[(?<n>\d{1,3})\]\s?)+[.,;:!?\u3002]?", RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Claims();

    [GeneratedRegex(@"^([-*\u2022]|\d{1,2}[.)])\s", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex IsItem();
}
