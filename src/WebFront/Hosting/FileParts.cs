using System.Runtime.InteropServices;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Hosting;

/// <summary>Reads multipart requests part by part, and passes files on in pieces, without keeping them here.</summary>
internal sealed class FileParts
{
    private const int LongestBoundary = 200;
    private readonly MultipartReader _reader;

    /// <summary>The parts of a request.</summary>
    /// <exception cref="SupportException">It is no multipart request.</exception>
    public FileParts(HttpRequest request) => _reader = new MultipartReader(Boundary(request), request.Body) { HeadersLengthLimit = 8 * 1024 };

    /// <summary>The next part with a name, or null after the last.</summary>
    /// <exception cref="SupportException">The body is broken.</exception>
    public async Task<FilePart?> Next(CancellationToken cancellationToken)
    {
        try
        {
            while (await _reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                if (section.GetContentDispositionHeader() is not { } disposition) continue;
                var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
                return new FilePart(name, disposition.IsFileDisposition() ? FileName(disposition) : null, section.Body);
            }

            return null;
        }
        catch (Exception e) when (IsBroken(e))
        {
            throw Broken();
        }
    }

    /// <summary>Sends a file's pieces in order.</summary>
    /// <param name="part">The file.</param>
    /// <param name="upload">The upload's id.</param>
    /// <param name="send">Takes a piece.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The file's length in bytes.</returns>
    /// <exception cref="SupportException">The body is broken, or a piece was refused.</exception>
    public static async Task<long> Pass(
        FilePart part, Guid upload, Func<UploadChunk, CancellationToken, Task> send, CancellationToken cancellationToken)
    {
        var buffer = new byte[Limits.ChunkBytes];
        long offset = 0;
        while (true)
        {
            var read = await Read(part.Body, buffer, cancellationToken);

            // An empty file is sent too, so that its refusal says so.
            if (read == 0 && offset > 0) break;
            var data = ImmutableCollectionsMarshal.AsImmutableArray(buffer.AsSpan(0, read).ToArray());
            await send(new UploadChunk { Upload = upload, Offset = offset, Data = data }, cancellationToken);
            offset += read;
            if (read < buffer.Length) break;
        }

        return offset;
    }

    /// <summary>A field's value.</summary>
    /// <param name="part">The field.</param>
    /// <param name="most">How many bytes are read of it at most.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<string> Value(FilePart part, int most, CancellationToken cancellationToken)
    {
        var buffer = new byte[most];
        return Encoding.UTF8.GetString(buffer, 0, await Read(part.Body, buffer, cancellationToken));
    }

    private static async Task<int> Read(Stream body, byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        }
        catch (Exception e) when (IsBroken(e))
        {
            throw Broken();
        }
    }

    private static bool IsBroken(Exception e) => e is InvalidDataException or IOException and not BadHttpRequestException;

    private static SupportException Broken() => new(ProblemCodes.InvalidRequest, "The body is not whole multipart/form-data.");

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
