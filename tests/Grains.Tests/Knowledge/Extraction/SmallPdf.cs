using System.Globalization;
using System.Text;

namespace SupportPlatform.Grains.Tests.Knowledge.Extraction;

/// <summary>Writes PDF files of a few words.</summary>
internal static class SmallPdf
{
    /// <summary>A file with a page for each text.</summary>
    public static byte[] Of(params string[] pages) => Set([.. pages.Select(p => new[] { (72, 700, 12, p) })]);

    /// <summary>A file with pages of lines: how far from the left and from below, in points, the font's size, and the words.</summary>
    public static byte[] Set(params (int X, int Y, int Size, string Text)[][] pages)
    {
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {pages.Length} /Kids [{string.Join(' ', pages.Select((_, i) => $"{4 + (2 * i)} 0 R"))}] >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        };
        foreach (var lines in pages)
        {
            var content = string.Join('\n', lines.Select(l => $"BT /F1 {l.Size} Tf {l.X} {l.Y} Td ({Escape(l.Text)}) Tj ET"));
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents {objects.Count + 2} 0 R >>");
            objects.Add($"<< /Length {content.Length} >>\nstream\n{content}\nendstream");
        }

        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = objects.Select((o, i) =>
        {
            var at = file.Length;
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{o}\nendobj\n");
            return at;
        }).ToList();
        var xref = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets) file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{xref}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(file.ToString());
    }

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal);
}
