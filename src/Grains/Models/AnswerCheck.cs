using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Models;

/// <summary>Checks a model's answer against the passages that it was given.</summary>
/// <param name="Text">The text with the markers and links that hold.</param>
/// <param name="Cited">The numbers of the passages that it cites, in order of first mention.</param>
/// <param name="IsRefusal">Whether it says nothing, lines of the prompt, or only that it cannot or does not know.</param>
internal sealed partial record AnswerCheck(string Text, ImmutableArray<int> Cited, bool IsRefusal)
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Limit = 5_000;

    /// <summary>Checks an answer.</summary>
    public static AnswerCheck Of(string answer, IReadOnlyList<RankedPassage> passages)
    {
        var text = Images().Replace(answer, "");
        text = Links().Replace(text, m => IsFromPassages(m.Groups["url"].Value, passages) ? m.Value : m.Groups["text"].Value);
        text = Addresses().Replace(text, m => IsFromPassages(m.Value, passages) ? m.Value : "");
        var cited = new List<int>();
        text = Markers().Replace(text, m =>
        {
            var numbers = m.Groups["n"].Captures.Select(c => int.Parse(c.ValueSpan, CultureInfo.InvariantCulture))
                .Where(n => n >= 1 && n <= passages.Count).Distinct().ToList();
            cited.AddRange(numbers);
            return string.Concat(numbers.Select(n => $"[{n}]"));
        });
        text = Gaps().Replace(text, "${end}").Trim();
        return new AnswerCheck(text, [.. cited.Distinct()], text.Length == 0 || Prompt.Answer.IsToldBy(text) || (cited.Count == 0 && Refusals().IsMatch(text)));
    }

    /// <summary>The first sentence that carries a marker, without its markers.</summary>
    public static string FirstCitingWords(string text, int n)
    {
        var marker = $"[{n}]";
        var sentence = text.Split('\n').SelectMany(StatementReader.Sentences)
            .FirstOrDefault(s => s.Contains(marker, StringComparison.Ordinal));
        return sentence is null ? "" : WithoutMarkers(sentence);
    }

    /// <summary>A text without what names a passage.</summary>
    public static string WithoutMarkers(string text) => Markers().Replace(text, "");

    // An address may stand in an answer when a passage of the store has it, or another one at the same host.
    private static bool IsFromPassages(string url, IReadOnlyList<RankedPassage> passages) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0 &&
        passages.Any(p => !p.Passage.FromCustomer && Mentions(p.Passage.Text, uri.Host));

    private static bool Mentions(string text, string host)
    {
        for (var at = text.IndexOf(host, StringComparison.OrdinalIgnoreCase); at >= 0;
            at = text.IndexOf(host, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var before = at == 0 ? ' ' : text[at - 1];
            var end = at + host.Length;
            var after = end == text.Length ? ' ' : text[end];
            var ends = !char.IsLetterOrDigit(after) && after != '-' &&
                (after != '.' || end + 1 == text.Length || !char.IsLetterOrDigit(text[end + 1]));
            if (!char.IsLetterOrDigit(before) && before is not ('.' or '-' or '@') && ends) return true;
        }

        return false;
    }

    [GeneratedRegex(@"!\[[^\]]*\]\([^)]*\)|<img\b[^>]*>", Options, Limit)]
    private static partial Regex Images();

    [GeneratedRegex(@"\[(?<text>[^\[\]]+)\]\((?<url>[^)\s]+)[^)]*\)", Options, Limit)]
    private static partial Regex Links();

    [GeneratedRegex(@"\b(https?|ftp|javascript|data)://?[^\s<>\[\]()""']+|\b(javascript|data):[^\s<>""']+|\bwww\.[^\s<>\[\]()""']+", Options, Limit)]
    private static partial Regex Addresses();

    [GeneratedRegex(@"[\[【]\s*\^?(?<n>\d{1,3})(\s*[,;]\s*(?<n>\d{1,3}))*\s*[\]】]", Options, Limit)]
    private static partial Regex Markers();

    [GeneratedRegex(@"[ \t]+(?<end>[.,;:!?])(?=\s|$)", Options, Limit)]
    private static partial Regex Gaps();

    [GeneratedRegex(@"\b(i (do not|don[’']t) (know|have)|i (can[’']?t|cannot|am unable|am not able)|i['’]m (unable|not able|not sure|sorry)|as an ai|(is|are) not (mentioned|provided|covered|specified) in|no information)\b|\bich weiß (es |das )?nicht|\bkann ich (leider )?nicht|\bkeine informationen?\b|je ne sais pas|je ne peux pas|je n['’]ai pas|no lo sé|no sé\b|no puedo|no tengo información", Options, Limit)]
    private static partial Regex Refusals();
}
