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
    private readonly AttachmentNotice _notice;
    private readonly IngestionSignal _signal;
    private readonly KnowledgeOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<IngestionWorker> _logger;

    /// <summary>Made by the container.</summary>
    public IngestionWorker(
        SourceQueue queue, SourceReader reader, OriginalCleaner cleaner, KnowledgeLibrary library, AttachmentNotice notice,
        IngestionSignal signal, IOptions<KnowledgeOptions> options, TimeProvider time, ILogger<IngestionWorker> logger)
    {
        (_queue, _reader, _cleaner, _library, _notice, _signal) = (queue, reader, cleaner, library, notice, signal);
        (_options, _time, _logger) = (options.Value, time, logger);
    }

    /// <summary>Reads all that waits now.</summary>
    /// <returns>How many sources were taken.</returns>
    public async Task<int> Work(CancellationToken cancellationToken)
    {
        var count = 0;
        var running = new List<Task>();
        try
        {
            while (true)
            {
                running.RemoveAll(r => r.IsCompleted);
                var free = _options.Concurrency - running.Count;
                var taken = free == 0 ? [] : await _queue.Take(_time.GetUtcNow(), _options.Lease, free, cancellationToken);
                if (taken.Count == 0 && running.Count == 0) return count;
                count += taken.Count;
                running.AddRange(taken.Select(source => Read(source, cancellationToken)));
                if (taken.Count == 0) await Change(running, cancellationToken);
            }
        }
        finally
        {
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }
    }

    // A source that takes long does not hold up what comes meanwhile, as long as there is a free place.
    private async Task Change(List<Task> running, CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny([.. running, _signal.Wait(_options.PollInterval, enough.Token)]);
        await enough.CancelAsync();
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
                await Fail(source, "extraction_failed", Message, again: null, cancellationToken);
                return;
            }

            var content = await _reader.Read(source, cancellationToken);
            await _queue.SetIndexing(source, _time.GetUtcNow(), cancellationToken);
            var document = content.Read(source.Name);
            if (document.Passages.IsEmpty) throw new ExtractionException("no_text", "The file has no text.");
            if (!await _queue.Complete(source, content, document, _time.GetUtcNow(), _reader.NextReadOf(source), cancellationToken)) return;
            if (source.Conversation is null) _library.NoteChange(source.Key.Store);
            else await _notice.Give(source, cancellationToken);
            LogReady(source.Key.Store, source.Key.Id, source.Revision, document.Passages.Length);
        }
        catch (ExtractionException e)
        {
            await Fail(source, e.Code, e.Message, _reader.NextReadOf(source), cancellationToken);
            LogRefused(source.Key.Store, source.Key.Id, e.Code);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The row comes due again when its lease has ended.
            LogReadFailed(source.Key.Store, source.Key.Id, source.Attempt, e);
        }
    }

    private async Task Fail(QueuedSource source, string code, string message, DateTimeOffset? again, CancellationToken cancellationToken)
    {
        if (await _queue.Fail(source, code, message, _time.GetUtcNow(), again, cancellationToken) && source.Conversation is not null)
            await _notice.Give(source, cancellationToken);
    }
}
