using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SupportPlatform.Knowledge;

/// <summary>Learns from what was said, in the background of every silo: logs become turns, and turns gaps and proposals.</summary>
internal sealed partial class LearningWorker(
    TurnProjector projector, QuestionSorter sorter, IOptions<KnowledgeOptions> options, TimeProvider time, ILogger<LearningWorker> logger) : BackgroundService
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
                    await projector.Run(stoppingToken);
                    await sorter.Run(stoppingToken);
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

    [LoggerMessage(1, LogLevel.Warning, "Learning from conversations failed; trying again at the next look")]
    private partial void LogFailed(Exception exception);
}
