using System.Collections.Immutable;

namespace SupportPlatform.Knowledge;

/// <summary>What the worker that reads a file writes: a document, or why there is none.</summary>
/// <param name="Kind">What the bytes are.</param>
/// <param name="Title">The title that the document gives itself.</param>
/// <param name="Metadata">What a web page says of itself.</param>
/// <param name="Pages">The pages.</param>
/// <param name="Code">The stable code of the failure.</param>
/// <param name="Message">What is wrong and what to do.</param>
internal sealed record WorkerReply(
    string? Kind, string? Title, DocumentMetadata? Metadata, ImmutableArray<ExtractedPage>? Pages, string? Code, string? Message)
{
    /// <summary>The document.</summary>
    /// <exception cref="ExtractionException">There is none.</exception>
    public ExtractedDocument Document()
    {
        if (Code is { Length: > 0 }) throw new ExtractionException(Code, Message ?? "");
        if (Kind is null || Pages is not { Length: > 0 } pages) throw ExtractionFailures.Failed();
        return new ExtractedDocument(Kind, string.IsNullOrWhiteSpace(Title) ? null : Title, pages) { Metadata = Metadata };
    }
}
