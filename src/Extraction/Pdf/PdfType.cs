using System.Text.RegularExpressions;

namespace SupportPlatform.Extraction;

/// <summary>How a document is set: the size of its running text, the space between its lines, the sizes of its headings.</summary>
internal sealed partial class PdfType
{
    // A tenth more than the text is a heading's least size in common templates; fonts of one size differ by less.
    private const double LeastHeading = 1.12;
    private const int LongestHeading = 120;
    private const int LongestNumbered = 80;
    private const int LongestTitle = 4;

    private readonly double _body;
    private readonly double _title;
    private readonly List<double> _sizes;

    /// <summary>Measures a document.</summary>
    public PdfType(IReadOnlyList<PdfPage> pages)
    {
        var lines = pages.SelectMany(p => p.Lines).ToList();
        _body = Commonest(lines.Select(l => (l.Size, l.Text.Length)), 0.5);
        Leading = Commonest(lines.Zip(lines.Skip(1)).Where(n => n.First.Block == n.Second.Block && n.First.Size > 0)
            .Select(n => ((n.Second.Top - n.First.Bottom) / n.First.Size, n.Second.Text.Length)), 0.05);
        _sizes = [.. lines.Where(IsLarge).Select(l => Math.Round(l.Size)).Distinct().OrderDescending()];

        // What is largest, and only on the first page, is the title.
        if (_sizes.Count > 0 && pages[0].Lines.Count(l => IsLarge(l) && Math.Round(l.Size) == _sizes[0]) is > 0 and <= LongestTitle
            && !pages.Skip(1).SelectMany(p => p.Lines).Any(l => Math.Round(l.Size) == _sizes[0])) _title = _sizes[0];
    }

    /// <summary>The space between two lines of a paragraph, as a part of their size.</summary>
    public double Leading { get; }

    /// <summary>The level of a heading, 1 for the title, with its words; null for a line that is none.</summary>
    public (int Level, string Words)? HeadingOf(PdfLine line)
    {
        if (line.Text.Length <= LongestNumbered && Numbered().Match(line.Text) is { Success: true } numbered)
            return (Depth(numbered) + 1, numbered.Groups["words"].Value);
        if (Marked().Match(line.Text) is { Success: true } marked) return (marked.Groups["level"].Length, Words(marked.Groups["words"].Value));
        if (!IsLarge(line)) return null;
        var size = Math.Round(line.Size);
        var number = Number().Match(line.Text);
        var level = size == _title ? 1 : number.Success ? Depth(number) + 1 : 2 + _sizes.Count(s => s > size && s != _title);
        return Words(line.Text[number.Length..]) is { Length: > 0 } words ? (level, words) : null;
    }

    private bool IsLarge(PdfLine line) =>
        line.Size > 0 && line.Size >= LeastHeading * _body && line.Text.Length <= LongestHeading && line.Text.Any(char.IsLetter);

    private static int Depth(Match match) => match.Groups["part"].Captures.Count;

    // Without the small pictures that stand before and after.
    private static string Words(string text)
    {
        var from = 0;
        while (from < text.Length && !char.IsLetterOrDigit(text[from]) && !char.IsPunctuation(text[from])) from++;
        var to = text.Length;
        while (to > from && !char.IsLetterOrDigit(text[to - 1]) && !char.IsPunctuation(text[to - 1])) to--;
        return text[from..to];
    }

    private static double Commonest(IEnumerable<(double Value, int Weight)> values, double step) => values
        .GroupBy(v => Math.Round(v.Value / step) * step)
        .OrderByDescending(g => g.Sum(v => (long)v.Weight)).Select(g => g.Key).FirstOrDefault();

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    // "2.1 Charging" in the size of the text; neither a sentence nor a line of a table of contents.
    [GeneratedRegex(@"^(?<part>\d{1,2})(\.(?<part>\d{1,2}))+[.:)]?\s+(?<words>\p{Lu}[^.;]*)$", Options, 1_000)]
    private static partial Regex Numbered();

    // What a writer of Markdown left behind.
    [GeneratedRegex(@"^(?<level>#{2,6})\s+([\d.]+:?\s+)?(?<words>\p{Lu}.*)$", Options, 1_000)]
    private static partial Regex Marked();

    [GeneratedRegex(@"^((?<part>\d{1,2})[.:)]|(?<part>\d{1,2})(\.(?<part>\d{1,2}))+[.:)]?)\s+", Options, 1_000)]
    private static partial Regex Number();
}
