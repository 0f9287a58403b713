using System.Net;
using System.Text;

namespace SupportPlatform.Knowledge;

/// <summary>Takes a page from its server, and has it read as any file of unknown origin.</summary>
/// <param name="extractor">Reads files.</param>
internal sealed class PageReader(IDocumentExtractor extractor)
{
    private static readonly TimeSpan LeastFresh = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan MostFresh = TimeSpan.FromDays(1);

    // The kinds that are read, with the ending that tells kinds of text apart.
    private static readonly Dictionary<string, string> Endings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["text/html"] = ".html",
        ["application/xhtml+xml"] = ".html",
        ["text/markdown"] = ".md",
        ["text/x-markdown"] = ".md",
        ["text/plain"] = ".txt",
        ["text/csv"] = ".csv",
        ["application/pdf"] = ".pdf",
    };

    /// <summary>Takes an answer, up to a number of bytes after decompression.</summary>
    /// <param name="address">Who gives it.</param>
    /// <param name="response">The answer.</param>
    /// <param name="most">The most bytes.</param>
    /// <param name="cuts">Whether what is larger is cut, rather than refused.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ExtractionException"><c>page_too_large</c>.</exception>
    public static async Task<RawPage> Take(Uri address, HttpResponseMessage response, int most, bool cuts, CancellationToken cancellationToken)
    {
        var content = response.Content;
        var tag = response.Headers.ETag?.ToString();
        var validators = tag is null && content.Headers.LastModified is null ? null : new PageValidators(tag, content.Headers.LastModified);
        var bytes = response.StatusCode == HttpStatusCode.OK ? await Bytes(content, most, cuts, cancellationToken) : [];
        return new RawPage(
            address, response.StatusCode, bytes, content.Headers.ContentType?.MediaType, content.Headers.ContentType?.CharSet, validators, Fresh(response));
    }

    /// <summary>A page's HTML. Where no header names the encoding it is taken for UTF-8.</summary>
    public static string Html(RawPage page) => Encoding.UTF8.GetString(Decoded(page));

    /// <summary>Reads a page.</summary>
    /// <exception cref="ExtractionException"><c>page_unsupported</c>, or a code of the extraction.</exception>
    public async Task<ExtractedDocument> Read(RawPage page, CancellationToken cancellationToken)
    {
        if (!Endings.TryGetValue(page.MediaType ?? "text/html", out var ending))
            throw new ExtractionException("page_unsupported", "The address does not lead to a page, a text or a PDF.");
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, Decoded(page), cancellationToken);
            return await extractor.Extract(path, "page" + ending, cancellationToken);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<byte[]> Bytes(HttpContent content, int most, bool cuts, CancellationToken cancellationToken)
    {
        if (!cuts && content.Headers.ContentLength > most) throw TooLarge(most);
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var bytes = new MemoryStream();
        var buffer = new byte[32 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            var room = most - (int)bytes.Length;
            if (read > room && !cuts) throw TooLarge(most);
            bytes.Write(buffer, 0, Math.Min(read, room));
            if (read > room) break;
        }

        return bytes.ToArray();
    }

    // The header's encoding goes before the page's own (HTML, "determining the character encoding"); a mark carries it on.
    private static byte[] Decoded(RawPage page)
    {
        if (page.Charset?.Trim('"', ' ') is not { Length: > 0 } name || page.MediaType == "application/pdf") return page.Bytes;
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name);
        if (encoding is null) return page.Bytes;
        return [.. Encoding.UTF8.Preamble, .. Encoding.Convert(encoding, Encoding.UTF8, page.Bytes)];
    }

    private static TimeSpan? Fresh(HttpResponseMessage response)
    {
        if (response.Headers.CacheControl is not { MaxAge: { } age }) return null;
        return age < LeastFresh ? LeastFresh : age > MostFresh ? MostFresh : age;
    }

    private static ExtractionException TooLarge(int most) =>
        new("page_too_large", $"The page has more than {most / 1_000_000.0:0.#} MB. Give the address of a smaller one, or upload its text.");
}
