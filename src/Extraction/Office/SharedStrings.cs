using System.Text;
using System.Xml;

namespace SupportPlatform.Extraction;

/// <summary>The texts that a workbook's cells refer to.</summary>
internal static class SharedStrings
{
    /// <summary>Reads them, up to a number of characters in all.</summary>
    /// <exception cref="RejectedFileException">They are damaged or too many.</exception>
    public static List<string> Read(OfficeArchive archive, string? part, int limit)
    {
        var strings = new List<string>();
        using var reader = part is null ? null : archive.Reader(part);
        if (reader is null) return strings;
        return OfficeArchive.Guarded(() =>
        {
            var length = 0L;
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "si") continue;
                strings.Add(Text(reader));
                length += strings[^1].Length + 1;
                if (length > limit * 2L) throw RejectedFileException.TooMuchText(limit);
            }

            return strings;
        });
    }

    /// <summary>The words below the element that a reader stands on, without the readings of East Asian characters.</summary>
    public static string Text(XmlReader reader)
    {
        if (reader.IsEmptyElement) return "";
        var text = new StringBuilder();
        var depth = reader.Depth;
        var phonetic = -1;
        while (reader.Read() && reader.Depth > depth)
        {
            if (phonetic >= 0 && reader.Depth <= phonetic) phonetic = -1;
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "rPh") phonetic = reader.Depth;
            else if (phonetic < 0 && reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace) text.Append(reader.Value);
            else if (phonetic < 0 && reader.NodeType == XmlNodeType.Whitespace && reader.XmlSpace == XmlSpace.Preserve) text.Append(reader.Value);
        }

        return text.ToString();
    }
}
