namespace SupportPlatform.Knowledge;

/// <summary>Reads a question with its answer as a source of its own.</summary>
internal static class FaqReader
{
    /// <summary>The source of an entry, with one passage that shows the question and the whole answer.</summary>
    /// <param name="id">The entry's id, which is the source's name.</param>
    /// <param name="question">The question as it is shown.</param>
    /// <param name="variants">Other ways to ask it; found, never shown.</param>
    /// <param name="answer">The answer, as Markdown.</param>
    /// <param name="changedAt">When it got this revision.</param>
    public static SourceDocument Read(string id, string question, IReadOnlyList<string> variants, string answer, DateTimeOffset? changedAt = null)
    {
        var title = string.Join(' ', question.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var text = $"{title}\n\n{answer}";
        var revision = Digest.Of(string.Join('\n', variants.Prepend(text)), DocumentReader.RevisionLength);
        var offset = title.Length + 2;
        var lines = MarkdownLines.Read(answer).Lines.Select(l => l with { Start = l.Start + offset, Section = null });
        return new SourceDocument(id, title, revision, text,
        [
            new Passage
            {
                Source = id,
                Title = title,
                Revision = revision,
                ChunkId = DocumentReader.ChunkId(id, revision, 0),
                Ordinal = 0,
                ChangedAt = changedAt,
                Start = 0,
                End = text.Length,
                Lines = [new DocumentLine(0, title.Length == 0 ? id : title, LineKind.Heading, null, 0), .. lines],
                Phrasings = [.. variants.Prepend(title).Where(v => !string.IsNullOrWhiteSpace(v)).Distinct(StringComparer.OrdinalIgnoreCase)],
            },
        ]);
    }
}
