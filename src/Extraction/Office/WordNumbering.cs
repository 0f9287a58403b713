using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace SupportPlatform.Extraction;

/// <summary>Numbers the items of a document's lists as the reader sees them.</summary>
internal sealed class WordNumbering
{
    private const int Levels = 9;
    private readonly Dictionary<string, XElement> _abstract = new(StringComparer.Ordinal);
    private readonly Dictionary<string, XElement> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int?[]> _counters = new(StringComparer.Ordinal);
    private readonly HashSet<(string, int)> _restarted = [];

    /// <summary>Reads a document's lists; none where it has none.</summary>
    public static WordNumbering Load(OfficeArchive archive)
    {
        var numbering = new WordNumbering();
        var part = archive.Relations(archive.MainPart()!).FirstOrDefault(r => r.Type.EndsWith("/numbering", StringComparison.Ordinal)).Target;
        foreach (var element in (part is null ? null : archive.Load(part))?.Elements() ?? [])
        {
            if (element.Name.LocalName == "abstractNum") numbering._abstract.TryAdd(OfficeArchive.Value(element, "abstractNumId") ?? "", element);
            if (element.Name.LocalName == "num") numbering._numbers.TryAdd(OfficeArchive.Value(element, "numId") ?? "", element);
        }

        return numbering;
    }

    /// <summary>The marker of the next item; null when the paragraph is no item.</summary>
    /// <param name="properties">The paragraph's properties.</param>
    /// <param name="ofStyle">The numbering that its style brings.</param>
    public (int Level, string Marker)? Next(XElement? properties, XElement? ofStyle)
    {
        var own = properties?.Elements().FirstOrDefault(e => e.Name.LocalName == "numPr");
        var id = OfficeArchive.Child(own, "numId") ?? OfficeArchive.Child(ofStyle, "numId");
        if (id is null or "0" || !_numbers.TryGetValue(id, out var number)) return null;
        var level = Math.Clamp(Number(OfficeArchive.Child(own, "ilvl") ?? OfficeArchive.Child(ofStyle, "ilvl")) ?? 0, 0, Levels - 1);
        var list = OfficeArchive.Child(number, "abstractNumId") ?? "";
        var counters = _counters.TryGetValue(list, out var known) ? known : _counters[list] = new int?[Levels];
        var start = Override(number, level);

        // A list that continues another has its own number, and says where it starts, once.
        if (start is { } again && _restarted.Add((id, level))) counters[level] = again;
        else counters[level] = counters[level] + 1 ?? Number(OfficeArchive.Child(Level(list, level), "start")) ?? 1;
        for (var deeper = level + 1; deeper < Levels; deeper++) counters[deeper] = null;
        return (level, Marker(list, level, counters));
    }

    private string Marker(string list, int level, int?[] counters)
    {
        var format = OfficeArchive.Child(Level(list, level), "numFmt");
        if (format is null or "bullet" or "none") return "-";
        var text = new StringBuilder(OfficeArchive.Child(Level(list, level), "lvlText") ?? $"%{level + 1}.");
        for (var i = 0; i <= level; i++)
        {
            var value = Written(counters[i] ?? 1, OfficeArchive.Child(Level(list, i), "numFmt"));
            text.Replace($"%{i + 1}", value);
        }

        // Markdown knows items "3." and "-"; other markers stand as the item's first word.
        var marker = text.ToString().Trim();
        return Number(marker.TrimEnd('.', ')')) is { } plain ? $"{plain}." : $"- {marker}";
    }

    private static string Written(int value, string? format) => format switch
    {
        "lowerLetter" => Letters(value).ToLowerInvariant(),
        "upperLetter" => Letters(value),
        "lowerRoman" => Roman(value).ToLowerInvariant(),
        "upperRoman" => Roman(value),
        _ => value.ToString(CultureInfo.InvariantCulture),
    };

    // After Z comes AA, then BB (ISO/IEC 29500-1, 17.18.59).
    private static string Letters(int value) =>
        value is < 1 or > 780 ? value.ToString(CultureInfo.InvariantCulture) : new string((char)('A' + ((value - 1) % 26)), 1 + ((value - 1) / 26));

    private static string Roman(int value)
    {
        if (value is < 1 or > 3999) return value.ToString(CultureInfo.InvariantCulture);
        var written = new StringBuilder();
        foreach (var (worth, sign) in new (int, string)[]
            { (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I") })
        {
            for (; value >= worth; value -= worth) written.Append(sign);
        }

        return written.ToString();
    }

    private XElement? Level(string list, int level) =>
        _abstract.GetValueOrDefault(list)?.Elements().FirstOrDefault(e => e.Name.LocalName == "lvl" && Number(OfficeArchive.Value(e, "ilvl")) == level);

    private static int? Override(XElement number, int level) =>
        number.Elements().FirstOrDefault(e => e.Name.LocalName == "lvlOverride" && Number(OfficeArchive.Value(e, "ilvl")) == level) is { } found
            ? Number(OfficeArchive.Child(found, "startOverride"))
            : null;

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
