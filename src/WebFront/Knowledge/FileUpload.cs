using System.Collections.Immutable;
using SupportPlatform.Hosting;

namespace SupportPlatform.Knowledge;

/// <summary>Makes the files of a request documents of the store.</summary>
internal sealed class FileUpload(ISourcesGrain sources, string? locale, string? category, string audience)
{
    private const int MostFiles = 50;

    /// <summary>Reads all files of a request. Those before a broken one stay added.</summary>
    /// <exception cref="SupportException">The request is no upload, or a file is refused.</exception>
    public async Task<ImmutableArray<SourceView>> Read(HttpRequest request, CancellationToken cancellationToken)
    {
        var parts = new FileParts(request);
        var added = ImmutableArray.CreateBuilder<SourceView>();
        while (await parts.Next(cancellationToken) is { } part)
        {
            if (part.FileName is not { } name) continue;
            if (added.Count == MostFiles) throw new SupportException(ProblemCodes.InvalidRequest, $"A request has at most {MostFiles} files.");
            var upload = Guid.NewGuid();
            var bytes = await FileParts.Pass(part, upload, sources.Upload, cancellationToken);
            var document = new AddDocument
            {
                Upload = upload,
                FileName = name,
                Bytes = bytes,
                Locale = locale,
                Category = category,
                Audience = audience,
            };
            added.Add(await sources.AddDocument(document, cancellationToken));
        }

        return added.Count > 0
            ? added.ToImmutable()
            : throw new SupportException(ProblemCodes.InvalidRequest, "The request has no file.");
    }
}
