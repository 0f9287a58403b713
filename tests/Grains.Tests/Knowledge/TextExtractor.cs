using System.Text;

namespace SupportPlatform.Knowledge;

/// <summary>Reads Markdown and plain text.</summary>
internal sealed class TextExtractor : IDocumentExtractor
{
    /// <inheritdoc/>
    public async Task<ExtractedDocument> Extract(string path, string fileName, CancellationToken cancellationToken)
    {
        var kind = Path.GetExtension(fileName).ToUpperInvariant() switch
        {
            ".MD" or ".MARKDOWN" => "markdown",
            ".TXT" or ".TEXT" => "text",
            _ => throw new ExtractionException("unsupported_kind", "Only Markdown and text files can be read."),
        };

        // UTF-8 with or without its mark, or UTF-16 with it; a byte that is neither becomes the replacement character.
        using var reader = new StreamReader(path, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        var text = (await reader.ReadToEndAsync(cancellationToken)).ReplaceLineEndings("\n");
        if (string.IsNullOrWhiteSpace(text)) throw new ExtractionException("no_text", "The file has no text.");
        return new ExtractedDocument(kind, null, [new ExtractedPage(null, text)]);
    }
}
