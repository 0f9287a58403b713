using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SupportPlatform.Knowledge;

/// <summary>
/// Keeps the library up to date with what other silos change, with one query a second for all loaded stores, and writes
/// down how often sources were cited.
/// </summary>
internal sealed partial class KnowledgeWatcher(
    KnowledgeLibrary library, CitationCounter citations, IOptions<KnowledgeOptions> options, TimeProvider time, ILogger<KnowledgeWatcher> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.PollInterval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    await library.Refresh(stoppingToken);
                    await citations.Write(stoppingToken);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    LogFailed(e);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The silo stops.
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Looking for changed knowledge failed; trying again at the next look")]
    private partial void LogFailed(Exception exception);
}
