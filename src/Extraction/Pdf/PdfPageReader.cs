using System.Globalization;
using System.Net;

namespace SupportPlatform.Extraction;

/// <summary>Reads what <c>pdftotext -bbox-layout</c> writes: an element a line, flows of blocks of lines of words.</summary>
internal sealed class PdfPageReader
{
    private readonly List<PdfPage> _pages = [];
    private readonly List<PdfLine> _lines = [];
    private readonly List<(string Text, double[] Box)> _words = [];
    private double _height;
    private int _flow;
    private int _block;

    /// <summary>The pages, in order.</summary>
    public static IReadOnlyList<PdfPage> Read(string output)
    {
        var reader = new PdfPageReader();
        foreach (var line in output.AsSpan().EnumerateLines()) reader.Element(line.Trim());
        return reader._pages;
    }

    private void Element(ReadOnlySpan<char> element)
    {
        if (element.StartsWith("<word ", StringComparison.Ordinal)) Word(element.ToString());
        else if (element.SequenceEqual("</line>")) EndLine();
        else if (element.StartsWith("<block ", StringComparison.Ordinal)) _block++;
        else if (element.SequenceEqual("<flow>")) _flow++;
        else if (element.StartsWith("<page ", StringComparison.Ordinal)) _height = Numbers(element.ToString()) is [_, var height] ? height : 0;
        else if (element.SequenceEqual("</page>")) EndPage();
    }

    private void Word(string element)
    {
        var start = element.IndexOf('>', StringComparison.Ordinal) + 1;
        var end = element.LastIndexOf("</word>", StringComparison.Ordinal);
        if (Numbers(element[..start]) is not [_, _, _, _] box || end <= start) return;
        var text = TextCleaner.Letters(TextCleaner.Clean(WebUtility.HtmlDecode(element[start..end]))).Trim();

        // Small pictures stand between words in sizes and places of their own, and say nothing without being seen.
        if (text.Any(c => char.IsLetterOrDigit(c) || char.IsPunctuation(c) || char.IsAscii(c) || char.GetUnicodeCategory(c) is UnicodeCategory.MathSymbol or UnicodeCategory.CurrencySymbol))
            _words.Add((text, box));
    }

    private void EndLine()
    {
        if (_words.Count > 0)
        {
            var text = string.Join(' ', _words.Select(w => w.Text));
            var boxes = _words.ConvertAll(w => w.Box);
            _lines.Add(new PdfLine(text, boxes.Min(b => b[0]), boxes.Min(b => b[1]), boxes.Max(b => b[2]), boxes.Max(b => b[3]), Size(), _flow, _block));
        }

        _words.Clear();
    }

    private void EndPage()
    {
        _pages.Add(new PdfPage(_pages.Count + 1, _height, PdfOrder.Of(_lines)));
        _lines.Clear();
    }

    // Signs among the words may be of other sizes.
    private double Size() => _words.GroupBy(w => Math.Round(w.Box[3] - w.Box[1], 1))
        .MaxBy(g => g.Sum(w => w.Text.Count(char.IsLetterOrDigit)))!.Key;

    private static double[] Numbers(string element)
    {
        var parts = element.Split('"');
        var numbers = new double[parts.Length / 2];
        for (var i = 0; i < numbers.Length; i++)
            if (!double.TryParse(parts[(2 * i) + 1], CultureInfo.InvariantCulture, out numbers[i]) || !double.IsFinite(numbers[i])) return [];
        return numbers;
    }
}
