using SupportPlatform.Knowledge;

namespace SupportPlatform.Grains.Tests.Knowledge;

/// <summary>Reads text, counts how often, and waits first where a test says so.</summary>
internal sealed class CountingExtractor : IDocumentExtractor
{
    private readonly TextExtractor _inner = new();
    private int _calls;

    public int Calls => _calls;

    /// <summary>What happens before a file is read.</summary>
    public Func<string, CancellationToken, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    public async Task<ExtractedDocument> Extract(string path, string fileName, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _calls);
        await Before(fileName, cancellationToken);
        return await _inner.Extract(path, fileName, cancellationToken);
    }
}
