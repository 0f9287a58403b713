namespace SupportPlatform.Knowledge;

/// <summary>Reads files of unknown origin.</summary>
internal interface IDocumentExtractor
{
    /// <summary>Extracts the text of a file, within the configured limits of time, memory, pages and characters.</summary>
    /// <param name="path">Where the bytes are.</param>
    /// <param name="fileName">The name that its owner gave it; a hint, and never a path.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ExtractionException">It cannot be read.</exception>
    Task<ExtractedDocument> Extract(string path, string fileName, CancellationToken cancellationToken);
}
