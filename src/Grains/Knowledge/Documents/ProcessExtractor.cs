using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SupportPlatform.Knowledge;

/// <summary>Reads each file in a process of its own, a few at a time, so that a hostile file can end that process and nothing else.</summary>
/// <param name="options">The limits.</param>
/// <param name="logger">Where failures go.</param>
internal sealed partial class ProcessExtractor(IOptions<ExtractionOptions> options, ILogger<ProcessExtractor> logger)
    : IDocumentExtractor, IDisposable
{
    private readonly SemaphoreSlim _turns = new(options.Value.Workers);
    private readonly WorkerProcess _worker = new(options.Value);

    /// <inheritdoc/>
    public async Task<ExtractedDocument> Extract(string path, string fileName, CancellationToken cancellationToken)
    {
        if (new FileInfo(path).Length > options.Value.MaxFileBytes) throw ExtractionFailures.TooLarge(options.Value.MaxFileBytes);
        await _turns.WaitAsync(cancellationToken);
        var started = Stopwatch.GetTimestamp();
        try
        {
            await using var output = await _worker.Run(WorkerCommand.For(options.Value, path, fileName), cancellationToken);
            var reply = await JsonSerializer.DeserializeAsync<WorkerReply>(output, JsonSerializerOptions.Web, cancellationToken);
            return (reply ?? throw ExtractionFailures.Failed()).Document();
        }
        catch (ExtractionException e)
        {
            LogRejected(e.Code, Stopwatch.GetElapsedTime(started).TotalSeconds);
            throw;
        }
        catch (Exception e) when (e is JsonException or Win32Exception or IOException)
        {
            LogBroken(e);
            throw ExtractionFailures.Failed();
        }
        finally
        {
            _turns.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turns.Dispose();

    [LoggerMessage(LogLevel.Information, "A file was not read: {Code}, after {Seconds:0.0} s.")]
    private partial void LogRejected(string code, double seconds);

    [LoggerMessage(LogLevel.Error, "The worker that reads files could not be started, or answered with something else than a document.")]
    private partial void LogBroken(Exception exception);
}
