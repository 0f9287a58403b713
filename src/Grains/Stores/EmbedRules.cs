using System.Text.RegularExpressions;

namespace SupportPlatform.Stores;

/// <summary>Finds the widget's script in a page. Pure.</summary>
internal static partial class EmbedRules
{
    private const int LongestTag = 500;

    /// <summary>Whether a page's HTML has the widget of a store. What stands in comments does not count.</summary>
    public static EmbedCheck Find(string html, string store)
    {
        EmbedCheck? other = null;
        foreach (Match tag in Scripts().Matches(Comments().Replace(html, "")))
        {
            if (!Source().IsMatch(tag.Value)) continue;
            var found = tag.Value.Length <= LongestTag ? tag.Value : tag.Value[..LongestTag];
            var named = Store().Match(tag.Value) is { Success: true } match ? match.Groups["store"].Value : null;
            if (named == store) return new EmbedCheck { Live = true, Found = found };
            other ??= new EmbedCheck
            {
                Live = false,
                Found = found,
                Code = "other_store",
                Reason = named is null ? "The script does not name a store. Add data-store." : "The script is another store's.",
            };
        }

        return other ?? new EmbedCheck
        {
            Live = false,
            Code = "no_script",
            Reason = "The page has no script tag of the widget. If a tag manager adds it, look at the page in a browser.",
        };
    }

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline, 1_000)]
    private static partial Regex Comments();

    [GeneratedRegex("""<script\b(?:[^>"']|"[^"]{0,2000}"|'[^']{0,2000}'){1,4000}>""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Scripts();

    [GeneratedRegex("""\bsrc\s*=\s*["']?[^"'\s>]*/widget\.js(?:[?#][^"'\s>]*)?["'\s>]""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Source();

    [GeneratedRegex("""\bdata-store\s*=\s*["']?(?<store>[^"'\s>]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Store();
}
