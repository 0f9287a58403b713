using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using SupportPlatform.Hosting;

namespace SupportPlatform.Knowledge;

/// <summary>Passes the files of a multipart request on to the store, piece by piece, without keeping them here.</summary>
internal sealed class FileUpload(ISourcesGrain sources, string? locale, string? category)
{
    private const int MostFiles = 50;
    private const int LongestBoundary = 200;

    /// <summary>Reads all files of a request. Those before a broken one stay added.</summary>
    /// <exception cref="SupportException">The request is no upload, or a file is refused.</exception>
    public async Task<ImmutableArray<SourceView>> Read(HttpRequest request, CancellationToken cancellationToken)
    {
        var reader = new MultipartReader(Boundary(request), request.Body) { HeadersLengthLimit = 8 * 1024 };
        var added = ImmutableArray.CreateBuilder<SourceView>();
        try
        {
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                if (section.GetContentDispositionHeader() is not { } disposition || !disposition.IsFileDisposition()) continue;
                if (added.Count == MostFiles) throw new SupportException(ProblemCodes.InvalidRequest, $"A request has at most {MostFiles} files.");
                added.Add(await Pass(FileName(disposition), section.Body, cancellationToken));
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new SupportException(ProblemCodes.InvalidRequest, "The body is not whole multipart/form-data.");
        }

        return added.Count > 0
            ? added.ToImmutable()
            : throw new SupportException(ProblemCodes.InvalidRequest, "The request has no file.");
    }

    private async Task<SourceView> Pass(string name, Stream body, CancellationToken cancellationToken)
    {
        var upload = Guid.NewGuid();
        var buffer = new byte[Limits.ChunkBytes];
        long offset = 0;
        while (true)
        {
            var read = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);

            // An empty file is sent too, so that its refusal says so.
            if (read == 0 && offset > 0) break;
            var data = ImmutableCollectionsMarshal.AsImmutableArray(buffer.AsSpan(0, read).ToArray());
            await sources.Upload(new UploadChunk { Upload = upload, Offset = offset, Data = data }, cancellationToken);
            offset += read;
            if (read < buffer.Length) break;
        }

        var document = new AddDocument { Upload = upload, FileName = name, Bytes = offset, Locale = locale, Category = category };
        return await sources.AddDocument(document, cancellationToken);
    }

    // Some clients send a path of theirs.
    private static string FileName(ContentDispositionHeaderValue disposition)
    {
        var given = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString();
        return given[(given.LastIndexOfAny(['/', '\\']) + 1)..];
    }

    private static string Boundary(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            throw new SupportException(FrontProblemCodes.UnsupportedMediaType, "Files are sent as multipart/form-data.");
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary);
        return boundary.Length is > 0 and <= LongestBoundary
            ? boundary.ToString()
            : throw new SupportException(ProblemCodes.InvalidRequest, "The multipart boundary is missing or too long.");
    }
}
