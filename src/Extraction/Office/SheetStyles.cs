using System.Globalization;
using System.Xml.Linq;

namespace SupportPlatform.Extraction;

/// <summary>Shows the numbers of a workbook's cells as their formats say: dates as dates, shares as per cent.</summary>
internal sealed class SheetStyles
{
    private readonly List<int> _formats = [];
    private readonly Dictionary<int, string> _codes = [];
    private readonly bool _from1904;

    private SheetStyles(bool from1904) => _from1904 = from1904;

    /// <summary>Reads a workbook's styles.</summary>
    /// <param name="root">The styles part, or null.</param>
    /// <param name="from1904">Whether days are counted from 1904 rather than from 1900.</param>
    public static SheetStyles Load(XElement? root, bool from1904)
    {
        var styles = new SheetStyles(from1904);
        foreach (var format in root?.Descendants().Where(e => e.Name.LocalName == "numFmt") ?? [])
        {
            if (int.TryParse(OfficeArchive.Value(format, "numFmtId"), out var id)) styles._codes[id] = OfficeArchive.Value(format, "formatCode") ?? "";
        }

        foreach (var xf in root?.Elements().FirstOrDefault(e => e.Name.LocalName == "cellXfs")?.Elements() ?? [])
            styles._formats.Add(int.TryParse(OfficeArchive.Value(xf, "numFmtId"), out var id) ? id : 0);
        return styles;
    }

    /// <summary>A number as text.</summary>
    /// <param name="raw">The number as stored.</param>
    /// <param name="style">The cell's style, or null.</param>
    public string Show(string raw, int? style)
    {
        if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) return raw;
        var format = style is { } s && s >= 0 && s < _formats.Count ? _formats[s] : 0;
        var code = _codes.GetValueOrDefault(format);
        if (IsDate(format, code) && Date(number) is { } date) return date;
        return format is 9 or 10 || code?.Contains('%', StringComparison.Ordinal) == true
            ? (number * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%"
            : number.ToString("G15", CultureInfo.InvariantCulture);
    }

    // The built-in formats of dates and times: ISO/IEC 29500-1, 18.8.30.
    private static bool IsDate(int format, string? code) =>
        code is null ? format is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58) : NamesDate(code);

    private static bool NamesDate(string code)
    {
        var (quoted, bracket) = (false, false);
        for (var i = 0; i < code.Length; i++)
        {
            var c = code[i];
            if (c == '"') quoted = !quoted;
            else if (quoted) continue;
            else if (c is '\\' or '_' or '*') i++;
            else if (c == '[') bracket = i + 1 < code.Length && code[i + 1] is not ('h' or 'm' or 's' or 'H' or 'M' or 'S');
            else if (c == ']') bracket = false;
            else if (!bracket && c is 'y' or 'Y' or 'd' or 'D' or 'h' or 'H' or 's' or 'S' or 'm' or 'M') return true;
            else if (c == ';') break;
        }

        return false;
    }

    private string? Date(double number)
    {
        if (number is < 0 or >= 2_958_466) return null;
        var epoch = _from1904 ? new DateTime(1904, 1, 1) : new DateTime(1899, 12, 30);

        // The program counts a 29 February 1900 that never was.
        var day = !_from1904 && number is >= 1 and < 60 ? number + 1 : number;
        var moment = epoch.AddSeconds(Math.Round(day * 86_400));
        if (number < 1) return moment.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        return moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }
}
