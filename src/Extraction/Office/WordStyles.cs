using System.Globalization;
using System.Xml.Linq;

namespace SupportPlatform.Extraction;

/// <summary>Which paragraphs are headings, by their styles.</summary>
internal sealed class WordStyles
{
    private const int LongestChain = 16;
    private readonly Dictionary<string, XElement> _styles = new(StringComparer.Ordinal);

    /// <summary>Reads a document's styles; none where it has none.</summary>
    public static WordStyles Load(OfficeArchive archive)
    {
        var styles = new WordStyles();
        var part = archive.Relations(archive.MainPart()!).FirstOrDefault(r => r.Type.EndsWith("/styles", StringComparison.Ordinal)).Target;
        foreach (var style in (part is null ? null : archive.Load(part))?.Elements().Where(e => e.Name.LocalName == "style") ?? [])
        {
            if (OfficeArchive.Value(style, "styleId") is { } id) styles._styles.TryAdd(id, style);
        }

        return styles;
    }

    /// <summary>What a paragraph is by its own properties, else by its style and those that style is based on.</summary>
    /// <param name="properties">The paragraph's properties.</param>
    /// <returns>Its level as a heading, or null; and the numbering that its style brings.</returns>
    public (int? Heading, XElement? Numbering) Of(XElement? properties)
    {
        if (properties is null) return (null, null);
        var level = Outline(properties);
        XElement? numbering = null;
        var id = OfficeArchive.Child(properties, "pStyle");
        for (var i = 0; i < LongestChain && id is not null && _styles.TryGetValue(id, out var style); i++)
        {
            var inner = style.Elements().FirstOrDefault(e => e.Name.LocalName == "pPr");
            level ??= ByName(OfficeArchive.Child(style, "name")) ?? (inner is null ? null : Outline(inner));
            numbering ??= inner?.Elements().FirstOrDefault(e => e.Name.LocalName == "numPr");
            id = OfficeArchive.Child(style, "basedOn");
        }

        return (level is 0 ? null : level, numbering);
    }

    // Outline level 9 is body text (ISO/IEC 29500-1, 17.3.1.20); 0 stands for it here.
    private static int? Outline(XElement properties) =>
        int.TryParse(OfficeArchive.Child(properties, "outlineLvl"), NumberStyles.None, CultureInfo.InvariantCulture, out var level)
            ? level < 9 ? level + 1 : 0
            : null;

    // Names of the built-in styles are English in every language of the program.
    private static int? ByName(string? name)
    {
        if (name is null) return null;
        if (name.Equals("Title", StringComparison.OrdinalIgnoreCase)) return 1;
        if (!name.StartsWith("heading ", StringComparison.OrdinalIgnoreCase)) return null;
        return int.TryParse(name.AsSpan(8), NumberStyles.None, CultureInfo.InvariantCulture, out var level) ? level : null;
    }
}
