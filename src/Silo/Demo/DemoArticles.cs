using System.Collections.Immutable;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Demo;

/// <summary>The demo shop's articles: Markdown files with a head of <c>key: value</c> lines between lines of dashes.</summary>
internal static class DemoArticles
{
    private const string Fence = "---\n";

    /// <summary>All articles of a folder, as lines of an import.</summary>
    public static async Task<ImmutableArray<ArticleLine>> Read(string folder, CancellationToken cancellationToken)
    {
        var lines = ImmutableArray.CreateBuilder<ArticleLine>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal))
        {
            var text = (await File.ReadAllTextAsync(path, cancellationToken)).ReplaceLineEndings("\n");
            lines.Add(new ArticleLine { Line = lines.Count + 1, Entry = Entry(Path.GetFileNameWithoutExtension(path), text) });
        }

        return lines.ToImmutable();
    }

    private static ArticleEntry Entry(string id, string text)
    {
        var end = text.StartsWith(Fence, StringComparison.Ordinal) ? text.IndexOf("\n" + Fence, StringComparison.Ordinal) : -1;
        if (end < 0) throw new FormatException($"The article {id} has no head.");
        var head = text[Fence.Length..end].Split('\n').Select(l => l.Split(": ", 2)).ToDictionary(l => l[0], l => l[1], StringComparer.Ordinal);
        return new ArticleEntry
        {
            Id = id,
            Title = head["title"],
            Category = head["category"],
            Body = text[(end + 1 + Fence.Length)..].TrimStart(),
        };
    }
}
