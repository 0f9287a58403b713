using Microsoft.Extensions.Options;

namespace SupportPlatform.Knowledge;

/// <summary>Gets the text of a source that was taken from the queue.</summary>
internal sealed class SourceReader(
    IDocumentExtractor extractor, DocumentFiles files, PageLibrary pages, IOptions<KnowledgeOptions> options, TimeProvider time)
{
    /// <summary>Reads it.</summary>
    /// <exception cref="ExtractionException">It cannot be read.</exception>
    public async Task<SourceContent> Read(QueuedSource source, CancellationToken cancellationToken)
    {
        if (source.Key.Kind == SourceKinds.Page) return SourceContent.Of((await pages.Get(source.Name, cancellationToken)).Document);
        if (source.Hash is not { } hash) throw new ExtractionException("unsupported_kind", "Sources of this kind cannot be read here.");
        if (!File.Exists(files.PathOf(hash)))
            throw new ExtractionException("original_missing", "The original is not in the documents' folder; send it again.");
        return SourceContent.Of(await extractor.Extract(files.PathOf(hash), source.Name, cancellationToken));
    }

    /// <summary>When it is to be read again: a store's pages change; files do not, and what a customer showed stays what it was.</summary>
    public DateTimeOffset? NextReadOf(QueuedSource source) =>
        source.Key.Kind == SourceKinds.Page && source.Conversation is null ? time.GetUtcNow() + options.Value.RecrawlAfter : null;
}
