using System.Text.RegularExpressions;

namespace SupportPlatform.Extraction;

/// <summary>Puts a page's lines in reading order.</summary>
internal static partial class PdfOrder
{
    // A page with more is a drawing with labels, and comparing them all would take long.
    private const int MostLines = 2_000;

    /// <summary>The lines with their numbers and bullets joined to them, in the order in which they are read.</summary>
    /// <param name="lines">The lines, column after column where a page has several.</param>
    public static IReadOnlyList<PdfLine> Of(IReadOnlyList<PdfLine> lines)
    {
        if (lines.Count > MostLines) return [.. lines];
        var joined = Joined(lines);

        // Where nothing but a table's cells stands side by side, the page is read from top to bottom.
        var cells = PdfTable.Find(joined).SelectMany(t => t.Lines).ToHashSet();
        var rest = joined.Where(l => !cells.Contains(l)).OrderBy(l => l.Top).ToList();
        for (var i = 1; i < rest.Count; i++)
            if (rest[i].IsBeside(rest[i - 1])) return joined;
        return [.. joined.OrderBy(l => l.Top).ThenBy(l => l.Left)];
    }

    private static List<PdfLine> Joined(IReadOnlyList<PdfLine> lines)
    {
        var joined = lines.Where(l => !Marker().IsMatch(l.Text)).ToList();
        foreach (var marker in lines.Where(l => Marker().IsMatch(l.Text)))
        {
            var at = -1;
            for (var i = 0; i < joined.Count; i++)
                if (joined[i].Left >= marker.Right && joined[i].IsBeside(marker) && (at < 0 || joined[i].Left < joined[at].Left)) at = i;
            if (at < 0) joined.Insert(Math.Min(joined.Count, joined.FindLastIndex(l => l.Block < marker.Block) + 1), marker);
            else joined[at] = joined[at] with { Text = $"{marker.Text} {joined[at].Text}", Left = marker.Left };
        }

        return joined;
    }

    // "2.1:", "3.", "(4)", a bullet.
    [GeneratedRegex(@"^([•●▪■◦○‣∙·\uF0B7\uF0A7–*-]|\(?\d{1,2}[.)]:?|\d{1,2}(\.\d{1,2})+[.:)]?)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Marker();
}
