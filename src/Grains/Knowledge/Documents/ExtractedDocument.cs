using System.Collections.Immutable;

namespace SupportPlatform.Knowledge;

/// <summary>The text of an uploaded document.</summary>
/// <param name="Kind">What the bytes are: <c>pdf</c>, <c>docx</c>, <c>xlsx</c>, <c>csv</c>, <c>html</c>, <c>markdown</c> or <c>text</c>.</param>
/// <param name="Title">The title that the document gives itself.</param>
/// <param name="Pages">The pages in order; one without a number where the kind has none.</param>
internal sealed record ExtractedDocument(string Kind, string? Title, ImmutableArray<ExtractedPage> Pages)
{
    /// <summary>What a web page says of itself; null for other kinds.</summary>
    public DocumentMetadata? Metadata { get; init; }
}
