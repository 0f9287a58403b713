namespace SupportPlatform.Knowledge;

/// <summary>Reads a question with its answer as a source of its own.</summary>
internal static class FaqReader
{
    /// <summary>The source of an entry.</summary>
    /// <param name="id">The entry's id, which is the source's name.</param>
    /// <param name="question">The question as it is shown.</param>
    /// <param name="variants">Other ways to ask it; found, never shown.</param>
    /// <param name="answer">The answer, as Markdown.</param>
    public static SourceDocument Read(string id, string question, IReadOnlyList<string> variants, string answer) =>
        DocumentReader.Read(
            id,
            new ExtractedDocument("markdown", question, [new ExtractedPage(null, $"# {question}\n\n{answer}\n\n{string.Join("\n", variants)}")]));
}
