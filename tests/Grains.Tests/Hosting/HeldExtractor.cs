using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Grains.Tests.Hosting;

/// <summary>
/// The real extractor, which a test may hold before a file of a name. Files that end in <c>.text</c> are read in this process,
/// for tests that have less time than a busy machine needs to start another.
/// </summary>
internal sealed class HeldExtractor(IOptions<ExtractionOptions> options, ILogger<ProcessExtractor> logger) : IDocumentExtractor, IDisposable
{
    private readonly ProcessExtractor _extractor = new(options, logger);
    private readonly TextExtractor _text = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _held = new();

    /// <summary>Holds files of a name until what it returns is completed.</summary>
    public TaskCompletionSource Hold(string fileName) => _held[fileName] = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async Task<ExtractedDocument> Extract(string path, string fileName, CancellationToken cancellationToken)
    {
        if (_held.TryGetValue(fileName, out var held)) await held.Task.WaitAsync(cancellationToken);
        if (Path.GetExtension(fileName) == ".text") return await _text.Extract(path, fileName, cancellationToken);
        return await _extractor.Extract(path, fileName, cancellationToken);
    }

    public void Dispose() => _extractor.Dispose();
}
