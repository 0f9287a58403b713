namespace SupportPlatform.Extraction;

/// <summary>A page with its lines in reading order.</summary>
/// <param name="Number">Its number, counted from 1.</param>
/// <param name="Height">Its height in points.</param>
/// <param name="Lines">The lines.</param>
internal sealed record PdfPage(int Number, double Height, IReadOnlyList<PdfLine> Lines)
{
    /// <summary>A page of which only the words are known: lines of no size, one below the other, with a gap where an empty one is.</summary>
    public static PdfPage Plain(int number, string text)
    {
        var lines = new List<PdfLine>();
        var block = 0;
        foreach (var (line, i) in text.Split('\n').Select((l, i) => (l.Trim(), i)))
        {
            if (line.Length == 0) block++;
            else lines.Add(new PdfLine(line, 0, i, 1, i + 1, 0, 0, block));
        }

        return new PdfPage(number, 0, lines);
    }
}
