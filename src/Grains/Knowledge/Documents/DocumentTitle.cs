using System.Buffers;
using System.Text.RegularExpressions;

namespace SupportPlatform.Knowledge;

/// <summary>Finds a document's title.</summary>
internal static partial class DocumentTitle
{
    private const int LongestTitle = 120;

    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create(",;:.!?");

    /// <summary>
    /// The front matter's title; else, of its own title, the first heading, the first line's first clause and the file's name, the one
    /// that shares most words with the file's name (manuals often begin with a heading that names no product).
    /// </summary>
    /// <param name="name">The document's name, as a file's name.</param>
    /// <param name="text">Its text.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="own">The title that a file gives itself; often what its template or program wrote.</param>
    public static string Find(string name, string text, LineCollector lines, string? own)
    {
        if (FrontMatterTitle().Match(text) is { Success: true } match) return Clip(match.Groups["title"].Value.Trim(' ', '"', '\''));
        var stem = Path.GetFileNameWithoutExtension(name);
        var words = Tokens.Of(stem).ToHashSet(StringComparer.Ordinal);
        var first = lines.Lines.FirstOrDefault(l => l.Kind != LineKind.Heading)?.Text;
        string?[] candidates = [own, lines.TopHeading, first is null ? null : Clause(first)];
        var best = candidates.OfType<string>()
            .Where(c => c.Length is > 1 and <= LongestTitle)
            .Select(c => (Title: c, Shared: Tokens.Of(c).Count(words.Contains)))
            .OrderByDescending(c => c.Shared)
            .FirstOrDefault();
        if (best.Shared > 0) return best.Title;
        return lines.TopHeading is { Length: > 0 } heading ? Clip(heading) : Readable(stem);
    }

    private static string Clause(string line)
    {
        var end = line.AsSpan().IndexOfAny(ClauseEnds);
        return (end > 0 ? line[..end] : line).Trim();
    }

    private static string Readable(string stem)
    {
        var words = stem.Replace('-', ' ').Replace('_', ' ').Trim();
        return words.Length == 0 ? stem : char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static string Clip(string text) => text.Length <= LongestTitle ? text : text[..LongestTitle];

    [GeneratedRegex(@"\A---\s*\n(.*\n)*?title:[ \t]*(?<title>.+)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex FrontMatterTitle();
}
