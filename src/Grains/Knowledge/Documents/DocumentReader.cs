using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace SupportPlatform.Knowledge;

/// <summary>Reads a document's text into its passages.</summary>
internal static class DocumentReader
{
    /// <summary>The length of a revision, in hexadecimal digits.</summary>
    public const int RevisionLength = 12;

    // What customers wrote about a product weighs less than what the store says of it.
    private const double ReviewWeight = 0.5;

    private static readonly SearchValues<char> Markup = SearchValues.Create(" \t-*+>#0123456789.)|_`[<");

    private static readonly string[] ReviewWords =
        ["review", "reviews", "testimonials", "bewertungen", "rezensionen", "avis", "opiniones", "reseñas", "recensioni"];

    /// <summary>Reads a document; Markdown by its name's ending, anything else as plain text.</summary>
    public static SourceDocument Read(string name, string text, DateTimeOffset? changedAt = null) =>
        Document(name, text, IsMarkdown(name) ? MarkdownLines.Read(text) : TextLines.Read(text), null, changedAt);

    /// <summary>Reads a document that was extracted from a file; no passage goes over the end of a page but to end its last sentence.</summary>
    public static SourceDocument Read(string name, ExtractedDocument document, DateTimeOffset? changedAt = null)
    {
        var text = new StringBuilder();
        var lines = new LineCollector();
        // What looks like markup in plain text, as "#" or "*", is none.
        var isPlain = document.Kind is "text";
        foreach (var page in document.Pages)
        {
            if (text.Length > 0) text.Append("\n\n");
            lines.Offset = text.Length;
            lines.Page = page.Number;
            if (isPlain) TextLines.Read(page.Text, lines);
            else MarkdownLines.Read(page.Text, lines);
            text.Append(page.Text);
        }

        return Document(name, text.ToString(), lines, document.Title, changedAt);
    }

    private static SourceDocument Document(string name, string text, LineCollector lines, string? ownTitle, DateTimeOffset? changedAt)
    {
        var title = DocumentTitle.Find(name, text, lines, ownTitle);
        var revision = Digest.Of(text, RevisionLength);
        return new SourceDocument(name, title, revision, text, Passages(name, title, revision, text, PageBreaks.Join(text, lines.Lines), changedAt));
    }

    private static ImmutableArray<Passage> Passages(
        string name, string title, string revision, string text, IReadOnlyList<DocumentLine> lines, DateTimeOffset? changedAt)
    {
        var runs = PassageCutter.Cut(lines);
        var starts = runs.Select((run, i) => i == 0 ? 0 : LineStart(text, run[0].Start)).Append(text.Length).ToArray();
        return [.. runs.Select((run, i) => new Passage
        {
            Source = name,
            Title = title,
            Revision = revision,
            ChunkId = ChunkId(name, revision, i),
            Ordinal = i,
            Start = starts[i],
            End = starts[i + 1],
            Page = run[0].Page,
            Section = run[^1].Section,
            Lines = run,
            ChangedAt = changedAt,
            Weight = IsReview(run[^1].Section) ? ReviewWeight : 1,
        })];
    }

    // The markup before a line's first word belongs to the line; a cut within a line stays where it is.
    private static int LineStart(string text, int start)
    {
        var at = start;
        while (at > 0 && text[at - 1] != '\n') at--;
        return text.AsSpan(at, start - at).ContainsAnyExcept(Markup) ? start : at;
    }

    /// <summary>The id of a passage; see <see cref="Passage.ChunkId"/>.</summary>
    public static string ChunkId(string name, string revision, int ordinal) => Digest.Of($"{name}\n{revision}\n{ordinal}", 16);

    private static bool IsReview(string? section) =>
        section is not null && section.Split([' ', '›', ':'], StringSplitOptions.RemoveEmptyEntries)
            .Any(w => ReviewWords.Contains(w, StringComparer.OrdinalIgnoreCase));

    private static bool IsMarkdown(string name) =>
        Path.GetExtension(name).ToUpperInvariant() is ".MD" or ".MARKDOWN";
}
