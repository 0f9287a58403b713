using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SupportPlatform.Knowledge;

/// <summary>
/// Reads the sources that wait. Every silo works on the queue; a source goes to one of them at a time, and one whose
/// reader died goes to another when its lease has ended.
/// </summary>
internal sealed partial class IngestionWorker : BackgroundService
{
    private static readonly TimeSpan CleaningInterval = TimeSpan.FromHours(1);
    private static readonly TimeSpan UploadAge = TimeSpan.FromDays(1);

    private readonly SourceQueue _queue;
    private readonly SourceReader _reader;
    private readonly OriginalCleaner _cleaner;
    private readonly KnowledgeLibrary _library;
    private readonly IngestionSignal _signal;
    private readonly KnowledgeOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<IngestionWorker> _logger;

    /// <summary>Made by the container.</summary>
    public IngestionWorker(
        SourceQueue queue, SourceReader reader, OriginalCleaner cleaner, KnowledgeLibrary library, IngestionSignal signal,
        IOptions<KnowledgeOptions> options, TimeProvider time, ILogger<IngestionWorker> logger)
    {
        (_queue, _reader, _cleaner, _library, _signal) = (queue, reader, cleaner, library, signal);
        (_options, _time, _logger) = (options.Value, time, logger);
    }

    /// <summary>Reads all that waits now.</summary>
    /// <returns>How many sources were taken.</returns>
    public async Task<int> Work(CancellationToken cancellationToken)
    {
        var count = 0;
        while (true)
        {
            var taken = await _queue.Take(_time.GetUtcNow(), _options.Lease, _options.Concurrency, cancellationToken);
            if (taken.Count == 0) return count;
            count += taken.Count;
            await Task.WhenAll(taken.Select(source => Read(source, cancellationToken)));
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // Nothing of it belongs to the start of the host.
            await Task.Yield();
            var cleaned = DateTimeOffset.MinValue;
            while (!stoppingToken.IsCancellationRequested)
            {
                try
                {
                    await Work(stoppingToken);
                    if (_time.GetUtcNow() - cleaned >= CleaningInterval)
                    {
                        cleaned = _time.GetUtcNow();
                        await _cleaner.Clean(cleaned - UploadAge, stoppingToken);
                    }
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    LogFailed(e);
                }

                await _signal.Wait(_options.PollInterval, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The silo stops.
        }
    }

    private async Task Read(QueuedSource source, CancellationToken cancellationToken)
    {
        try
        {
            if (source.Attempt > _options.MostAttempts)
            {
                const string Message = "Reading this source has ended this service several times; send it in another form.";
                await _queue.Fail(source, "extraction_failed", Message, _time.GetUtcNow(), again: null, cancellationToken);
                return;
            }

            var content = await _reader.Read(source, cancellationToken);
            await _queue.SetIndexing(source, _time.GetUtcNow(), cancellationToken);
            var document = content.Read(source.Name);
            if (document.Passages.IsEmpty) throw new ExtractionException("no_text", "The file has no text.");
            if (!await _queue.Complete(source, content, document, _time.GetUtcNow(), _reader.NextReadOf(source), cancellationToken)) return;
            _library.NoteChange(source.Key.Store);
            LogReady(source.Key.Store, source.Key.Id, source.Revision, document.Passages.Length);
        }
        catch (ExtractionException e)
        {
            await _queue.Fail(source, e.Code, e.Message, _time.GetUtcNow(), _reader.NextReadOf(source), cancellationToken);
            LogRefused(source.Key.Store, source.Key.Id, e.Code);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The row comes due again when its lease has ended.
            LogReadFailed(source.Key.Store, source.Key.Id, source.Attempt, e);
        }
    }
}
